using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace CenterDirectory.Data.Postgres;

/// <summary>A column that COPY writes: which type it has, and how a value becomes one of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Convert">Makes of a value what the client writes.</param>
internal sealed record PostgresColumn(string Name, NpgsqlDbType Type, Func<object, object> Convert)
{
    private const string Types =
        """
        SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
        """;

    /// <summary>Columns of a table in the wanted order.</summary>
    public static IReadOnlyList<PostgresColumn> Of(NpgsqlConnection connection, string table, IReadOnlyList<string> columns)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var command = new NpgsqlCommand(Types, connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = $"\"{table}\"", NpgsqlDbType = NpgsqlDbType.Text });
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                types.Add(reader.GetString(0), reader.GetString(1));
            }
        }

        return [.. columns.Select(column => Of(column, types[column]))];
    }

    private static PostgresColumn Of(string name, string type) => type switch
    {
        "text" => new(name, NpgsqlDbType.Text, value => PostgresTexts.Clean(
            value as string ?? (value is ReadOnlyMemory<byte> utf8 ? Encoding.UTF8.GetString(utf8.Span) : PostgresTexts.Read(value)))),
        "bigint" => new(name, NpgsqlDbType.Bigint, value => ((IConvertible)value).ToInt64(CultureInfo.InvariantCulture)),
        "integer" => new(name, NpgsqlDbType.Integer, value => ((IConvertible)value).ToInt32(CultureInfo.InvariantCulture)),
        "boolean" => new(name, NpgsqlDbType.Boolean, value => ((IConvertible)value).ToBoolean(CultureInfo.InvariantCulture)),
        "double precision" => new(name, NpgsqlDbType.Double, value => ((IConvertible)value).ToDouble(CultureInfo.InvariantCulture)),
        "bytea" => new(name, NpgsqlDbType.Bytea, value => value),
        "date" => new(name, NpgsqlDbType.Date, value => value as DateOnly? ?? DateOnly.Parse((string)value, CultureInfo.InvariantCulture)),
        "timestamp with time zone" => new(name, NpgsqlDbType.TimestampTz, value => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc)),
        "text[]" => new(name, NpgsqlDbType.Array | NpgsqlDbType.Text, value => JsonSerializer.Deserialize<string[]>((string)value)!),
        "tsvector" => new(name, NpgsqlDbType.TsVector, value => value),
        _ => throw new NotSupportedException($"Columns of type {type} are not written here: {name}."),
    };
}
