using CenterDirectory.Data.Bulk;

namespace CenterDirectory.Data.Postgres;

/// <summary>Gathers rows and sends them by COPY in its binary form.</summary>
/// <param name="connection">The connection.</param>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns.</param>
/// <param name="key">Places of the values that no two rows share; empty if nobody asks.</param>
internal sealed class PostgresBulkWriter(PostgresBulkConnection connection, string table, IReadOnlyList<PostgresColumn> columns, int[] key) : BulkWriter
{
    /// <summary>Rows that are gathered at most; a payload has half a kilobyte, seldom some hundred.</summary>
    private const int MostRows = 5_000;

    private readonly List<object?[]> rows = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public override bool Write(params ReadOnlySpan<object?> row)
    {
        if (key.Length > 0 && !seen.Add(KeyOf(row)))
        {
            return false;
        }

        rows.Add(row.ToArray());
        if (rows.Count >= MostRows)
        {
            Flush();
        }

        return true;
    }

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var copy = connection.Copy($"""COPY "{table}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT binary)""");
        foreach (var row in rows)
        {
            copy.StartRow();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                {
                    copy.Write(columns[i].Convert(value), columns[i].Type);
                }
                else
                {
                    copy.WriteNull();
                }
            }
        }

        copy.Complete();
        rows.Clear();
    }

    public override void Dispose()
    {
        Flush();
        connection.Remove(this);
    }

    private string KeyOf(ReadOnlySpan<object?> row)
    {
        var text = "";
        foreach (var column in key)
        {
            text += row[column] + "\n";
        }

        return text;
    }
}
