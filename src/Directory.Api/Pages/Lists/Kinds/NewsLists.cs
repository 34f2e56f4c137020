using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists.Kinds;

/// <summary>The list of news.</summary>
internal sealed class NewsLists() : ListKind<NewsItem>(SearchType.NewsItem)
{
    /// <inheritdoc/>
    public override MenuEntry Place => SiteMenu.News;

    /// <inheritdoc/>
    public override LocalizedText Title { get; } = new("Новости", "News");

    /// <inheritdoc/>
    public override LocalizedText Lead { get; } = new(
        "Что пишут о ресурсных центрах и об их событиях; у каждой новости есть ссылка на оригинал, если источник её назвал.",
        "What is written about resource centers and their events; every item links to the original if its source named one.");

    /// <inheritdoc/>
    public override Noun Noun { get; } = new("новость", "новости", "новостей", "news item", "news items");

    /// <inheritdoc/>
    public override string Feed => "news";

    /// <inheritdoc/>
    public override IReadOnlyList<ListChoice<NewsItem>> Choices { get; } = [];

    /// <inheritdoc/>
    protected override IQueryable<NewsItem> In(IQueryable<NewsItem> entries, long territoryId) =>
        entries.Where(news => news.Territory!.Above.Any(pair => pair.AncestorId == territoryId));

    /// <inheritdoc/>
    protected override IQueryable<NewsItem> WithReferences(IQueryable<NewsItem> entries) => entries.Include(news => news.Territory);

    /// <inheritdoc/>
    protected override Card CardOf(EntryCards cards, NewsItem entry) =>
        entry.Territory is { } place ? cards.News(entry) is var card ? card with { Notes = [.. card.Notes, cards.Link(place)] } : card : cards.News(entry);

    /// <summary>Newest first; those of an unknown day come last.</summary>
    protected override IQueryable<NewsItem> Ordered(IQueryable<NewsItem> entries, DateTime today) => entries
        .OrderBy(news => news.PublishedOnLatest == null).ThenByDescending(news => news.PublishedOnLatest).ThenByDescending(news => news.Id);
}
