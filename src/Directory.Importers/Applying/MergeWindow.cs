using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Applying.Derivations;
using CenterDirectory.Importers.Applying.Tables;

namespace CenterDirectory.Importers.Applying;

/// <summary>An entity of a window with what its live records make of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Live">Its live records, strongest first.</param>
/// <param name="Draft">The merged row; null if no live record speaks of it.</param>
internal readonly record struct MergedEntity(long Id, IReadOnlyList<EntityRecord> Live, EntityDraft? Draft);

/// <summary>Some touched entities that are merged on a thread of their own.</summary>
/// <param name="LastId">The last of their ids.</param>
/// <param name="Merging">Ends when they are merged; in order of ids.</param>
internal sealed record MergeWindow(long LastId, Task<List<MergedEntity>> Merging)
{
    /// <summary>Begins to merge.</summary>
    /// <param name="table">Their table.</param>
    /// <param name="ids">The entities, in order of ids.</param>
    /// <param name="records">Their live records, in the same order.</param>
    /// <param name="preparations">What is derived from the merged row alone.</param>
    public static MergeWindow Begin(EntityTable table, List<long> ids, List<EntityRecord> records, IReadOnlyList<IPreparation> preparations) =>
        new(ids[^1], Task.Run(() => Merge(table, ids, records, preparations)));

    private static List<MergedEntity> Merge(EntityTable table, List<long> ids, List<EntityRecord> records, IReadOnlyList<IPreparation> preparations)
    {
        var merged = new List<MergedEntity>(ids.Count);
        var next = 0;
        foreach (var id in ids)
        {
            var first = next;
            while (next < records.Count && records[next].EntityId == id)
            {
                next++;
            }

            merged.Add(Merge(table, id, records.GetRange(first, next - first), preparations));
        }

        return merged;
    }

    private static MergedEntity Merge(EntityTable table, long id, List<EntityRecord> live, IReadOnlyList<IPreparation> preparations)
    {
        if (live.Count == 0)
        {
            return new MergedEntity(id, live, null);
        }

        var draft = PayloadMerge.Merge(table, live);
        if (live.TrueForAll(record => record.IsAmendment) && !StandsAlone(table, draft))
        {
            return new MergedEntity(id, [], null);
        }

        foreach (var preparation in preparations)
        {
            preparation.Prepare(draft);
        }

        return new MergedEntity(id, live, draft);
    }

    /// <summary>What is left when all sources have gone that an entry was amended for: without a name it is nothing that anybody could look for.</summary>
    private static bool StandsAlone(EntityTable table, EntityDraft draft) =>
        (table.Find(nameof(Center.Name)) ?? table.Find(nameof(Event.Title))) is not { } name || draft[name] is not null;
}
