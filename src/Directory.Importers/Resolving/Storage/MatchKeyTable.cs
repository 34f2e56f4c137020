using System.Runtime.InteropServices;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>The keys of all records, in pages.</summary>
internal sealed class MatchKeyTable
{
    private const int PagesAtOnce = 64;

    private readonly KeyPages pages;
    private readonly List<KeyRemoval> removed = [];
    private readonly HashSet<MatchKeySort> earlier = [];
    private KeyPage? page;

    public MatchKeyTable(ImportSession session)
    {
        pages = new KeyPages(session);
        foreach (var sort in Enum.GetValues<MatchKeySort>())
        {
            if (Walk(sort).Any())
            {
                earlier.Add(sort);
            }
        }
    }

    /// <summary>Whether there were keys of a sort before the run.</summary>
    public bool Had(MatchKeySort sort) => earlier.Contains(sort);

    /// <summary>Takes a key away when the next ones are written, unless it is among them.</summary>
    public void Remove(long key, long record) => removed.Add(new KeyRemoval(key, record, IsKept: false));

    /// <summary>Keeps the key of a record that goes, so that the entity is known again when somebody else brings it back.</summary>
    public void Retire(long key, long record) => removed.Add(new KeyRemoval(key, record, IsKept: true));

    /// <summary>Writes keys of records, and takes away what was to be removed.</summary>
    /// <param name="keys">The keys; they are sorted by it, those of one key by the ids of their records.</param>
    /// <param name="records">The records.</param>
    public void Write(List<KeyRow> keys, RunRecords records)
    {
        if (keys.Count + removed.Count == 0)
        {
            return;
        }

        keys.Sort();
        SortRecords(CollectionsMarshal.AsSpan(keys), records);
        removed.Sort();
        new KeyPageMerge(pages, keys, removed, records).Run();
        removed.Clear();
        page = null;
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
        foreach (var walked in PagesFrom(first, last))
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
        if (page is not { Bytes.Length: > 0 } known || key < known.First || key > known.Entries[^1].Key)
        {
            page = pages.Of(key);
        }

        if (page is not { } found)
        {
            return [];
        }

        var (from, to) = (found.PlaceOf(key), found.PlaceOf(key + 1));
        return found.Entries[from..to];
    }

    private static KeyMember Member(in KeyEntry entry) => new(entry.RecordId, entry.SourceId, entry.Mark);
}
