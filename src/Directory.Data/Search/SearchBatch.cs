using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Indexes entries of one type, some thousands at a time in the order of the index: it takes rows in any other order many times slower.</summary>
internal sealed class SearchBatch(SearchType type, SearchDocuments documents, StemWriter stems, SearchTermsWriter index)
{
    private const int Chunk = 8_192;
    private const int ChunkBytes = 8 << 20;

    /// <summary>A first load need not ask for each entry whether it is there.</summary>
    private readonly bool isFirst = !index.HasAny(type);

    private readonly List<SearchDocument> fresh = new(Chunk);
    private readonly List<long> stale = [];

    /// <param name="ids">Ids of the entries, ascending.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public void Write(ReadOnlySpan<long> ids, CancellationToken cancellationToken)
    {
        while (ids.Length > 0)
        {
            var run = RunOf(ids);
            Read(ids[0], run);
            ids = ids[run..];
            if (fresh.Count + stale.Count >= Chunk || stems.Length >= ChunkBytes || ids.Length == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Flush();
            }
        }
    }

    /// <summary>How many ids follow one another without a gap.</summary>
    private static int RunOf(ReadOnlySpan<long> ids)
    {
        var run = 1;
        while (run < ids.Length && run < Chunk && ids[run] == ids[run - 1] + 1)
        {
            run++;
        }

        return run;
    }

    private void Read(long first, int count)
    {
        var next = first;
        if (!isFirst)
        {
            index.Expect(SearchPosition.KeyOf(type, first), SearchPosition.KeyOf(type, first + count - 1));
        }

        documents.Start(first, first + count - 1);
        while (documents.Read(out var document))
        {
            var id = SearchPosition.IdOf(document.Key);
            Forget(next, id);
            Replace(document);
            next = id + 1;
        }

        Forget(next, first + count);
    }

    private void Replace(in SearchDocument document)
    {
        if (!isFirst && index.PositionOf(document.Key) is { } earlier)
        {
            stale.Add(earlier);
        }

        index.Put(document);
        fresh.Add(document);
    }

    /// <summary>Entries without a row have gone.</summary>
    private void Forget(long from, long to)
    {
        for (var id = from; id < to && !isFirst; id++)
        {
            var key = SearchPosition.KeyOf(type, id);
            if (index.PositionOf(key) is { } earlier)
            {
                stale.Add(earlier);
                index.Drop(key);
            }
        }
    }

    private void Flush()
    {
        stale.Sort();
        foreach (var position in stale)
        {
            index.Delete(position);
        }

        fresh.Sort(static (one, other) => one.Position.CompareTo(other.Position));
        foreach (var document in fresh)
        {
            index.Insert(document, stems);
        }

        stale.Clear();
        fresh.Clear();
        stems.CutBackTo(0);
    }
}
