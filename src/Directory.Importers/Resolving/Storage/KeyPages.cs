using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>A page of keys.</summary>
/// <param name="First">Where its range begins.</param>
/// <param name="Entries">Its entries, in order.</param>
internal readonly record struct KeyPage(long First, KeyEntry[] Entries)
{
    /// <summary>Place of the first entry that is not before a key.</summary>
    public int PlaceOf(long key)
    {
        var (low, high) = (0, Entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Entries[middle].Key < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>
/// Reads and writes pages of keys, a tree of our own that is as deep as a page: in a database a row costs more than what is in it. What has
/// changed of late lies in front of all others, in pages of its own whose beginnings are negative.
/// </summary>
/// <param name="session">The connection of the run.</param>
/// <param name="areOfChanges">Whether these are the pages of what has changed.</param>
internal sealed class KeyPages(ImportSession session, bool areOfChanges)
{
    private const string Table = "MatchKeyPages";

    private readonly long before = areOfChanges ? long.MinValue : 0;
    private readonly BulkWriter write = session.KeepWriting(Table, ["First", "Entries"], ["First"], TakenKey.Replace);
    private readonly RowStatement delete = session.Prepare($"""DELETE FROM "{Table}" WHERE "First" = @first""", "@first");
    private readonly RowStatement clear = session.Prepare($"""DELETE FROM "{Table}" WHERE "First" BETWEEN @from AND @to""", "@from", "@to");
    private readonly RowReader one = session.Rows($"""SELECT "First", "Entries" FROM "{Table}" WHERE "First" BETWEEN @b AND @a ORDER BY "First" DESC LIMIT 1""");
    private readonly RowReader some = session.Rows($"""SELECT "First", "Entries" FROM "{Table}" WHERE "First" BETWEEN @a AND @b ORDER BY "First" LIMIT @c""");

    private byte[] room = [];

    /// <summary>Whether their entries say what has become of keys.</summary>
    public bool AreOfChanges { get; } = areOfChanges;

    /// <summary>The page that has a key, or would have it; none if there are no pages.</summary>
    public KeyPage? Of(long key)
    {
        one.Start(key + before, before);
        return one.Read() ? Page(one) : null;
    }

    /// <summary>Pages from a beginning on.</summary>
    public List<KeyPage> From(long first, int count)
    {
        var pages = new List<KeyPage>(Math.Min(count, 64));
        some.Start(first + before, long.MaxValue + before, count);
        while (some.Read())
        {
            pages.Add(Page(some));
        }

        return pages;
    }

    /// <summary>Writes a page in place of that with the same beginning.</summary>
    public void Write(long first, ReadOnlySpan<KeyEntry> entries) => write.Write(first + before, KeyPacking.Pack(entries, ref room));

    public void Delete(long first) => delete.Execute([first + before]);

    /// <summary>Deletes all of them.</summary>
    public void Clear() => clear.Execute([before, long.MaxValue + before]);

    private KeyPage Page(RowReader row) => new(row.Number(0) - before, KeyPacking.Unpack(row.Bytes(1)));
}
