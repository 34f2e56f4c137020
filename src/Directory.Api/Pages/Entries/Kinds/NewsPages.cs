using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about news.</summary>
internal sealed class NewsPages() : EntryKind<NewsItem>(EntryType.NewsItem)
{
    /// <inheritdoc/>
    protected override IQueryable<NewsItem> WithReferences(IQueryable<NewsItem> entries) => entries.Include(news => news.Territory);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(NewsItem entry) => entry.Territory;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(NewsItem entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.News.Where(news => news.Id == entry.Id);
        page.Summary = entry.Summary ?? entry.Text;
        page.Section("about", "О публикации", "About the publication",
            page.Prose(entry.Summary),
            Blocks.Facts(
                page.Fact("Опубликовано", "Published", entry.PublishedOn),
                page.Fact("Издание", "Published by", entry.Publisher),
                page.Fact("Автор", "Author", entry.Author),
                page.Fact("Фото", "Photo", entry.PhotoCredit),
                page.Place("О территории", "About", entry.Territory, null),
                page.Web("Оригинал", "Original", entry.Url)));
        page.Section("text", "Текст", "Text", page.Prose(entry.Text));

        var quotes = await reading.FirstAsync(one.SelectMany(news => news.Quotes).Include(quote => quote.Person).OrderBy(quote => quote.Id));
        page.Section("quotes", "Цитаты", "Quotations", quotes.Items.Select(quote => (Block?)new Quotation(quote.Text, Line.Of(
            quote.Person is { } person ? page.Cards.Link(person) : Phrase.Of(quote.Speaker),
            quote.Position is { } position ? Phrase.Quiet(", " + position) : null))));
        var events = await reading.FirstAsync(one.SelectMany(NewsItemType.Events).Include(item => item.Territory)
            .OrderBy(item => item.DateEarliest ?? DateOnly.MaxValue).ThenBy(item => item.Id));
        page.Section("events", "О каких событиях", "Events it tells of", Blocks.List(events.Items, item => page.Cards.Event(item)), page.More(events.HasMore));
        var centers = await reading.FirstAsync(one.SelectMany(NewsItemType.Centers).Include(center => center.Territory).OrderBy(center => center.DisplayNameFolded));
        page.Section("centers", "Какие центры названы", "Centers it names", Blocks.List(centers.Items, page.Cards.Center), page.More(centers.HasMore));
        var organizations = await reading.FirstAsync(one.SelectMany(news => news.Organizations).Select(link => link.Organization).Distinct()
            .Include(organization => organization.Territory).OrderBy(organization => organization.DisplayNameFolded));
        page.Section("organizations", "Какие организации названы", "Organizations it names",
            Blocks.List(organizations.Items, page.Cards.Organization), page.More(organizations.HasMore));
        await OthersAsync(page, one);

        return terms.Subject(entry)
            .With("headline", page.Cards.Name(entry))
            .With("description", entry.Summary)
            .With("articleBody", entry.Text)
            .With("datePublished", LinkedTerms.Date(entry.PublishedOn))
            .With("author", entry.Author is { } author ? new JsonObject { ["name"] = author } : null)
            .With("publisher", entry.Publisher is { } publisher ? JsonLd.Of("Organization").With("name", publisher) : null)
            .With("spatialCoverage", terms.Maybe(entry.Territory))
            .With("about", events.Items.Select(terms.Reference))
            .With("mentions", centers.Items.Select(terms.Reference).Concat(organizations.Items.Select(terms.Reference)))
            .With("url", LinkedTerms.Web(entry.Url));
    }

    /// <summary>People, places and undertakings that its text names for certain.</summary>
    private static async Task OthersAsync(EntryDraft page, IQueryable<NewsItem> one)
    {
        var mentions = await page.Reading.FirstAsync(one.SelectMany(news => news.Mentions)
            .Where(mention => mention.Confidence >= Mention.Listed && mention.TargetCenterId == null && mention.TargetOrganizationId == null)
            .Include(mention => mention.TargetPerson).Include(mention => mention.TargetTerritory).Include(mention => mention.TargetNetwork)
            .Include(mention => mention.TargetProgram).Include(mention => mention.TargetProject).Include(mention => mention.TargetEvent)
            .OrderBy(mention => mention.Start).ThenBy(mention => mention.Id));
        page.Section("mentions", "Кто и что ещё названо", "Who and what else it names", Blocks.List(
            mentions.Items.Select(mention => mention.Target).DistinctBy(target => (target.GetType(), target.Id)), page.Cards.Plain), page.More(mentions.HasMore));
    }
}
