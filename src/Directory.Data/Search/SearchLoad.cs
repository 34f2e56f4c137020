using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Indexes entries of a type that the index knows nothing of yet, while their rows are still being written: the thread that writes them reads some
/// thousands at a time, another one makes them into stems and writes those into an index of their own, which moves into the directory at last.
/// </summary>
internal sealed class SearchLoad : IAsyncDisposable
{
    private readonly SqliteSearchScratch scratch;
    private readonly SearchPlaces places;
    private readonly SearchDocuments documents;
    private readonly SearchTermsWriter entries;
    private SearchChunk ready = new();
    private SearchChunk working = new();
    private Task work = Task.CompletedTask;

    private SearchLoad(SqliteBulkConnection connection, SearchedType type, IModel model, string today, long firstId)
    {
        Type = type.Type;
        (First, Next) = (firstId, firstId);
        scratch = new SqliteSearchScratch(connection.Connection);
        places = new SearchPlaces(connection);
        documents = new SearchDocuments(type, model, connection, places, today);
        entries = SearchTermsWriter.Open(connection);
    }

    /// <summary>The type of the entries.</summary>
    public SearchType Type { get; }

    /// <summary>The first id that it indexes.</summary>
    public long First { get; }

    /// <summary>The id behind the last one that it has read.</summary>
    public long Next { get; private set; }

    /// <summary>How many entries it has read.</summary>
    public int Count { get; private set; }

    /// <summary>Begins; null if entries of the type are in the index, if the load is small beside what is there, or on another database.</summary>
    public static SearchLoad? Begin(BulkConnection connection, SearchedType type, IModel model, string today, long firstId, long count)
    {
        if (connection is not SqliteBulkConnection sqlite)
        {
            return null;
        }

        using var index = SearchTermsWriter.Open(connection);
        using var others = connection.Rows("""SELECT COUNT(*) FROM "SearchEntries" """);
        others.Start();
        return !index.HasAny(type.Type) && others.Read() && others.Number(0) <= count
            ? new SearchLoad(sqlite, type, model, today, firstId)
            : null;
    }

    /// <summary>Rows are written up to an id: takes some of them if there are enough, and if somebody is free to go on with them.</summary>
    public async Task FollowAsync(long id)
    {
        if (ready.Rows.Count == 0 && id - Next >= SearchChunk.MostEntries)
        {
            Read(id);
        }

        if (ready.Rows.Count > 0 && work.IsCompleted)
        {
            await PassOnAsync();
        }
    }

    /// <summary>All rows are written, the last with this id: takes the rest of them, and leaves the other thread to join the pieces.</summary>
    public async Task EndAsync(long id)
    {
        while (ready.Rows.Count > 0 || Next <= id)
        {
            if (ready.Rows.Count == 0)
            {
                Read(id);
            }

            await PassOnAsync();
        }

        // The last ones are noted, and nothing is left to go on with.
        await PassOnAsync();
        await work;
        work = Task.Run(scratch.Optimize);
    }

    /// <summary>Puts the index into the directory.</summary>
    public async Task MoveAsync()
    {
        await work;
        scratch.Move();
    }

    public async ValueTask DisposeAsync()
    {
        // It writes into what is let go of here.
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        documents.Dispose();
        places.Dispose();
        entries.Dispose();
        scratch.Dispose();
    }

    private void Read(long id)
    {
        documents.Start(Next, id);
        while (documents.Read(ready, out var key))
        {
            Count++;
            Next = SearchPosition.IdOf(key) + 1;
            if (ready.IsFull)
            {
                documents.End();
                return;
            }
        }

        Next = id + 1;
    }

    /// <summary>Notes where the entries stand with which the other thread is done, and gives it the next ones.</summary>
    private async Task PassOnAsync()
    {
        await work;
        var (done, next) = (working, ready);
        work = Task.Run(() => Write(next));
        foreach (var document in done.Documents)
        {
            entries.Put(document);
        }

        done.Clear();
        (working, ready) = (next, done);
    }

    private void Write(SearchChunk chunk)
    {
        documents.Stem(chunk);
        foreach (var document in chunk.ByPosition())
        {
            scratch.Insert(document, chunk.Stems);
        }
    }
}
