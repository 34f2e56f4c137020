using System.Globalization;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Keeps the index of full-text search in the transaction of whoever changes entries: what a revision touched is read again and
/// indexed anew, what it removed leaves the index.
/// </summary>
/// <param name="connection">The connection, its transaction open.</param>
/// <param name="model">The model of the directory.</param>
/// <param name="now">The instant that tells upcoming events from past ones.</param>
internal sealed class SearchIndexer(BulkConnection connection, IModel model, DateTime now) : IAsyncDisposable
{
    /// <summary>Counts up when types, fields, stems or ranks change: an index of another version is made anew at the next start.</summary>
    public const int Version = 3;

    /// <summary>Entries from which on the index is written like a load: in few large pieces, joined in the end.</summary>
    private const int Many = 20_000;

    private readonly string today = DateOnly.FromDateTime(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private SearchLoad? load;
    private bool isLoading;

    /// <summary>Many rows of a table are about to be written in the order of their ids: begins to index them meanwhile, if that can be.</summary>
    /// <param name="entity">The class of the entries.</param>
    /// <param name="firstId">Id of the first of them.</param>
    /// <param name="count">How many there will be.</param>
    public void Begin(string entity, long firstId, long count)
    {
        if (load is null && SearchedType.All.FirstOrDefault(type => type.Entity.Name == entity) is { IsWholeWhenMerged: true } type)
        {
            load = SearchLoad.Begin(connection, type, model, today, firstId, count);
            isLoading = load is not null;
        }
    }

    /// <summary>Rows are written up to an id.</summary>
    public Task FollowAsync(long id) => isLoading ? load!.FollowAsync(id) : Task.CompletedTask;

    /// <summary>All of them are written, the last with this id.</summary>
    public Task EndAsync(long id)
    {
        var wasLoading = isLoading;
        isLoading = false;
        return wasLoading ? load!.EndAsync(id) : Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => load?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Indexes what a revision changed.</summary>
    /// <param name="revision">Its number; its changes are written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task UpdateAsync(long revision, CancellationToken cancellationToken)
    {
        if (load is not null)
        {
            await load.MoveAsync();
        }

        var touched = new SearchTouches(connection).Of(revision, today);
        if (load is not null && touched.TryGetValue(load.Type, out var ids))
        {
            touched[load.Type] = WithoutThoseOf(load, ids);
        }

        await WriteAsync(touched, cancellationToken);
    }

    /// <summary>Ids that are still to be indexed; all of them if the load has not met the very entries that the revision made.</summary>
    private static List<long> WithoutThoseOf(SearchLoad load, List<long> ids)
    {
        var others = ids.FindAll(id => id < load.First || id >= load.Next);
        return ids.Count - others.Count == load.Count ? others : ids;
    }

    /// <summary>Indexes all entries, whatever the index held.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        using (var index = SearchTermsWriter.Open(connection))
        {
            index.Clear();
        }

        var all = new Dictionary<SearchType, List<long>>();
        foreach (var type in SearchedType.All)
        {
            using var ids = connection.Rows($"""SELECT "Id" FROM "{model.FindEntityType(type.Entity)!.GetTableName()}" ORDER BY "Id" """);
            var list = all[type.Type] = [];
            while (ids.Read())
            {
                list.Add(ids.Number(0));
            }
        }

        await WriteAsync(all, cancellationToken);
        using var note = connection.Prepare(
            """INSERT INTO "SearchStates" ("Id", "Version") VALUES (1, @version) ON CONFLICT ("Id") DO UPDATE SET "Version" = excluded."Version" """, "@version");
        note.Execute(Version);
        connection.Settle();
    }

    private async Task WriteAsync(Dictionary<SearchType, List<long>> touched, CancellationToken cancellationToken)
    {
        var count = touched.Values.Sum(ids => ids.Count);
        if (count == 0)
        {
            return;
        }

        using var places = new SearchPlaces(connection);
        using var index = SearchTermsWriter.Open(connection);
        if (count >= Many)
        {
            index.BeginLoad();
        }

        foreach (var type in SearchedType.All.Where(type => touched.ContainsKey(type.Type)))
        {
            using var documents = new SearchDocuments(type, model, connection, places, today);
            await new SearchBatch(type.Type, documents, index).WriteAsync(touched[type.Type], cancellationToken);
        }

        if (count >= Many)
        {
            index.EndLoad();
        }

        index.Complete();
    }
}
