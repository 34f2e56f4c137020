using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Feeds.Syndication;
using CenterDirectory.Api.Feeds.Tables;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Provenance;

namespace CenterDirectory.Api.Feeds;

/// <summary>What one answer has in it: reads the entries and gives them to the writer of the format.</summary>
internal sealed class FeedContents(
    DirectoryDb db, FeedFilter filter, FeedScope scope, DateTime now, FeedSubject subject, FeedFormat format, FeedIds ids, FeedAddresses addresses, KnownSpan spans)
{
    private readonly EventWords words = new(filter.Locale);
    private readonly int? limit = filter.Limit ?? format.PageSize;

    /// <summary>Where the next page begins; null if there is none.</summary>
    public async Task<FeedCursor?> NextAsync(CancellationToken cancellationToken) => limit is not { } size ? null : subject switch
    {
        FeedSubject.Events => await Events().NextAsync(filter.After, size, cancellationToken),
        FeedSubject.News => await News().NextAsync(filter.After, size, cancellationToken),
        _ => await Changes().NextAsync(filter.After, size, cancellationToken),
    };

    /// <summary>Writes the document.</summary>
    public Task SendAsync(FeedHead head, PipeWriter body, CancellationToken cancellationToken) => subject switch
    {
        FeedSubject.Events => SendEventsAsync(head, body, cancellationToken),
        FeedSubject.News => SendItemsAsync(head, NewsAsync(cancellationToken), body, cancellationToken),
        _ => SendItemsAsync(head, ChangesAsync(cancellationToken), body, cancellationToken),
    };

    private IQueryable<Event> Selected => EventSelection.Of(db, filter, scope, now);

    private FeedReader<Event> Events() => new(Selected, format.Extension is "ics" or "csv" ? FeedOrders.ByDay : FeedOrders.ByUpdate);

    private FeedReader<NewsItem> News() => new(NewsSelection.Of(db, filter, scope), FeedOrders.ByPublication);

    private FeedReader<Change> Changes() => new(ChangeSelection.Of(db, filter), FeedOrders.ByRevision);

    private async Task SendEventsAsync(FeedHead head, PipeWriter body, CancellationToken cancellationToken)
    {
        switch (format.Extension)
        {
            case "ics":
                var span = await spans.OfAsync(() => CalendarSpan.OfAsync(db, Selected, cancellationToken));
                await SendAsync(head, EventsAsync(cancellationToken), new CalendarWriter(body, span, words, ids, addresses), body, cancellationToken);
                break;
            case "csv":
                await SendAsync(
                    head, EventsAsync(cancellationToken), new TableWriter(body, new EventTable(words, ids, addresses), filter.Delimiter), body, cancellationToken);
                break;
            default:
                var items = new EventItems(words, ids, addresses);
                await SendItemsAsync(head, EventsAsync(cancellationToken).Select(IReadOnlyList<FeedItem> (piece) => [.. piece.Select(items.Of)]), body, cancellationToken);
                break;
        }
    }

    private Task SendItemsAsync(FeedHead head, IAsyncEnumerable<IReadOnlyList<FeedItem>> items, PipeWriter body, CancellationToken cancellationToken) =>
        SendAsync<FeedItem>(
            head, items, format.Extension switch
            {
                "rss" => new RssWriter(body),
                "atom" => new AtomWriter(body),
                "json" => new JsonFeedWriter(body),
                _ => throw new InvalidOperationException($"No writer of items writes {format.Extension}."),
            },
            body, cancellationToken);

    private static async Task SendAsync<TEntry>(
        FeedHead head, IAsyncEnumerable<IReadOnlyList<TEntry>> pieces, IFeedWriter<TEntry> writer, PipeWriter body, CancellationToken cancellationToken)
    {
        using (writer)
        {
            await FeedStream.SendAsync(head, pieces, writer, body, cancellationToken);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<EventEntry>> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = new EventEntries(db, Selected);
        await foreach (var piece in Events().ReadAsync(filter.After, limit, cancellationToken))
        {
            yield return await entries.AroundAsync(piece, cancellationToken);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<FeedItem>> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new NewsItems(filter.Locale, ids, addresses);
        var places = new FeedPlaces(db);
        await foreach (var piece in News().ReadAsync(filter.After, limit, cancellationToken))
        {
            await places.ReadAsync(piece.Select(item => item.TerritoryId), cancellationToken);
            yield return [.. piece.Select(item => items.Of(item, places[item.TerritoryId]))];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<FeedItem>> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new ChangeItems(words, ids, addresses);
        var entries = new ChangeEntries(db);
        await foreach (var piece in Changes().ReadAsync(filter.After, limit, cancellationToken))
        {
            yield return [.. (await entries.AroundAsync(piece, cancellationToken)).Select(items.Of)];
        }
    }
}
