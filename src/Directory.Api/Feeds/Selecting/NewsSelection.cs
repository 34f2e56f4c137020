using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>The news that a filter asks for.</summary>
internal static class NewsSelection
{
    /// <summary>The query, without an order.</summary>
    public static IQueryable<NewsItem> Of(DirectoryDb db, FeedFilter filter, FeedScope scope)
    {
        var news = db.News.AsNoTracking();
        var (territories, centers) = (scope.Territories.Select(entry => entry.Id).ToArray(), scope.Centers.Select(entry => entry.Id).ToArray());
        if (territories.Length > 0)
        {
            news = news.Where(item => item.Territory!.Above.Any(pair => Enumerable.Contains(territories, pair.AncestorId)));
        }

        if (centers.Length > 0)
        {
            news = news.Where(item => item.CenterLinks.Any(link => Enumerable.Contains(centers, link.CenterId)));
        }

        foreach (var word in filter.Words)
        {
            news = news.Where(item => item.TitleFolded.Contains(word) || SearchText.Fold(item.NameEn)!.Contains(word)
                || SearchText.Fold(item.Summary)!.Contains(word) || SearchText.Fold(item.Text)!.Contains(word));
        }

        return InWindow(news, filter.From, filter.To);
    }

    private static IQueryable<NewsItem> InWindow(IQueryable<NewsItem> news, DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
        {
            var start = first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            news = news.Where(item => item.PublishedOnLatest >= first || (item.PublishedOn == null && item.PublishedAt >= start));
        }

        if (to is { } last)
        {
            var end = last.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
            news = news.Where(item => item.PublishedOnEarliest <= last || (item.PublishedOn == null && item.PublishedAt <= end));
        }

        return news;
    }
}
