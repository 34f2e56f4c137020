using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Search;
using CenterDirectory.Importers.Applying.Derivations;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Mentions;
using CenterDirectory.Importers.Occurrences;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Turns a plan into records, entities, tombstones and changes inside the transaction that its caller has begun. It either
/// ends or throws; what it wrote counts only with the caller's commit.
/// </summary>
internal sealed class PlanApplier
{
    // What is joined to the kind keeps its index out, which has the rows in another order than the table: of a large load each would be looked for.
    private const string CountAdded =
        """SELECT "Kind" || '', COUNT(CASE WHEN "Action" = 1 THEN 1 END), COUNT(*) FROM staged WHERE "Action" <> 0 GROUP BY "Kind" || '' """;

    private const string TakesAway = """SELECT EXISTS (SELECT 1 FROM absences) OR EXISTS (SELECT 1 FROM moved)""";

    private readonly ImportSession session;
    private readonly EntityTables tables;
    private readonly ApplyRun run;
    private readonly TouchedEntities touched;
    private readonly DeferredIndexes indexes;
    private readonly List<EntityMerger> mergers = [];
    private Dictionary<string, long> added = [];

    public PlanApplier(ImportSession session, EntityTables tables, ApplyRun run)
    {
        this.session = session;
        this.tables = tables;
        this.run = run;
        touched = new TouchedEntities(session);
        indexes = new DeferredIndexes(session, run.LargeLoad);
    }

    /// <summary>The last record before those that were added.</summary>
    public long LastRecordBefore { get; private set; }

    /// <summary>Applies the staged plan.</summary>
    /// <returns>Number of entries changed.</returns>
    public async Task<int> ApplyAsync(CancellationToken cancellationToken)
    {
        var sources = await MergedSources.LoadAsync(session, cancellationToken);
        await using var context = new ApplyContext(session, tables, run, await ReferenceResolver.OpenAsync(session, cancellationToken), sources);
        await MentionMoves.WatchAsync(session, cancellationToken);
        await WriteRecordsAsync(context, cancellationToken);
        await touched.CollectAsync(run, added.Keys, cancellationToken);
        if (run.IsOfSource)
        {
            await touched.AddRerankedAsync(sources[run.SourceId], sources.SealOf(run.SourceId), added.Values.Sum(), cancellationToken);
        }

        await using var search = new SearchIndexer(session.Bulk, session.Db.Model, run.Now);
        await MergeAsync(context, search, cancellationToken);
        await StepMemory.GiveBackAsync(added.Values.Sum());
        var tombstones = new Tombstones(session, run);
        await tombstones.LiftAsync(cancellationToken);
        if (context.CentersToDerive.Count > 0)
        {
            new CenterOffers(context).Derive();
        }

        foreach (var merger in mergers.AsEnumerable().Reverse())
        {
            merger.Bury(tombstones);
        }

        await tombstones.ReplaceAsync(cancellationToken);

        await PeopleWithoutRoles.EraseAsync(context, () => MergerOf(context, tables[nameof(Person)]), cancellationToken);
        mergers.ForEach(merger => merger.SettleSlugs());
        if (context.TerritoriesChanged)
        {
            await TerritoryPaths.RebuildAsync(session, cancellationToken);
        }

        await new MentionUpkeep(context).RunAsync(cancellationToken);
        await OccurrenceTable.RefreshTouchedAsync(session, run.Now, cancellationToken);
        await context.Changes.WriteAsync(session, run.Revision, cancellationToken);
        foreach (var keys in context.FirstKeys)
        {
            await keys.WriteAsync(cancellationToken);
        }

        await search.UpdateAsync(run.Revision, cancellationToken);
        await StepMemory.GiveBackAsync(added.Values.Sum());
        await session.NoteIdsAsync(["SourceRecords", .. mergers.SelectMany(merger => merger.Table.WithParts).Select(table => table.Name).Distinct()], cancellationToken);
        return context.Changes.Count;
    }

