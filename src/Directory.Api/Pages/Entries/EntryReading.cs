using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries;

/// <summary>What a page is read from and for.</summary>
/// <param name="Db">The directory.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Origin">Scheme and host of the site.</param>
/// <param name="Today">Today's first instant, UTC: what ends later is to come, so the page holds for the whole day.</param>
/// <param name="Cancellation">The reader has gone.</param>
internal sealed record EntryReading(DirectoryDb Db, PageLanguage Language, string Origin, DateTime Today, CancellationToken Cancellation)
{
    /// <summary>Whether people may send requests for support from here.</summary>
    public bool TakesRequests { get; init; }

    /// <summary>What was last confirmed before this instant is stale today.</summary>
    public DateTime StaleBefore { get; init; }

    /// <summary>Of a project that ended before this day it should be known what became of it.</summary>
    public DateOnly EndedBefore { get; init; }

    /// <summary>Today.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Today);

    /// <summary>The first items of a list, in one statement.</summary>
    public async Task<Listing<T>> FirstAsync<T>(IQueryable<T> items, int most = Listing<T>.Usual)
        where T : class
    {
        var read = await items.AsNoTracking().Take(most + 1).ToListAsync(Cancellation);
        return new Listing<T>(read.Count > most ? read[..most] : read, read.Count > most);
    }
}

/// <summary>The first items of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="HasMore">Whether there are others.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, bool HasMore)
{
    /// <summary>As many as a page shows of most lists.</summary>
    public const int Usual = 50;
}
