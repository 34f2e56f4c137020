using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Feeds.Selecting;
using CenterDirectory.Api.Feeds.Syndication;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Feeds;

/// <summary>Reads what the page of feeds shows: what can be chosen, and what the choice gives.</summary>
internal sealed class FeedsReader(IDbContextFactory<DirectoryDb> databases, FeedPublisher publisher, SiteOrigin origin, FeedIds ids)
{
    private const int Shown = 10;
    private const int MostCenters = 500;

    /// <summary>The parameter that tells which feed the page is about.</summary>
    public const string Subject = "feed";

    /// <summary>Reads it.</summary>
    public async Task<FeedsView> ReadAsync(HttpContext http, PageLanguage language, CancellationToken cancellationToken)
    {
        var feed = FeedNames.All.FirstOrDefault(name => name.Segment == http.Request.Query[Subject]) ?? FeedNames.Of(FeedSubject.Events);
        var wrong = new List<WrongParameter>();
        var query = FeedQuery.Read(http.Request.Query.Where(pair => pair.Key != Subject), feed.Subject, format: null, taken: null, wrong);
        query = query with { Filter = query.Filter with { Locale = language.Locale } };
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var scope = wrong.Count > 0 ? FeedScope.Everything : await FeedScope.FindAsync(db, query.Filter, wrong, cancellationToken);
        var view = new FeedsView(feed, query, scope)
        {
            Wrong = wrong, Territories = await TerritoriesAsync(db, language, cancellationToken), Centers = await CentersAsync(db, language, cancellationToken),
        };
        return wrong.Count > 0 ? view : await PreviewAsync(db, view, new FeedAddresses(origin.Of(http.Request)), cancellationToken);
    }

    private async Task<FeedsView> PreviewAsync(DirectoryDb db, FeedsView view, FeedAddresses addresses, CancellationToken cancellationToken)
    {
        var filter = view.Query.Filter;
        switch (view.Feed.Subject)
        {
            case FeedSubject.Events:
                var (events, isToCome) = await EventsAsync(db, filter, view.Scope, cancellationToken);
                return view with { Events = await new EventEntries(db, db.Events).AroundAsync(events, cancellationToken), IsToCome = isToCome };
            case FeedSubject.News:
                var news = await FeedOrders.ByPublication.Keyed(NewsSelection.Of(db, filter, view.Scope), null)!.Take(Shown).ToListAsync(cancellationToken);
                return view with { Items = [.. news.Select(item => new NewsItems(filter.Locale, ids, addresses).Of(item, null))] };
            default:
                var changes = await FeedOrders.ByRevision.Keyed(ChangeSelection.Of(db, filter), null)!.Take(Shown).ToListAsync(cancellationToken);
                var items = new ChangeItems(new EventWords(filter.Locale), ids, addresses);
                return view with { Items = [.. (await new ChangeEntries(db).AroundAsync(changes, cancellationToken)).Select(items.Of)] };
        }
    }

    /// <summary>The next ones; if none of the chosen is to come, the last ones.</summary>
    private async Task<(List<Event> Events, bool IsToCome)> EventsAsync(DirectoryDb db, FeedFilter filter, FeedScope scope, CancellationToken cancellationToken)
    {
        var now = publisher.Now();
        if (filter.IsUpcoming != false)
        {
            var coming = filter with { IsUpcoming = true };
            var next = EventSelection.Of(db, coming, await EventSelection.NarrowedAsync(db, coming, scope, now, cancellationToken), now);
            var events = await next.OrderBy(item => item.DateEarliest).ThenBy(item => item.StartsAt).ThenBy(item => item.Id).Take(Shown).ToListAsync(cancellationToken);
            if (events.Count > 0 || filter.IsUpcoming == true)
            {
                return (events, true);
            }
        }

        // Those of an unknown year come last here too: nobody knows that they were not long ago.
        var last = EventSelection.Of(db, filter, scope, now).OrderByDescending(item => item.DateLatest != null).ThenByDescending(item => item.DateLatest)
            .ThenByDescending(item => item.Id);
        return (await last.Take(Shown).ToListAsync(cancellationToken), false);
    }

    private static async Task<List<FeedChoice>> TerritoriesAsync(DirectoryDb db, PageLanguage language, CancellationToken cancellationToken)
    {
        var regions = await db.Territories.AsNoTracking().Where(territory => territory.Kind == TerritoryKind.Region || territory.Kind == TerritoryKind.FederalDistrict)
            .OrderBy(territory => territory.NameFolded).ThenBy(territory => territory.Id)
            .Select(territory => new { Key = territory.Code ?? territory.Slug, territory.Name, territory.NameEn }).ToListAsync(cancellationToken);
        return [.. regions.Select(region => new FeedChoice(region.Key, language.Locale == Locale.En && region.NameEn is { } english ? english : region.Name))];
    }

    private static async Task<List<FeedChoice>> CentersAsync(DirectoryDb db, PageLanguage language, CancellationToken cancellationToken)
    {
        var centers = await db.Centers.AsNoTracking().OrderBy(center => center.DisplayNameFolded).ThenBy(center => center.Id).Take(MostCenters)
            .Select(center => new { center.Slug, center.DisplayName, center.NameEn }).ToListAsync(cancellationToken);
        return [.. centers.Select(center => new FeedChoice(center.Slug, language.Locale == Locale.En && center.NameEn is { } english ? english : center.DisplayName))];
    }
}