    private async Task WriteRecordsAsync(ApplyContext context, CancellationToken cancellationToken)
    {
        var staged = await session.QueryAsync(
            CountAdded, reader => (Kind: reader.GetString(0), Added: reader.GetInt64(1), All: reader.GetInt64(2)), cancellationToken);
        added = staged.ToDictionary(kind => kind.Kind, kind => kind.Added, StringComparer.Ordinal);
        await session.ExpectManyWritesAsync(cancellationToken);
        var resolver = await EntityResolver.OpenAsync(session, run, added, context.FirstKeys, cancellationToken);
        foreach (var table in tables.InOrder)
        {
            context.SetLastKnownId(table, await resolver.ResolveAsync(table, cancellationToken));
        }

        context.AddsOnly = staged.TrueForAll(kind => kind.Added == kind.All) && await session.CountAsync(TakesAway, cancellationToken) == 0;
        await StepMemory.GiveBackAsync(added.Values.Sum());
        var records = new RecordUpserts(session, run.SourceId, run.Now);
        await indexes.DropAsync("SourceRecords", added.Values.Sum(), cancellationToken);
        await indexes.DropAsync(
            "RecordReferences", await session.CountAsync("SELECT COUNT(*) FROM staged_references", cancellationToken), cancellationToken);
        LastRecordBefore = await records.WriteAsync(cancellationToken);
        await session.ExecuteAsync(session.Rules.Recorded, cancellationToken);
        await RestoreIndexesAsync(cancellationToken);
        await session.AnalyzeAsync(cancellationToken, "SourceRecords", "RecordReferences");
        await records.CountAbsencesAsync(run.GraceRuns, cancellationToken);
    }

    /// <summary>The one that merges a kind; made when there is something to merge.</summary>
    private EntityMerger MergerOf(ApplyContext context, EntityTable table)
    {
        if (mergers.Find(merger => merger.Table == table) is not { } found)
        {
            mergers.Add(found = new EntityMerger(context, touched, table));
        }

        return found;
    }

    private async Task MergeAsync(ApplyContext context, SearchIndexer search, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var table in tables.InOrder)
        {
            if (!await touched.HasAnyAsync(table.Kind, cancellationToken))
            {
                continue;
            }

            var merger = MergerOf(context, table);
            await DropIndexesAsync(context, table, cancellationToken);
            if (table.Kind == nameof(Territory))
            {
                done = await MergeTerritoriesAsync(context, merger, done, cancellationToken);
            }
            else
            {
                done = await MergeAsync(context, search, merger, done, cancellationToken);
            }

            await RestoreIndexesAsync(cancellationToken);
            context.Rows(table).Slugs.EndMany();
            if (table.Kind == nameof(Center))
            {
                touched.AddServicesOf(context.CentersThatMoved);
            }
        }
    }

    /// <summary>Indexes of what a large load brings are built behind it; that of slugs as well, if all of them can be kept in mind.</summary>
    private async Task DropIndexesAsync(ApplyContext context, EntityTable table, CancellationToken cancellationToken)
    {
        var count = added.GetValueOrDefault(table.Kind);
        // Territories are merged twice, and the second time theirs are there.
        var withSlugs = count >= run.LargeLoad && table.Kind != nameof(Territory)
            && await context.Rows(table).Slugs.ExpectManyAsync(count, cancellationToken);
        await indexes.DropAsync(table.Name, count, cancellationToken, unique: withSlugs ? nameof(DirectoryEntry.Slug) : "");
    }

    private async Task RestoreIndexesAsync(CancellationToken cancellationToken)
    {
        if (indexes.AreDropped)
        {
            session.BringToDisk();
            await indexes.RestoreAsync(cancellationToken);
            session.BringToDisk();
        }
    }

    /// <summary>What is made of a large load is indexed for search at the same time; places must not change any more then.</summary>
    private async Task<int> MergeAsync(ApplyContext context, SearchIndexer search, EntityMerger merger, int done, CancellationToken cancellationToken)
    {
        var count = added.GetValueOrDefault(merger.Table.Kind);
        if (count >= run.LargeLoad && !context.TerritoriesChanged && context.LastKnownIdOf(merger.Table) is { } last)
        {
            search.Begin(merger.Table.Kind, last + 1, count);
        }

        var now = await merger.MergeAsync(withReferences: true, done, search.FollowAsync, cancellationToken);
        await StepMemory.GiveBackAsync(count);
        await search.EndAsync(merger.LastId);
        // While indexes are built there is a core to spare.
        context.FirstKeys.Find(keys => keys.Kind == merger.Table.Kind)?.BeginSorting();
        return now;
    }

    /// <summary>
    /// Territories refer to one another by names and codes that the same run may bring or change: their names first, then the
    /// index of all names, then what refers to them.
    /// </summary>
    private async Task<int> MergeTerritoriesAsync(ApplyContext context, EntityMerger merger, int done, CancellationToken cancellationToken)
    {
        var now = await merger.MergeAsync(withReferences: false, done, follow: null, cancellationToken);
        if (now == done)
        {
            return done;
        }

        var before = context.References.Territories;
        var after = await TerritoryIndex.LoadAsync(session, merger.Dying, cancellationToken);
        context.References.Use(after);
        touched.AddDependantsOfTerritories(after.KeysThatChangedSince(before));
        context.SetLastKnownId(tables[nameof(Territory)], long.MaxValue);
        return await merger.MergeAsync(withReferences: true, now, follow: null, cancellationToken);
    }
}
