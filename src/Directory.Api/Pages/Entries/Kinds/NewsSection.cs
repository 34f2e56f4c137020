using CenterDirectory.Data.Entities;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>News about somebody, the newest first.</summary>
internal static class NewsSection
{
    private const int Most = 20;

    /// <summary>Adds the section, in one statement.</summary>
    public static async Task AddAsync(EntryDraft page, IQueryable<NewsItem> items)
    {
        var news = await page.Reading.FirstAsync(items.OrderByDescending(item => item.PublishedOnLatest ?? DateOnly.MinValue).ThenBy(item => item.Id), Most);
        page.Section("news", "Новости", "News", Blocks.List(news.Items, page.Cards.News), page.More(news.HasMore, page.Rest(SiteMenu.News)));
    }
}
