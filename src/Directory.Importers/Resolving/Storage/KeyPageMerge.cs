using System.Runtime.InteropServices;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// Brings pages to what becomes of keys: the changes are sorted, so each page that they meet is read and written once, and one that says the
/// same afterwards is not written at all.
/// </summary>
/// <param name="pages">The pages.</param>
/// <param name="changes">The changes.</param>
/// <param name="areMany">Whether there are so many that pages are to be read some at a time.</param>
internal sealed class KeyPageMerge(KeyPages pages, KeyChanges changes, bool areMany)
{
    /// <summary>Entries of a page: two pages of keys have room on one of the database.</summary>
    public const int Most = 400;

    private const int PagesAtOnce = 64;

    private readonly List<KeyEntry> merged = new(2 * Most);
    private List<KeyPage> read = [];
    private int next;

    public void Run()
    {
        while (changes.Peek() is { } change)
        {
            var (page, end) = PageOf(change.Key);
            Merge(page, end);
        }
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
            read = pages.Of(key) is { } page ? pages.From(page.First, areMany ? PagesAtOnce : 2) : [new KeyPage(0, [])];
            next = 0;
        }

        return (read[next], next + 1 < read.Count ? read[next + 1].First : long.MaxValue);
    }

    /// <summary>Merges what is changed before the end of a page with what is on it.</summary>
    private void Merge(KeyPage page, long end)
    {
        var count = page.Entries.Length + changes.EntriesBefore(end, pages.AreOfChanges);
        var (parts, written, first) = (Math.Max(1, (count + Most - 1) / Most), 0, page.First);
        var size = (count + parts - 1) / parts;
        var at = 0;
        merged.Clear();
        while (true)
        {
            // Where most of a large load goes, behind the last one of the page, there is nothing to compare with.
            var isBehind = at == page.Entries.Length;
            var addition = isBehind ? changes.TakeAddition(end) : null;
            if (addition is null && isBehind && !IsBefore(end))
            {
                break;
            }

            if ((addition ?? Next(page.Entries, ref at, end)) is not { } entry)
            {
                continue;
            }

            // All entries of a key lie on one page.
            if (merged.Count >= size && merged[^1].Key != entry.Key)
            {
                pages.Write(first, CollectionsMarshal.AsSpan(merged));
                (first, written) = (entry.Key, written + 1);
                merged.Clear();
            }

            merged.Add(entry);
        }

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

    private bool IsBefore(long end) => changes.Peek() is { } change && change.Key < end;

    /// <summary>The next entry of the merged page; null if it is gone.</summary>
    private KeyEntry? Next(ReadOnlySpan<KeyEntry> page, ref int at, long end)
    {
        if (changes.Peek() is not { } change || change.Key >= end)
        {
            return page[at++];
        }

        var order = at == page.Length ? 1 : page[at].CompareTo(change);
        if (order < 0)
        {
            return page[at++];
        }

        changes.Advance();
        KeyEntry? below = order == 0 ? page[at++] : null;
        return pages.AreOfChanges ? change.After(below) : change.Over(below);
    }
}
