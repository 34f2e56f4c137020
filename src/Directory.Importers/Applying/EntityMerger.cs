using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying.Derivations;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>Merges the touched entities of one kind anew out of all their live records, and writes what differs.</summary>
internal sealed class EntityMerger
{
    /// <summary>Entities of a window: over a wire each one costs a journey.</summary>
    private const int RemoteWindow = 1_000;

    /// <summary>Beside the database they may be few: what is read and merged of them is let go of before it counts as long-lived.</summary>
    private const int LocalWindow = 100;

    private readonly ApplyContext context;
    private readonly TouchedEntities touched;
    private readonly EntityTable table;
    private readonly EntityRecords records;
    private readonly EntityRows rows;
    private readonly EntityParts parts;
    private readonly ReferenceFiller references;
    private readonly List<IPreparation> preparations = [];
    private readonly List<IDerivation> derivations = [];
    private readonly List<EntityColumn> derivedLater;
    private readonly Slugs? slugs;
    private readonly EntityColumn? createdAt;
    private readonly EntityColumn? updatedAt;

    public EntityMerger(ApplyContext context, TouchedEntities touched, EntityTable table)
    {
        this.context = context;
        this.touched = touched;
        this.table = table;
        records = new EntityRecords(context.Session, table, context.Sources);
        rows = context.Rows(table);
        parts = new EntityParts(context, table);
        references = new ReferenceFiller(context);
        createdAt = table.Find(nameof(DirectoryEntry.CreatedAt));
        updatedAt = table.Find(nameof(DirectoryEntry.UpdatedAt));
        slugs = table.Entry is null ? null : new Slugs(context, table);
        derivedLater = [.. table.Columns.Where(column => table.Find(FieldBindings.StatedPrefix + column.Path) is not null)];
        AddDerivations();
    }

    /// <summary>What it merges.</summary>
    public EntityTable Table => table;

    /// <summary>Ids of entities of which no live record speaks any more: their rows go when everything that refers to them is merged.</summary>
    public HashSet<long> Dying { get; } = [];

    /// <summary>The last id that was merged; 0 before the first.</summary>
    public long LastId { get; private set; }

    /// <summary>Merges all touched entities of the kind.</summary>
    /// <param name="withReferences">False leaves references as they are, for a first pass over things that refer to one another by name.</param>
    /// <param name="done">Entities merged before, for the progress.</param>
    /// <param name="follow">Told after each window up to which id rows are written; may be null.</param>
    /// <param name="cancellationToken">Stops between two windows.</param>
    /// <returns>Entities merged by now.</returns>
    public async Task<int> MergeAsync(bool withReferences, int done, Func<long, Task>? follow, CancellationToken cancellationToken)
    {
        // One window is merged on another thread while the one before it is written: merging is computing, writing is the database's work.
        var window = Read(after: 0);
        while (window is not null)
        {
            var merging = window.Merging;
            cancellationToken.ThrowIfCancellationRequested();
            var next = Read(window.LastId);
            var merged = await merging;
            if (context.Session.Dialect.IsRemote)
            {
                rows.Expect([.. merged.Select(entity => entity.Id).Where(id => context.MayExist(table, id))]);
                await (slugs?.ExpectAsync(merged, cancellationToken) ?? Task.CompletedTask);
            }

            foreach (var (id, live, draft) in merged)
            {
                Merge(id, live, draft, withReferences);
                context.Run.Progress.Every(ImportPhase.Applying, ++done);
            }

            LastId = window.LastId;
            await (follow?.Invoke(LastId) ?? Task.CompletedTask);
            window = next;
        }

        return done;
    }

    /// <summary>Deletes the rows of dying entities.</summary>
    public void Bury(Tombstones tombstones)
    {
        foreach (var id in Dying.Order())
        {
            if (rows.Find(id) is { } row)
            {
                // The slug of a person is their name.
                if (table.Entry is { } entry and not EntryType.Person)
                {
                    tombstones.Add(entry, id, (string)row[table.Column(nameof(DirectoryEntry.Slug)).Index]!);
                }

                Remove(row);
            }
        }
    }

