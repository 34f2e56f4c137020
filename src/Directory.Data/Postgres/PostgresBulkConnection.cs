using System.Data.Common;
using CenterDirectory.Data.Bulk;
using Npgsql;
using NpgsqlTypes;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// PostgreSQL answers over a wire and one question at a time. So statements whose answer nobody needs wait and go together, and what is still being
/// read is read to its end as soon as anything else is asked.
/// </summary>
internal sealed class PostgresBulkConnection(NpgsqlConnection connection) : BulkConnection
{
    /// <summary>Statements that wait at most.</summary>
    private const int MostWaiting = 500;

    private readonly List<PostgresBulkWriter> writers = [];
    private readonly Dictionary<(string Table, string Columns), IReadOnlyList<PostgresColumn>> shapes = [];
    private NpgsqlBatch? waiting;
    private PostgresRows? reading;

    public override SqlDialect Dialect => PostgresDialect.Instance;

    public override RowStatement Prepare(string sql, params IReadOnlyList<string> parameters) => new PostgresStatement(this, PositionalSql.Of(sql, parameters));

    public override RowReader Rows(string sql) => new PostgresRows(this, PositionalSql.Of(sql));

    public override RowQuery Query(string sql, params IReadOnlyList<string> parameters)
    {
        var command = new NpgsqlCommand(PositionalSql.Of(sql, parameters).Text, connection) { CommandTimeout = 0 };
        foreach (var _ in parameters)
        {
            command.Parameters.Add(Parameter(null));
        }

        return new RowQuery(this, command);
    }

    public override DbCommand Command(string sql, params IReadOnlyList<(string Name, object? Value)> parameters)
    {
        Settle();
        // Several statements in one text have named parameters alone.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var (name, value) in parameters)
        {
            var parameter = Parameter(value);
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public override BulkWriter Write(string table, IReadOnlyList<string> columns, IReadOnlyList<string>? key = null, TakenKey taken = TakenKey.Skip)
    {
        var shape = (table, string.Join('\n', columns));
        if (!shapes.TryGetValue(shape, out var described))
        {
            Settle();
            shapes.Add(shape, described = PostgresColumn.Of(connection, table, columns));
        }

        var writer = new PostgresBulkWriter(this, table, described, key ?? [], taken);
        writers.Add(writer);
        return writer;
    }

    public override void Settle()
    {
        Finish(null);
        // Statements first: what they take away, rows that are gathered may bring anew.
        Send();
        foreach (var writer in writers)
        {
            if (writer.HasRows)
            {
                writer.Flush();
            }
        }
    }

    public override void Discard()
    {
        writers.ForEach(writer => writer.Forget());
        writers.Clear();
        waiting?.Dispose();
        waiting = null;
        reading?.Drop();
    }

    public override object Value(object? value) => PostgresTexts.Of(value);

    /// <summary>A parameter without a type: the server takes that of its place.</summary>
    public static NpgsqlParameter Parameter(object? value) => new() { NpgsqlDbType = NpgsqlDbType.Unknown, Value = PostgresTexts.Of(value) };

    /// <summary>Begins to write rows by COPY.</summary>
    public NpgsqlBinaryImporter Copy(string sql)
    {
        Finish(null);
        Send();
        return connection.BeginBinaryImport(sql);
    }

    /// <summary>Runs statements at once.</summary>
    public void Run(string sql)
    {
        Finish(null);
        Send();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    /// <summary>Lets a statement wait for its turn.</summary>
    public void Enqueue(NpgsqlBatchCommand command)
    {
        waiting ??= new NpgsqlBatch(connection) { Timeout = 0 };
        waiting.BatchCommands.Add(command);
        if (waiting.BatchCommands.Count >= MostWaiting)
        {
            Settle();
        }
    }

    /// <summary>Asks for rows, behind everything that waits.</summary>
    public NpgsqlDataReader Read(string sql, IReadOnlyList<object?> values)
    {
        Settle();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(Parameter(value));
        }

        return command.ExecuteReader();
    }

    /// <summary>Notes who is being read now; whoever was before is read to its end.</summary>
    public void Finish(PostgresRows? next)
    {
        var before = reading;
        reading = next;
        if (!ReferenceEquals(before, next))
        {
            before?.ReadToEnd();
        }
    }

    /// <summary>Notes that somebody has read to the end.</summary>
    public void Leave(PostgresRows rows) => reading = ReferenceEquals(reading, rows) ? null : reading;

    public void Remove(PostgresBulkWriter writer) => writers.Remove(writer);

    private void Send()
    {
        if (waiting is null)
        {
            return;
        }

        using var batch = waiting;
        waiting = null;
        // Not the synchronous form: that starts a thread for what does not fit into one packet, which outlives the command line by ten seconds.
        batch.ExecuteNonQueryAsync().GetAwaiter().GetResult();
    }
}
