using System.Runtime.InteropServices;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// The keys of all records, in pages. What few records change lies for itself and is seen over the others until it has become too much: each of
/// their keys would else have a page of its own written anew.
/// </summary>
internal sealed class MatchKeyTable
{
    /// <summary>Changes that lie for themselves; all of them are read by each run.</summary>
    public const int MostChanges = 16_384;

    private const int PagesAtOnce = 64;

    private readonly KeyPages pages;
    private readonly KeyPages changed;
    private readonly int mostChanges;
    private readonly List<KeyRemoval> removed = [];
    private HashSet<MatchKeySort>? earlier;
    private KeyEntry[]? recent;
    private KeyPage? page;

    /// <summary>Opens it; nothing is read before somebody asks.</summary>
    /// <param name="session">The connection of the run.</param>
    /// <param name="mostChanges">How many changes may lie for themselves.</param>
    public MatchKeyTable(ImportSession session, int mostChanges = MostChanges) =>
        (pages, changed, this.mostChanges) = (new KeyPages(session, areOfChanges: false), new KeyPages(session, areOfChanges: true), mostChanges);

    private KeyEntry[] Recent => recent ??= [.. changed.From(0, int.MaxValue).SelectMany(part => part.Entries)];

    /// <summary>Sorts of which there were keys before anything was written here.</summary>
    private HashSet<MatchKeySort> Earlier => earlier ??= [.. Enum.GetValues<MatchKeySort>().Where(sort => Walk(sort).Any())];

    /// <summary>Whether there were keys of a sort before the run.</summary>
    public bool Had(MatchKeySort sort) => Earlier.Contains(sort);

    /// <summary>Takes a key away when the next ones are written, unless it is among them.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">Whose it is.</param>
    /// <param name="mark">With what it stands there, if it is that of a live record.</param>
    public void Remove(long key, long record, int? mark = null) => removed.Add(new KeyRemoval(key, record, IsKept: false, mark));

    /// <summary>Keeps the key of a record that goes, so that the entity is known again when somebody else brings it back.</summary>
    public void Retire(long key, long record) => removed.Add(new KeyRemoval(key, record, IsKept: true, Mark: null));

    /// <summary>Writes keys of records, and takes away what was to be removed.</summary>
    /// <param name="keys">The keys; they are sorted by it, those of one key by the ids of their records.</param>
    /// <param name="records">The records.</param>
    public void Write(List<KeyRow> keys, RunRecords records)
    {
        if (keys.Count + removed.Count == 0)
        {
            return;
        }

        // As they were before this.
        _ = Earlier;
        if (!IsSorted(keys))
        {
            KeyRow.Sort(keys);
        }

        SortRecords(CollectionsMarshal.AsSpan(keys), records);
        removed.Sort();
        var added = KeyChanges.WithoutSame(keys, removed, records);
        if (Recent.Length + added.Count + removed.Count > mostChanges)
        {
            new KeyPageMerge(pages, new KeyChanges(Recent, added, removed, records), areMany: true).Run();
            changed.Clear();
        }
        else
        {
            new KeyPageMerge(changed, new KeyChanges([], added, removed, records), areMany: false).Run();
        }

        removed.Clear();
        (recent, page) = (null, null);
    }

    /// <summary>Live records of a key, counted to a limit.</summary>
    public int Count(long key, int limit)
    {
        var count = 0;
        foreach (ref readonly var entry in EntriesOf(key))
        {
            if (!entry.IsRetired && ++count == limit)
            {
                break;
            }
        }

        return count;
    }

    public List<KeyMember> Members(long key)
    {
        var members = new List<KeyMember>();
        foreach (ref readonly var entry in EntriesOf(key))
        {
            members.Add(Member(entry));
        }

        return members;
    }

