namespace CenterDirectory.Api.Feeds.Syndication;

/// <summary>What RSS, Atom and JSON Feed alike say of an entry.</summary>
/// <param name="Id">Identifier, the same for ever.</param>
/// <param name="Title">Title.</param>
/// <param name="Link">What a reader opens: the original if there is one, else the page of the directory.</param>
/// <param name="Updated">When it last changed.</param>
internal sealed record FeedItem(string Id, string Title, string Link, DateTime Updated)
{
    /// <summary>Its page in the directory; null if it has none.</summary>
    public string? Page { get; init; }

    /// <summary>Instant of publication; null if unknown.</summary>
    public DateTime? Published { get; init; }

    /// <summary>Day, month or year of publication, where no instant is known.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>A few plain lines.</summary>
    public string? Summary { get; init; }

    /// <summary>Everything there is to read, HTML.</summary>
    public string? Content { get; init; }

    /// <summary>Name of the author.</summary>
    public string? Author { get; init; }

    /// <summary>Categories.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>What may be taken along, such as the event as a calendar.</summary>
    public FeedEnclosure? Enclosure { get; init; }

    /// <summary>When and where, for an event.</summary>
    public FeedOccasion? Occasion { get; init; }
}

/// <summary>A category.</summary>
/// <param name="Vocabulary">Name of its vocabulary.</param>
/// <param name="Term">The value by which it can be filtered.</param>
/// <param name="Label">What people call it.</param>
internal sealed record FeedCategory(string Vocabulary, string Term, string Label);

/// <summary>A file that belongs to an entry.</summary>
internal sealed record FeedEnclosure(string Address, string ContentType, string Title);

/// <summary>When and where an event takes place, as the event module of RSS tells it.</summary>
/// <param name="Start">Start, ISO 8601: an instant with its offset or a day; null if no day is known.</param>
/// <param name="End">End; null if unknown.</param>
/// <param name="Place">Place in words; null if unknown.</param>
internal sealed record FeedOccasion(string? Start, string? End, string? Place);
