using System.Globalization;
using CenterDirectory.Data.Bulk;
using Npgsql;

namespace CenterDirectory.Data.Postgres;

/// <summary>One statement for many rows; the client prepares it on the server when it comes again.</summary>
internal sealed class PostgresStatement(PostgresBulkConnection connection, PositionalSql sql) : RowStatement
{
    public override void Execute(params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql.Text);
        foreach (var value in values)
        {
            command.Parameters.Add(PostgresBulkConnection.Parameter(value));
        }

        connection.Enqueue(command);
    }

    public override object? Scalar(params ReadOnlySpan<object?> values)
    {
        using var reader = connection.Read(sql.Text, values.ToArray());
        return reader.Read() && !reader.IsDBNull(0)
            ? reader.GetValue(0) switch
            {
                string text => text,
                bool flag => flag ? 1L : 0L,
                IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
                var value => throw new NotSupportedException($"Values of type {value.GetType().Name} are not read here."),
            }
            : null;
    }

    public override void Dispose()
    {
    }
}