    /// <summary>All keys of a sort with their records, in order; the list is used again for the next key.</summary>
    public IEnumerable<(long Key, List<KeyMember> Members)> Walk(MatchKeySort sort)
    {
        var (first, last) = Rules.MatchKey.RangeOf(sort);
        var members = new List<KeyMember>();
        foreach (var walked in Overlaid(first, last))
        {
            // All entries of a key lie on one page.
            for (var at = walked.PlaceOf(first); at < walked.Entries.Length && walked.Entries[at].Key <= last;)
            {
                var key = walked.Entries[at].Key;
                members.Clear();
                for (; at < walked.Entries.Length && walked.Entries[at].Key == key; at++)
                {
                    members.Add(Member(walked.Entries[at]));
                }

                yield return (key, members);
            }
        }
    }

    private static bool IsSorted(List<KeyRow> keys)
    {
        for (var at = 1; at < keys.Count; at++)
        {
            if (keys[at - 1].CompareTo(keys[at]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Rows of a key stand in the order in which the run met the records, which is that of their ids if all are new.</summary>
    private static void SortRecords(Span<KeyRow> keys, RunRecords records)
    {
        for (var at = 0; at < keys.Length && !records.AreInOrder;)
        {
            var end = at + 1;
            while (end < keys.Length && keys[end].Key == keys[at].Key)
            {
                end++;
            }

            if (end - at > 1)
            {
                keys[at..end].Sort((one, other) => records.Ids[one.Record].CompareTo(records.Ids[other.Record]));
            }

            at = end;
        }
    }

    /// <summary>Pages as they are with what has changed.</summary>
    private IEnumerable<KeyPage> Overlaid(long first, long last)
    {
        KeyPage? known = null;
        foreach (var next in PagesFrom(first, last))
        {
            if (known is { } before)
            {
                yield return Over(before, next.First);
            }

            known = next;
        }

        yield return Over(known ?? new KeyPage(0, []), long.MaxValue);
    }

    private IEnumerable<KeyPage> PagesFrom(long first, long last)
    {
        if (pages.Of(first) is not { } begin)
        {
            yield break;
        }

        var read = pages.From(begin.First, 2);
        while (read.Count > 0)
        {
            foreach (var next in read)
            {
                if (next.First > last)
                {
                    yield break;
                }

                yield return next;
            }

            read = pages.From(read[^1].First + 1, PagesAtOnce);
        }
    }

    private ReadOnlySpan<KeyEntry> EntriesOf(long key)
    {
        // Keys are asked for in their order, so the next one is often on the page of the last.
        if (page is not { Entries.Length: > 0 } known || key < known.First || key > known.Entries[^1].Key)
        {
            page = pages.Of(key);
        }

        var (from, to) = page is { } found ? (found.PlaceOf(key), found.PlaceOf(key + 1)) : (0, 0);
        var entries = page is { } kept ? kept.Entries.AsSpan(from..to) : [];
        var changes = Recent.AsSpan(PlaceOf(key)..PlaceOf(key + 1));
        return changes.IsEmpty ? entries : Over(entries, changes);
    }

    /// <summary>A page as it is with what has changed before the next one.</summary>
    private KeyPage Over(KeyPage below, long end)
    {
        var changes = Recent.AsSpan(PlaceOf(below.First)..PlaceOf(end));
        return changes.IsEmpty ? below : below with { Entries = Over(below.Entries, changes).ToArray() };
    }

    private static ReadOnlySpan<KeyEntry> Over(ReadOnlySpan<KeyEntry> below, ReadOnlySpan<KeyEntry> changes)
    {
        var entries = new List<KeyEntry>(below.Length + changes.Length);
        var at = 0;
        foreach (var change in changes)
        {
            while (at < below.Length && below[at].CompareTo(change) < 0)
            {
                entries.Add(below[at++]);
            }

            KeyEntry? changing = at < below.Length && below[at].CompareTo(change) == 0 ? below[at++] : null;
            if (change.Over(changing) is { } entry)
            {
                entries.Add(entry);
            }
        }

        entries.AddRange(below[at..]);
        return CollectionsMarshal.AsSpan(entries);
    }

    private int PlaceOf(long key)
    {
        var at = Recent.AsSpan().BinarySearch(new KeyEntry(key, long.MinValue, 0, 0));
        return at < 0 ? ~at : at;
    }

    private static KeyMember Member(in KeyEntry entry) => new(entry.RecordId, entry.SourceId, entry.Mark);
}
