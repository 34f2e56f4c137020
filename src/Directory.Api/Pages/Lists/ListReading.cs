using CenterDirectory.Data;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Api.Pages.Lists;

/// <summary>What a list is read with.</summary>
/// <param name="Db">The directory.</param>
/// <param name="Index">Finds entries by words.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Origin">Scheme and host of the site.</param>
/// <param name="Today">Today's first instant.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record ListReading(DirectoryDb Db, ISearchIndex Index, PageLanguage Language, string Origin, DateTime Today, CancellationToken Cancellation)
{
    /// <summary>What was last confirmed before this instant is stale today.</summary>
    public DateTime StaleBefore { get; init; }

    /// <summary>Today.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Today);
}
