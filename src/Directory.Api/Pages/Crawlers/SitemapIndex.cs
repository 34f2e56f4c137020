using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Crawlers;

/// <summary>
/// Which sitemaps there are and when each last changed. One holds a span of ids, so an entry never moves from one to another, and a crawler
/// reads only those anew in which something changed.
/// </summary>
internal sealed class SitemapIndex(IDbContextFactory<DirectoryDb> databases, Editions editions)
{
    /// <summary>Ids in a sitemap. The protocol allows 50,000 addresses and 50 MiB; with both languages of each address half of it is near that.</summary>
    public const int Span = 25_000;

    private volatile Known? known;

    /// <summary>All sitemaps of entries, counted once a revision.</summary>
    public async Task<IReadOnlyList<Sitemap>> ReadAsync(CancellationToken cancellationToken)
    {
        var revision = (await editions.CurrentAsync(cancellationToken)).Revision;
        if (known is { } last && last.Revision == revision)
        {
            return last.Sitemaps;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sitemaps = new List<Sitemap>();
        foreach (var type in EntryAddress.Types)
        {
            sitemaps.AddRange(await SpansAsync(type, Entries(db, type), cancellationToken));
        }

        known = new Known(revision, sitemaps);
        return sitemaps;
    }

    /// <summary>The addresses of a sitemap, by id.</summary>
    public static IAsyncEnumerable<SitemapEntry> EntriesOf(DirectoryDb db, EntryType type, int span)
    {
        var (after, last) = ((long)span * Span, (span + 1L) * Span);
        return Entries(db, type).Where(entry => entry.Id > after && entry.Id <= last).OrderBy(entry => entry.Id)
            .Select(entry => new SitemapEntry(entry.Slug, entry.UpdatedAt)).AsAsyncEnumerable();
    }

    private static async Task<IEnumerable<Sitemap>> SpansAsync(EntryType type, IQueryable<DirectoryEntry> entries, CancellationToken cancellationToken)
    {
        var spans = await entries.GroupBy(entry => (entry.Id - 1) / Span)
            .Select(group => new { group.Key, UpdatedAt = group.Max(entry => entry.UpdatedAt) })
            .ToListAsync(cancellationToken);
        return spans.OrderBy(span => span.Key).Select(span => new Sitemap(type, (int)span.Key, span.UpdatedAt));
    }

    private static IQueryable<DirectoryEntry> Entries(DirectoryDb db, EntryType type) => type switch
    {
        EntryType.Center => db.Centers,
        EntryType.Service => db.Services,
        EntryType.Organization => db.Organizations,
        EntryType.Event => db.Events,
        EntryType.NewsItem => db.News,
        EntryType.Territory => db.Territories,
        EntryType.Network => db.Networks,
        EntryType.Program => db.Programs,
        EntryType.Project => db.Projects,
        EntryType.Grant => db.Grants,
        EntryType.Practice => db.Practices,
        EntryType.Person => db.People,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A type without pages."),
    };

    private sealed record Known(int Revision, IReadOnlyList<Sitemap> Sitemaps);
}

/// <summary>A sitemap.</summary>
/// <param name="Type">Type of its entries.</param>
/// <param name="Number">Which span of ids, from 0.</param>
/// <param name="UpdatedAt">When one of them last changed.</param>
internal sealed record Sitemap(EntryType Type, int Number, DateTime UpdatedAt);

/// <summary>An address of a sitemap.</summary>
/// <param name="Slug">Slug of the entry.</param>
/// <param name="UpdatedAt">When it last changed.</param>
internal sealed record SitemapEntry(string Slug, DateTime UpdatedAt);
