using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Dumps;

/// <summary>The entries or links of one kind.</summary>
internal abstract class DumpTable
{
    /// <summary>Type as GraphQL and manifests call it: <c>Center</c>, <c>EventParticipant</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of its files: <c>centers</c>, <c>event-participants</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the directory finds its rows by itself, so that nobody has to bring them.</summary>
    public required bool IsDerived { get; init; }

    /// <summary>Its fields, in order; the id and the sources are not among them.</summary>
    public required IReadOnlyList<DumpField> Fields { get; init; }

    /// <summary>Its columns in CSV.</summary>
    public IEnumerable<DumpColumn> Columns =>
        Fields.SelectMany(one => one.Columns).Prepend(new DumpColumn("id", "string", "id")).Append(new DumpColumn("sources", "array", "sources"));

    /// <summary>Rows after a key, in the order of keys, with all that they refer to.</summary>
    public abstract Task<DumpPage> ReadAsync(DirectoryDb db, DumpTables tables, long after, int size, CancellationToken cancellationToken);

    /// <summary>How many there are.</summary>
    public abstract Task<long> CountAsync(DirectoryDb db, CancellationToken cancellationToken);

    /// <summary>Slugs of entries by their keys.</summary>
    public abstract Task<IReadOnlyDictionary<long, string>> SlugsAsync(DirectoryDb db, List<long> ids, CancellationToken cancellationToken);

    /// <summary>Which records of which sources speak of the rows, strongest first.</summary>
    protected async Task<ILookup<long, DumpSource>> SourcesAsync(DirectoryDb db, long first, long last, CancellationToken cancellationToken)
    {
        var kind = Kind;
        var records = await db.Set<SourceRecord>()
            .Where(record => record.Kind == kind && record.EntityId >= first && record.EntityId <= last && record.RetiredAt == null)
            .OrderBy(record => record.EntityId).ThenByDescending(record => record.Source.Priority).ThenBy(record => record.Source.Key).ThenBy(record => record.ExternalId)
            .Select(record => new { Id = record.EntityId!.Value, Source = new DumpSource(record.Source.Key, record.ExternalId, record.RecordUrl) })
            .ToListAsync(cancellationToken);
        return records.ToLookup(record => record.Id, record => record.Source);
    }
}

/// <summary>The same, of a class.</summary>
internal sealed class DumpTable<T> : DumpTable
    where T : class
{
    /// <summary>Navigations to objects that are written inside of the row.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public override async Task<DumpPage> ReadAsync(DirectoryDb db, DumpTables tables, long after, int size, CancellationToken cancellationToken)
    {
        var query = Parts.Aggregate(db.Set<T>().AsNoTracking(), (rows, part) => rows.Include(part));
        var found = await query.Where(row => EF.Property<long>(row, "Id") > after).OrderBy(row => EF.Property<long>(row, "Id")).Take(size)
            .Select(row => new { Id = EF.Property<long>(row, "Id"), Row = row }).ToListAsync(cancellationToken);
        var references = new DumpReferences();
        foreach (var item in found)
        {
            foreach (var field in Fields)
            {
                field.Collect(item.Row, references);
            }
        }

        await references.ResolveAsync(db, tables, cancellationToken);
        var sources = await SourcesAsync(db, found.FirstOrDefault()?.Id ?? 0, found.LastOrDefault()?.Id ?? 0, cancellationToken);
        return new DumpPage([.. found.Select(item => new DumpRow(item.Id, item.Row, [.. sources[item.Id]]))], references);
    }

    public override Task<long> CountAsync(DirectoryDb db, CancellationToken cancellationToken) => db.Set<T>().LongCountAsync(cancellationToken);

    public override async Task<IReadOnlyDictionary<long, string>> SlugsAsync(DirectoryDb db, List<long> ids, CancellationToken cancellationToken) =>
        await db.Set<T>().Where(row => ids.Contains(EF.Property<long>(row, "Id")))
            .Select(row => new { Id = EF.Property<long>(row, "Id"), Slug = EF.Property<string>(row, "Slug") })
            .ToDictionaryAsync(row => row.Id, row => row.Slug, cancellationToken);
}

/// <summary>Some rows, and the entries that they refer to.</summary>
internal sealed record DumpPage(IReadOnlyList<DumpRow> Rows, DumpReferences References);

/// <summary>A row with its key and its sources.</summary>
internal sealed record DumpRow(long Id, object Entity, IReadOnlyList<DumpSource> Sources);

/// <summary>A record that speaks of an entry.</summary>
/// <param name="Source">Key of the source.</param>
/// <param name="ExternalId">The source's own key of the record.</param>
/// <param name="Url">Its page at the publisher's.</param>
internal sealed record DumpSource(string Source, string ExternalId, Uri? Url);