    /// <summary>Removes an entity without a trace.</summary>
    public void Remove(long id) => Remove(rows.Find(id));

    /// <summary>Settles who has the slugs that several want, when nothing goes or comes any more.</summary>
    public void SettleSlugs() => slugs?.Settle();

    /// <summary>The next entities behind an id; null behind the last.</summary>
    private MergeWindow? Read(long after)
    {
        var ids = touched.Next(table.Kind, after, context.Session.Dialect.IsRemote ? RemoteWindow : LocalWindow);
        return ids.Count == 0 ? null : MergeWindow.Begin(table, ids, records.Read(ids[0], ids[^1]), preparations);
    }

    private void AddDerivations()
    {
        preparations.Add(new DateBounds(table));
        preparations.Add(new FoldedTexts(table));
        if (table.Kind == nameof(Service))
        {
            derivations.Add(new ServicePlaces(context, table));
        }

        if (table.Kind == nameof(Center))
        {
            derivations.Add(new CenterVerification(table, context.References));
            derivations.Add(new CenterCompleteness(table));
        }

        if (table.Entry is not null)
        {
            derivations.Add(new VerifyingSources(table));
            derivations.Add(new DisplayNames(table, context.References));
            preparations.Add(slugs!);
            derivations.Add(slugs!);
        }
    }

    private void Merge(long id, IReadOnlyList<EntityRecord> live, EntityDraft? draft, bool withReferences)
    {
        if (draft is null)
        {
            Doom(id);
            return;
        }

        var before = context.MayExist(table, id) ? rows.Find(id) : null;
        var entity = new EntityFacts(table.Kind, before, live);
        if (!withReferences)
        {
            KeepReferences(draft, before);
        }
        else if (!references.Fill(draft, entity))
        {
            Remove(before);
            return;
        }

        var changedParts = parts.Write(draft, entity, references);
        Derive(draft, entity);
        Write(draft, before, changedParts);
    }

    private void Doom(long id)
    {
        if (Dying.Add(id) && rows.Find(id) is { } row)
        {
            context.Follow(table, row, null, []);
        }
    }

    private void Derive(EntityDraft draft, EntityFacts entity)
    {
        foreach (var column in derivedLater)
        {
            draft[column] = entity.Before is { } before ? before[column.Index] : draft[table.Column(FieldBindings.StatedPrefix + column.Path)];
        }

        foreach (var derivation in derivations)
        {
            derivation.Derive(draft, entity);
        }

        if (createdAt is not null && updatedAt is not null)
        {
            draft[createdAt] = entity.Before?[createdAt.Index] ?? FirstSeenAt(entity.Records);
            draft[updatedAt] = entity.Before?[updatedAt.Index] ?? context.Run.Now;
        }
    }

    private static DateTime FirstSeenAt(IReadOnlyList<EntityRecord> records) =>
        records.Count == 1 ? records[0].FirstSeenAt : records.Min(record => record.FirstSeenAt);

    private void Write(EntityDraft draft, object?[]? before, List<string> changedParts)
    {
        RowCheck.Complete(draft);
        if (before is null)
        {
            rows.Insert(draft.Values);
            context.Tell(table, null, draft.Values, []);
            return;
        }

        var differing = table.Columns.Where(column => !Equals(before[column.Index], draft[column])).ToList();
        List<string> fields = [.. differing.Select(column => column.Field).OfType<string>().Concat(changedParts).Distinct()];
        if (updatedAt is not null && fields.Count > 0)
        {
            draft[updatedAt] = context.Run.Now;
            differing.Add(updatedAt);
        }

        if (differing.Count > 0)
        {
            rows.Update(draft.Values, differing);
            context.Tell(table, before, draft.Values, fields);
        }
    }

    private void KeepReferences(EntityDraft draft, object?[]? before)
    {
        foreach (var reference in table.References)
        {
            draft[reference.Column] = before?[reference.Column.Index];
        }
    }

    private void Remove(object?[]? row)
    {
        if (row is not null)
        {
            rows.Delete((long)row[table.Id.Index]!);
            slugs?.LetGo(row);
            parts.Remove(row);
            context.Tell(table, row, null, []);
        }
    }
}
