using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CenterDirectory.Data.Bulk;

/// <summary>
/// A statement that is prepared once and runs for each of many rows. Commands of ADO.NET look up every parameter by name each time
/// they run and make a reader for it, which takes longer than SQLite takes to insert the row.
/// </summary>
internal sealed class SqliteStatement : RowStatement
{
    /// <summary>Stands for what may change where it lies.</summary>
    private static readonly object NotBound = new();

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] positions;

    /// <summary>What is bound already. A text or null that stands there need not be bound again; most columns of most rows are such.</summary>
    private readonly object?[] bound;

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Its parameters in the order in which rows carry their values; all of them occur in it.</param>
    public SqliteStatement(SqliteConnection connection, string sql, IReadOnlyList<string> parameters)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        positions = [.. parameters.Select(name => raw.sqlite3_bind_parameter_index(statement, name))];
        bound = new object?[positions.Length];
        if (Array.IndexOf(positions, 0) is var missing and >= 0)
        {
            throw new ArgumentException($"The statement has no parameter {parameters[missing]}.", nameof(parameters));
        }
    }

    /// <summary>Runs the statement; the number of rows that it touched.</summary>
    public int Run(ReadOnlySpan<object?> values)
    {
        Bind(values);
        Step();
        Check(raw.sqlite3_reset(statement));
        return raw.sqlite3_changes(database);
    }

    /// <inheritdoc />
    public override void Execute(params ReadOnlySpan<object?> values) => Run(values);

    /// <inheritdoc />
    public override object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        object? value = Step() == raw.SQLITE_ROW
            ? raw.sqlite3_column_type(statement, 0) switch
            {
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
                raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
                raw.SQLITE_NULL => null,
                var type => throw new NotSupportedException($"Values of SQLite's type {type} are not read here."),
            }
            : null;
        Check(raw.sqlite3_reset(statement));
        return value;
    }

    /// <inheritdoc />
    public override void Dispose() => statement.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            if (!ReferenceEquals(value, bound[index]))
            {
                Check(Bind(positions[index], value));
                bound[index] = value is byte[] or ReadOnlyMemory<byte> ? NotBound : value;
            }
        }
    }

    /// <summary>Writes values as Microsoft.Data.Sqlite does, which reads them. An array of bytes is a BLOB, memory of bytes a text in UTF-8.</summary>
    private int Bind(int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        string text => raw.sqlite3_bind_text(statement, position, text),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        int number => raw.sqlite3_bind_int64(statement, position, number),
        bool flag => raw.sqlite3_bind_int64(statement, position, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, position, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        ReadOnlyMemory<byte> utf8 => raw.sqlite3_bind_text(statement, position, utf8.Span),
        DateTime instant => raw.sqlite3_bind_text(
            statement, position, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, position, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Values of type {value.GetType().Name} are not written here."),
    };

    private int Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var problem = new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
            _ = raw.sqlite3_reset(statement);
            throw problem;
        }

        return result;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
