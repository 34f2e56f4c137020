using CenterDirectory.Data.Bulk;

namespace CenterDirectory.Data.Postgres;

/// <summary>Gathers rows and sends them by COPY in its binary form; rows that may replace others go by way of a temporary table.</summary>
/// <param name="connection">The connection.</param>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns.</param>
/// <param name="key">Columns of a key that may be taken; empty if none may.</param>
/// <param name="taken">What becomes of a row whose key is taken.</param>
internal sealed class PostgresBulkWriter(
    PostgresBulkConnection connection, string table, IReadOnlyList<PostgresColumn> columns, IReadOnlyList<string> key, TakenKey taken) : BulkWriter
{
    /// <summary>Rows that are gathered at most; a payload has half a kilobyte, seldom some hundred.</summary>
    private const int MostRows = 5_000;

    private readonly List<object?[]> rows = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly int[] places = [.. key.Select(name => columns.Select(column => column.Name).ToList().IndexOf(name))];
    private readonly bool replaces = key.Count > 0 && taken == TakenKey.Replace;
    private bool hasStage;

    public bool HasRows => rows.Count > 0;

    public override bool Write(params ReadOnlySpan<object?> row)
    {
        if (places.Length > 0 && !replaces && !seen.Add(KeyOf(row)))
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
        if (replaces)
        {
            Replace();
        }
        else if (HasRows)
        {
            Copy(table);
        }

        rows.Clear();
    }

    /// <summary>Drops what was gathered.</summary>
    public void Forget() => rows.Clear();

    public override void Dispose()
    {
        if (HasRows)
        {
            Flush();
        }

        connection.Remove(this);
    }

    private string Names => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private void Replace()
    {
        var stage = $"put_{table}";
        if (!hasStage)
        {
            connection.Run($"""CREATE TEMP TABLE IF NOT EXISTS "{stage}" (LIKE "{table}")""");
            hasStage = true;
        }

        Copy(stage);
        var keys = string.Join(", ", key.Select(column => $"\"{column}\""));
        var conflict = SqliteBulkConnection.OnConflict([.. columns.Select(column => column.Name)], key, taken);
        // Of two rows with one key the later one counts.
        connection.Run(
            $"""
            INSERT INTO "{table}" ({Names}) SELECT DISTINCT ON ({keys}) {Names} FROM "{stage}" ORDER BY {keys}, ctid DESC{conflict};
            TRUNCATE "{stage}";
            """);
    }

    private void Copy(string into)
    {
        using var copy = connection.Copy($"""COPY "{into}" ({Names}) FROM STDIN (FORMAT binary)""");
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
    }

    private string KeyOf(ReadOnlySpan<object?> row)
    {
        var text = "";
        foreach (var place in places)
        {
            text += row[place] + "\n";
        }

        return text;
    }
}
