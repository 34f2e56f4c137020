using System.Text.Json;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>Reads and writes the rows of one table through prepared statements.</summary>
internal sealed class EntityRows(ImportSession session, EntityTable table)
{
    private readonly Lazy<RowReader> one = new(() => session.Rows($"{Select(table)} = @a"));

    private readonly Lazy<RowReader> many = new(() => session.Rows($"{Select(table)} IN {session.Dialect.Numbers("@ids")}"));

    private readonly Lazy<BulkWriter> insert = new(() => session.KeepWriting(table.Name, [.. table.Columns.Select(column => column.Name)]));

    private readonly Lazy<RowStatement> delete = new(() => session.Prepare(
        $"""DELETE FROM "{table.Name}" WHERE {Quoted(table.Id)} = @id""", "@id"));

    /// <summary>One statement for each set of columns that ever changed together: indexes of the others stay untouched.</summary>
    private readonly Dictionary<string, RowStatement> updates = new(StringComparer.Ordinal);

    private readonly EntityColumn? slug = table.Find(nameof(DirectoryEntry.Slug));

    /// <summary>Who has which slug.</summary>
    public KnownSlugs Slugs { get; } = new(session, table);

    /// <summary>Rows that were read ahead, null for those that are not there. What is written is taken out again.</summary>
    private readonly Dictionary<long, object?[]?> ahead = [];

    /// <summary>Reads rows that are asked for next, where each question goes over a wire.</summary>
    public void Expect(IReadOnlyCollection<long> ids)
    {
        ahead.Clear();
        if (!session.Dialect.IsRemote || ids.Count == 0)
        {
            return;
        }

        foreach (var id in ids)
        {
            ahead[id] = null;
        }

        var rows = many.Value;
        rows.Set("@ids", JsonSerializer.Serialize(ids));
        rows.Start();
        while (rows.Read())
        {
            var row = Values(rows);
            ahead[(long)row[table.Id.Index]!] = row;
        }
    }

    /// <summary>The row as it is; null if there is none.</summary>
    public object?[]? Find(long id)
    {
        if (ahead.TryGetValue(id, out var known))
        {
            return known;
        }

        var rows = one.Value;
        rows.Start(id);
        var row = rows.Read() ? Values(rows) : null;
        // While a row is held, nothing of its table can be dropped.
        rows.End();
        return row;
    }

    public void Insert(object?[] row)
    {
        insert.Value.Write(row);
        ahead.Remove((long)row[table.Id.Index]!);
        if (slug is not null)
        {
            Slugs.Added((string)row[slug.Index]!, (long)row[table.Id.Index]!);
        }
    }

    /// <summary>Writes the columns that differ.</summary>
    public void Update(object?[] row, IReadOnlyList<EntityColumn> differing)
    {
        if (slug is not null && differing.Contains(slug))
        {
            Slugs.Changed((string)row[slug.Index]!, (long)row[table.Id.Index]!);
        }

        ahead.Remove((long)row[table.Id.Index]!);
        var key = string.Join(',', differing.Select(column => column.Index));
        if (!updates.TryGetValue(key, out var update))
        {
            var assignments = string.Join(", ", differing.Select(column => $"{Quoted(column)} = {Value(session, column)}"));
            update = session.Prepare(
                $"""UPDATE "{table.Name}" SET {assignments} WHERE {Quoted(table.Id)} = @id""", [.. differing.Select(Parameter), "@id"]);
            updates.Add(key, update);
        }

        update.Execute([.. differing.Select(column => row[column.Index]), row[table.Id.Index]]);
    }

    public void Delete(long id)
    {
        Slugs.Gone(id);
        // Rows that referred to it lose that with it.
        ahead.Clear();
        delete.Value.Execute([id]);
    }

    private static string Select(EntityTable table) =>
        $"""SELECT {string.Join(", ", table.Columns.Select(Quoted))} FROM "{table.Name}" WHERE {Quoted(table.Id)}""";

    private object?[] Values(RowReader row)
    {
        var values = new object?[table.Columns.Count];
        foreach (var column in table.Columns)
        {
            values[column.Index] = column.Read(row);
        }

        return values;
    }

    private static string Quoted(EntityColumn column) => $"\"{column.Name}\"";

    private static string Value(ImportSession session, EntityColumn column) => column.IsList ? session.Dialect.List(Parameter(column)) : Parameter(column);

    private static string Parameter(EntityColumn column) => $"@c{column.Index}";
}
