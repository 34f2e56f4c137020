using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Mentions;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>What the steps of applying one plan share.</summary>
internal sealed class ApplyContext(ImportSession session, EntityTables tables, ApplyRun run, ReferenceResolver references, MergedSources sources)
    : IAsyncDisposable
{
    private readonly Dictionary<EntityTable, EntityRows> rows = [];
    private readonly Dictionary<EntityTable, long> lastKnownIds = [];
    private readonly Dictionary<EntryType, long> lastIdsBefore = [];
    private ChangeLog? changes;

    public ImportSession Session { get; } = session;

    public EntityTables Tables { get; } = tables;

    public ApplyRun Run { get; } = run;

    /// <summary>Keys of matching that are computed while entities are written.</summary>
    public List<FirstKeys> FirstKeys { get; } = [];

    public ReferenceResolver References { get; } = references;

    public MergedSources Sources { get; } = sources;

    public ChangeLog Changes => changes ??= new(IsMade);

    /// <summary>Centers that appeared, moved or changed, or whose services did: what they offer is derived once at the end.</summary>
    public HashSet<long> CentersToDerive { get; } = [];

    /// <summary>Centers whose place changed: their services follow.</summary>
    public HashSet<long> CentersThatMoved { get; } = [];

    public bool TerritoriesChanged { get; set; }

    /// <summary>Whether the run takes no record away from an entity: none changes, goes, comes back or moves to another one.</summary>
    public bool AddsOnly { get; set; }

    /// <summary>Names that came, changed or went: the news that may hold them are read again.</summary>
    public NameTouches Names { get; } = new();

    public EntityRows Rows(EntityTable table)
    {
        if (!rows.TryGetValue(table, out var found))
        {
            found = new EntityRows(Session, table);
            rows.Add(table, found);
        }

        return found;
    }

    /// <summary>Ids beyond this one belong to entities that this run makes: they have no row and no tombstone.</summary>
    public void SetLastKnownId(EntityTable table, long id)
    {
        lastKnownIds[table] = id;
        if (table.Entry is { } entry)
        {
            // Only the first word counts: what this run has made it has made, though by now it has a row.
            lastIdsBefore.TryAdd(entry, id);
        }
    }

    /// <summary>The last id before those of entities that this run makes; null if they cannot be told by their ids.</summary>
    public long? LastKnownIdOf(EntityTable table) => lastKnownIds.TryGetValue(table, out var id) && id < long.MaxValue ? id : null;

    public bool MayExist(EntityTable table, long id) => id <= lastKnownIds.GetValueOrDefault(table, long.MaxValue);

    /// <summary>Whether this run made an entry.</summary>
    public bool IsMade(EntityTable table, long id) => table.Entry is { } entry && IsMade(entry, id);

    /// <summary>Tells the change log and the derivations what became of a row.</summary>
    public void Tell(EntityTable table, object?[]? before, object?[]? after, IReadOnlyList<string> fields)
    {
        var id = (long)(after ?? before)![table.Id.Index]!;
        if (table.Entry is not { } entry)
        {
            LinkOwners.Tell(Changes, table, before, after);
        }
        else if (before is null)
        {
            Changes.Created(entry, id);
        }
        else if (after is null)
        {
            Changes.Removed(entry, id);
        }
        else if (fields.Count > 0)
        {
            Changes.Updated(entry, id, fields);
        }

        Follow(table, before, after, fields);
        Names.Note(table, before, after, fields);
    }

    /// <summary>Notes what has to be derived anew because a row changes, or is about to go.</summary>
    public void Follow(EntityTable table, object?[]? before, object?[]? after, IReadOnlyList<string> fields)
    {
        switch (table.Kind)
        {
            case nameof(Territory):
                TerritoriesChanged |= before is null || after is null || fields.Contains("parent");
                break;
            case nameof(Center) when after is not null:
                var id = (long)after[table.Id.Index]!;
                CentersToDerive.Add(id);
                if (before is not null && fields.Contains("territory"))
                {
                    CentersThatMoved.Add(id);
                }

                break;
            case nameof(Service):
                var center = table.Column(nameof(Service.CenterId)).Index;
                CentersToDerive.UnionWith(new[] { before?[center], after?[center] }.OfType<long>());
                break;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var keys in FirstKeys)
        {
            await keys.DisposeAsync();
        }
    }

    private bool IsMade(EntryType type, long id) => lastIdsBefore.TryGetValue(type, out var last) && id > last;
}

/// <summary>The run whose plan is applied.</summary>
/// <param name="SourceId">Its source.</param>
/// <param name="SourceKey">Key of the source.</param>
/// <param name="Revision">Number of the revision that it makes.</param>
/// <param name="Now">Instant of the commit.</param>
/// <param name="GraceRuns">Runs that a record may be missing before the next one retires it.</param>
/// <param name="Issues">Collects what turns out while applying.</param>
/// <param name="Progress">Told how far it is.</param>
/// <param name="LargeLoad">Added rows from which indexes are built behind them.</param>
internal sealed record ApplyRun(
    long SourceId, string SourceKey, long Revision, DateTime Now, int GraceRuns, IssueSink Issues, IProgress<ImportProgress>? Progress,
    int LargeLoad)
{
    /// <summary>Records to be resolved again although they have not changed: somebody has judged them.</summary>
    public IReadOnlyCollection<long> Judged { get; init; } = [];

    /// <summary>False if it is no run of a source but what a judgement moves.</summary>
    public bool IsOfSource => SourceId > 0;
}
