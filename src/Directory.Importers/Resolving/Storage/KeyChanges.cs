namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// What becomes of keys, in their order: what a run takes away and adds, over what earlier ones have left among the recent ones.
/// </summary>
/// <param name="recent">What earlier runs have left, sorted; none to see the changes of the run alone.</param>
/// <param name="added">Keys that records have now, sorted.</param>
/// <param name="removed">Keys that records have no more, sorted.</param>
/// <param name="records">The records.</param>
internal sealed class KeyChanges(KeyEntry[] recent, List<KeyRow> added, List<KeyRemoval> removed, RunRecords records)
{
    private int nextRecent;
    private int nextAdded;
    private int nextRemoved;
    private KeyEntry? own;
    private KeyEntry? current;

    /// <summary>The next one; null behind the last.</summary>
    public KeyEntry? Peek() => current ??= Take();

    /// <summary>Goes on.</summary>
    public void Advance() => current = null;

    /// <summary>Takes the next one if nothing else is left than what is added.</summary>
    /// <param name="end">The key that it must come before.</param>
    /// <returns>Null if there is none, or if it must be looked at first.</returns>
    public KeyEntry? TakeAddition(long end) =>
        current is null && own is null && nextRecent == recent.Length && nextRemoved == removed.Count && nextAdded < added.Count && added[nextAdded].Key < end
            ? EntryOf(added[nextAdded++])
            : null;

    /// <summary>How many entries come of those before a key, at most.</summary>
    /// <param name="end">The key.</param>
    /// <param name="withGone">Whether one that is gone is an entry too.</param>
    public int EntriesBefore(long end, bool withGone)
    {
        var entries = (own is null ? 0 : 1) + (current is null ? 0 : 1) + PlaceOf(end) - nextAdded;
        for (var at = nextRemoved; withGone && at < removed.Count && removed[at].Key < end; at++)
        {
            entries++;
        }

        for (var at = nextRecent; at < recent.Length && recent[at].Key < end; at++)
        {
            entries += withGone || recent[at].Over(null) is not null ? 1 : 0;
        }

        return entries;
    }

    /// <summary>
    /// Leaves out what is taken away and added again as it was, which are most keys of changed records.
    /// </summary>
    /// <returns>What is added in the end; of what is taken away the rest is left in its list.</returns>
    public static List<KeyRow> WithoutSame(List<KeyRow> added, List<KeyRemoval> removed, RunRecords records)
    {
        if (removed.Count == 0)
        {
            return added;
        }

        var (rest, kept, at) = (new List<KeyRow>(), 0, 0);
        foreach (var row in added)
        {
            var id = records.Ids[row.Record];
            while (at < removed.Count && removed[at].CompareTo(row.Key, id) < 0)
            {
                removed[kept++] = removed[at++];
            }

            if (at < removed.Count && removed[at].CompareTo(row.Key, id) == 0)
            {
                // One that is added again stays; it is nothing new if it stands there already.
                if (removed[at++].Mark == row.Mark)
                {
                    continue;
                }
            }

            rest.Add(row);
        }

        removed.RemoveRange(kept, at - kept);
        return rest;
    }

    private int PlaceOf(long end)
    {
        var (low, high) = (nextAdded, added.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = added[middle].Key < end ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private KeyEntry? Take()
    {
        own ??= TakeOwn();
        var order = nextRecent == recent.Length ? -1 : own is { } mine ? mine.CompareTo(recent[nextRecent]) : 1;
        if (order > 0)
        {
            return recent[nextRecent++];
        }

        var taken = own?.After(order == 0 ? recent[nextRecent++] : null);
        own = null;
        return taken;
    }

    private KeyEntry? TakeOwn()
    {
        if (nextAdded == added.Count)
        {
            return nextRemoved < removed.Count ? EntryOf(removed[nextRemoved++]) : null;
        }

        var addition = EntryOf(added[nextAdded]);
        if (nextRemoved < removed.Count && EntryOf(removed[nextRemoved]) is var removal && removal.CompareTo(addition) < 0)
        {
            nextRemoved++;
            return removal;
        }

        nextAdded++;
        return addition;
    }

    private KeyEntry EntryOf(KeyRow row) => new(row.Key, records.Ids[row.Record], checked((int)records.Sources[row.Record]), row.Mark);

    private static KeyEntry EntryOf(KeyRemoval removal) =>
        removal.IsKept ? KeyEntry.Retire(removal.Key, removal.RecordId) : KeyEntry.Without(removal.Key, removal.RecordId);
}
