namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>What an item says, whichever format it came in. Texts are plain, addresses and dates as written.</summary>
internal sealed class SyndicationItem
{
    public string? Id { get; set; }

    public string? Title { get; set; }

    public string? Url { get; set; }

    public string? Summary { get; set; }

    public string? Content { get; set; }

    public string? Published { get; set; }

    public string? Updated { get; set; }

    public string? Author { get; set; }

    public List<string> Categories { get; } = [];

    public string? Image { get; set; }

    public string? Enclosure { get; set; }

    public string? Language { get; set; }

    /// <summary>Title of the feed in which the item stands.</summary>
    public string? Feed { get; set; }

    /// <summary>Address that those of the item are relative to.</summary>
    public string? Base { get; set; }
}
