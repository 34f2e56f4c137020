using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Filtering;

/// <summary>What is asked of a feed. An empty list is no condition, several values of one list are alternatives.</summary>
internal sealed record FeedFilter
{
    /// <summary>Keys of territories: there and below.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Slugs of centers.</summary>
    public IReadOnlyList<string> Centers { get; init; } = [];

    /// <summary>Slugs of single events.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    public IReadOnlyList<EventKind> Kinds { get; init; } = [];

    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    public IReadOnlyList<EventStatus> Statuses { get; init; } = [];

    public IReadOnlyList<EventLevel> Levels { get; init; } = [];

    public IReadOnlyList<AttendanceMode> AttendanceModes { get; init; } = [];

    /// <summary>Not over yet, or over; null for both.</summary>
    public bool? IsUpcoming { get; init; }

    /// <summary>First day of a window; null if it is open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of a window; null if it is open.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What must all be found in folded texts: the stems of words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<EntryType> Types { get; init; } = [];

    public IReadOnlyList<ChangeKind> ChangeKinds { get; init; } = [];

    /// <summary>Only changes after this revision.</summary>
    public int? SinceRevision { get; init; }

    /// <summary>Language of names, labels and dates.</summary>
    public Locale Locale { get; init; } = Locale.Ru;

    /// <summary>Entries of a page; null for as many as the format has unless told otherwise.</summary>
    public int? Limit { get; init; }

    /// <summary>Where the page begins; null for the first one.</summary>
    public FeedCursor? After { get; init; }

    /// <summary>What stands between the cells of a table.</summary>
    public char Delimiter { get; init; } = ',';
}
