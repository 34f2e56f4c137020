using CenterDirectory.Api.Feeds.Filtering;

namespace CenterDirectory.Api.Feeds;

/// <summary>The address of a feed: of everything, of a center or of a territory.</summary>
/// <param name="Subject">What it tells of.</param>
/// <param name="Format">Its format.</param>
/// <param name="Owner">What it belongs to.</param>
/// <param name="Key">Slug of the center, or key of the territory; null for everything.</param>
internal sealed record FeedAddress(FeedNames Subject, FeedFormat Format, FeedOwner Owner, string? Key)
{
    /// <summary>The path.</summary>
    public string Path => $"{Folder}/{Subject.Segment}.{Format.Extension}";

    /// <summary>The same in another format.</summary>
    public FeedAddress In(FeedFormat format) => this with { Format = format };

    /// <summary>The parameter that the path stands for; null if there is none.</summary>
    public string? Parameter => Owner switch
    {
        FeedOwner.Center => "center",
        FeedOwner.Territory => "territory",
        _ => null,
    };

    /// <summary>A filter with what the path says.</summary>
    public FeedFilter Narrow(FeedFilter filter) => Owner switch
    {
        FeedOwner.Center => filter with { Centers = [Key!] },
        FeedOwner.Territory => filter with { Territories = [Key!] },
        _ => filter,
    };

    /// <summary>The page where people choose and look at the same.</summary>
    public string PageOf(FeedQuery query)
    {
        var page = query.Address(("after", null), ("limit", null), ("delimiter", null));
        var owner = Parameter is null ? "" : $"{Parameter}={Uri.EscapeDataString(Key!)}";
        var subject = Subject.Subject == FeedSubject.Events ? "" : $"feed={Subject.Segment}";
        return string.Join('&', ((string[])[page.TrimStart('?'), owner, subject]).Where(part => part.Length > 0)) is { Length: > 0 } parts ? $"/feeds?{parts}" : "/feeds";
    }

    /// <summary>The path up to the name of the feed.</summary>
    private string Folder => Owner switch
    {
        FeedOwner.Center => $"/centers/{Uri.EscapeDataString(Key!)}",
        FeedOwner.Territory => $"/territories/{Uri.EscapeDataString(Key!)}",
        _ => "/feeds",
    };
}

/// <summary>What a feed belongs to.</summary>
internal enum FeedOwner
{
    /// <summary>The whole directory.</summary>
    Directory,

    /// <summary>A center.</summary>
    Center,

    /// <summary>A territory.</summary>
    Territory,
}
