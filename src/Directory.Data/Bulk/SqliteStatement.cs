using System.Globalization;
using System.Text;
using CenterDirectory.Data.Sqlite;
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

    private readonly NativeStatement statement;
    private readonly int[] positions;

    /// <summary>What is bound already. A text or null that stands there need not be bound again; most columns of most rows are such.</summary>
    private readonly object?[] bound;

    /// <param name="connection">The open connection.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Its parameters in the order in which rows carry their values; all of them occur in it.</param>
    public SqliteStatement(SqliteConnection connection, string sql, IReadOnlyList<string> parameters)
    {
        statement = new NativeStatement(connection, sql);
        positions = [.. parameters.Select(statement.PositionOf)];
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
        return statement.Run();
    }

    /// <inheritdoc />
    public override void Execute(params ReadOnlySpan<object?> values) => Run(values);

    /// <inheritdoc />
    public override object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        object? value = statement.Read()
            ? statement.TypeOf(0) switch
            {
                raw.SQLITE_INTEGER => statement.Number(0),
                raw.SQLITE_TEXT => Encoding.UTF8.GetString(statement.Bytes(0)),
                raw.SQLITE_NULL => null,
                var type => throw new NotSupportedException($"Values of SQLite's type {type} are not read here."),
            }
            : null;
        statement.Reset();
        return value;
    }

    /// <inheritdoc />
    public override void Dispose() => statement.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index];
            if (!IsBound(value, bound[index]))
            {
                Bind(positions[index], value);
                bound[index] = value is null or string or not (byte[] or ReadOnlyMemory<byte>) ? value : NotBound;
            }
        }
    }

    /// <summary>Instants and days are written as text, and most rows of a run have the same.</summary>
    private static bool IsBound(object? value, object? known) => ReferenceEquals(value, known) || (value is DateTime or DateOnly && value.Equals(known));

    /// <summary>Writes values as Microsoft.Data.Sqlite does, which reads them. An array of bytes is a BLOB, memory of bytes a text in UTF-8.</summary>
    private void Bind(int position, object? value)
    {
        switch (value)
        {
            case null:
                statement.BindNull(position);
                break;
            case string text:
                statement.BindText(position, text);
                break;
            case long number:
                statement.Bind(position, number);
                break;
            case int number:
                statement.Bind(position, (long)number);
                break;
            case bool flag:
                statement.Bind(position, flag ? 1L : 0L);
                break;
            case double number:
                statement.Bind(position, number);
                break;
            case byte[] bytes:
                statement.BindBlob(position, bytes);
                break;
            case ReadOnlyMemory<byte> utf8:
                statement.BindText(position, utf8.Span);
                break;
            case DateTime instant:
                statement.BindText(position, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                statement.BindText(position, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"Values of type {value.GetType().Name} are not written here.");
        }
    }
}
