using System.Runtime.InteropServices;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// Brings the pages to what keys a run takes away and adds: both are sorted, so each page that they meet is read and written once, and one that
/// says the same afterwards is not written at all.
/// </summary>
/// <param name="pages">The pages.</param>
/// <param name="added">Keys that records have now, sorted.</param>
/// <param name="removed">Keys that records had, sorted; one that is added again stays.</param>
/// <param name="records">The records.</param>
internal sealed class KeyPageMerge(KeyPages pages, List<KeyRow> added, List<KeyRemoval> removed, RunRecords records)
{
    /// <summary>Entries of a page: as many as a page of the database has room for.</summary>
    public const int Most = 320;

    /// <summary>Changes from which on pages are read many at a time.</summary>
    private const int ManyChanges = 10_000;

    private const int PagesAtOnce = 64;

    private readonly List<KeyEntry> merged = new(2 * Most);
    private readonly int atOnce = added.Count + removed.Count > ManyChanges ? PagesAtOnce : 2;
    private List<KeyPage> read = [];
    private int next;
    private int nextAdded;
    private int nextRemoved;

    public void Run()
    {
        while (NextKey() is { } key)
        {
            var (page, end) = PageOf(key);
            Merge(page, end);
        }
    }

    private long? NextKey()
    {
        var add = nextAdded < added.Count ? added[nextAdded].Key : long.MaxValue;
        var remove = nextRemoved < removed.Count ? removed[nextRemoved].Key : long.MaxValue;
        return Math.Min(add, remove) is var key && key == long.MaxValue ? null : key;
    }

    /// <summary>The page of a key, and where its range ends.</summary>
    private (KeyPage Page, long End) PageOf(long key)
    {
        // The last page that was read shows only where the one before it ends.
        while (next + 1 < read.Count && read[next + 1].First <= key)
        {
            next++;
        }

        var isKnown = next + 1 < read.Count && read[next].First <= key;
        if (!isKnown)
        {
            read = pages.Of(key) is { } page ? pages.From(page.First, atOnce) : [new KeyPage(0, [])];
            next = 0;
        }

        return (read[next], next + 1 < read.Count ? read[next + 1].First : long.MaxValue);
    }

    /// <summary>Merges what is changed before the end of a page with what is on it.</summary>
    private void Merge(KeyPage page, long end)
    {
        var (addEnd, removeEnd) = (EndOfAdded(end), EndOfRemoved(end));
        var count = page.Entries.Length + addEnd - nextAdded;
        var (parts, written, first) = (Math.Max(1, (count + Most - 1) / Most), 0, page.First);
        var size = (count + parts - 1) / parts;
        var at = 0;
        merged.Clear();
        while (Next(page.Entries, ref at, addEnd, removeEnd) is { } entry)
        {
            // All entries of a key lie on one page.
            if (merged.Count >= size && merged[^1].Key != entry.Key)
            {
                pages.Write(first, CollectionsMarshal.AsSpan(merged));
                (first, written) = (entry.Key, written + 1);
                merged.Clear();
            }

            if (entry.SourceId != 0)
            {
                merged.Add(entry);
            }
        }

        nextRemoved = removeEnd;
        End(page, first, isSplit: written > 0);
    }

    private void End(KeyPage page, long first, bool isSplit)
    {
        var entries = CollectionsMarshal.AsSpan(merged);
        // The first page stays, so that each key has one.
        if (entries.IsEmpty && !isSplit && page.First > 0)
        {
            pages.Delete(page.First);
        }
        else if (isSplit ? !entries.IsEmpty : !entries.SequenceEqual(page.Entries))
        {
            pages.Write(first, entries);
        }
    }

    /// <summary>The next entry of the merged page; one without a source is to be left out.</summary>
    private KeyEntry? Next(ReadOnlySpan<KeyEntry> page, ref int at, int addEnd, int removeEnd)
    {
        if (nextAdded < addEnd)
        {
            var row = added[nextAdded];
            var id = records.Ids[row.Record];
            if (at == page.Length || page[at].CompareTo(row.Key, id) >= 0)
            {
                at += at < page.Length && page[at].CompareTo(row.Key, id) == 0 ? 1 : 0;
                nextAdded++;
                return new KeyEntry(row.Key, id, checked((int)records.Sources[row.Record]), row.Mark);
            }
        }

        return at < page.Length ? Left(page[at++], removeEnd) : null;
    }

    /// <summary>What is left of an entry that nobody adds again.</summary>
    private KeyEntry Left(KeyEntry entry, int removeEnd)
    {
        while (nextRemoved < removeEnd && entry.CompareTo(removed[nextRemoved].Key, removed[nextRemoved].RecordId) > 0)
        {
            nextRemoved++;
        }

        if (nextRemoved < removeEnd && entry.CompareTo(removed[nextRemoved].Key, removed[nextRemoved].RecordId) == 0)
        {
            return entry with { SourceId = removed[nextRemoved].IsKept ? -Math.Abs(entry.SourceId) : 0 };
        }

        return entry;
    }

    private int EndOfAdded(long end)
    {
        var (low, high) = (nextAdded, added.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = added[middle].Key < end ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int EndOfRemoved(long end)
    {
        var at = nextRemoved;
        while (at < removed.Count && removed[at].Key < end)
        {
            at++;
        }

        return at;
    }
}
