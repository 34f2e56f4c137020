using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Indexes entries of one type, some thousands at a time in the order of the index: it takes rows in any other order many times slower.</summary>
internal sealed class SearchBatch(SearchType type, SearchDocuments documents, SearchTermsWriter index)
{
    /// <summary>A first load need not ask for each entry whether it is there.</summary>
    private readonly bool isFirst = !index.HasAny(type);

    private SearchChunk reading = new();
    private SearchChunk waiting = new();
    private Task stemming = Task.CompletedTask;

    /// <param name="ids">Ids of the entries, ascending.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task WriteAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        try
        {
            for (var at = 0; at < ids.Count;)
            {
                var run = RunOf(ids, at);
                Read(ids[at], run);
                at += run;
                if (reading.IsFull || at == ids.Count)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await PassOnAsync();
                }
            }

            await PassOnAsync();
        }
        finally
        {
            // It has the documents in hand: whoever disposes of them waits for it.
            await stemming.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How many ids follow one another without a gap.</summary>
    private static int RunOf(IReadOnlyList<long> ids, int at)
    {
        var run = 1;
        while (at + run < ids.Count && run < SearchChunk.MostEntries && ids[at + run] == ids[at + run - 1] + 1)
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
        while (documents.Read(reading, out var key))
        {
            var id = SearchPosition.IdOf(key);
            Forget(next, id);
            if (!isFirst && index.PositionOf(key) is { } earlier)
            {
                reading.Stale.Add(earlier);
            }

            next = id + 1;
        }

        Forget(next, first + count);
    }

    /// <summary>Entries without a row have gone.</summary>
    private void Forget(long from, long to)
    {
        for (var id = from; id < to && !isFirst; id++)
        {
            var key = SearchPosition.KeyOf(type, id);
            if (index.PositionOf(key) is { } earlier)
            {
                reading.Stale.Add(earlier);
                index.Drop(key);
            }
        }
    }

    /// <summary>What has been read is made into stems from here on, and what has become stems meanwhile is written.</summary>
    private async Task PassOnAsync()
    {
        await stemming;
        var (ready, next) = (waiting, reading);
        stemming = Task.Run(() => documents.Stem(next));
        Flush(ready);
        (waiting, reading) = (next, ready);
    }

    private void Flush(SearchChunk chunk)
    {
        chunk.Stale.Sort();
        foreach (var position in chunk.Stale)
        {
            index.Delete(position);
        }

        // Each table in its own order: there a row behind the last one costs least.
        foreach (var document in chunk.Documents)
        {
            index.Put(document);
        }

        foreach (var document in chunk.ByPosition())
        {
            index.Insert(document, chunk.Stems);
        }

        chunk.Clear();
    }
}
