using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>An article or announcement.</summary>
public sealed class NewsItem : DirectoryEntry
{
    /// <summary>Headline.</summary>
    public string Title { get; set; } = "";

    /// <summary>Day of publication.</summary>
    public FuzzyDate? PublishedOn { get; set; }

    /// <summary>Instant of publication, if known.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>Text without boilerplate; null where the source's licence does not allow it.</summary>
    public string? Text { get; set; }

    /// <summary>The original.</summary>
    public Uri? Url { get; set; }

    /// <summary>Author as signed.</summary>
    public string? Author { get; set; }

    /// <summary>Newspaper, site or press service.</summary>
    public string? Publisher { get; set; }

    /// <summary>Credit of the picture.</summary>
    public string? PhotoCredit { get; set; }

    /// <summary>Territory it is about.</summary>
    public Territory? Territory { get; set; }

    internal string TitleFolded { get; set; } = "";

    internal DateOnly? PublishedOnEarliest { get; set; }

    internal DateOnly? PublishedOnLatest { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<NewsEvent> Events { get; set; } = [];

    internal ICollection<NewsCenter> Centers { get; set; } = [];

    internal ICollection<NewsOrganization> Organizations { get; set; } = [];

    internal ICollection<Quote> Quotes { get; set; } = [];

    internal ICollection<Mention> Mentions { get; set; } = [];

    /// <summary>Centers that it mentions, stated and found.</summary>
    internal ICollection<CenterNews> CenterLinks { get; set; } = [];

    internal ICollection<OrganizationNews> OrganizationLinks { get; set; } = [];
}

internal sealed class NewsItemConfiguration : EntryConfiguration<NewsItem>
{
    protected override void ConfigureEntry(EntityTypeBuilder<NewsItem> builder)
    {
        builder.Property(item => item.TitleFolded);
        builder.HasBounds(item => item.PublishedOnEarliest, item => item.PublishedOnLatest);
        builder.HasIndex(item => new { item.PublishedOnLatest, item.Id });
        builder.HasIndex(item => item.PublishedAt);
        builder.HasOne(item => item.Territory).WithMany(territory => territory.News).IsOptional(item => item.TerritoryId);
    }
}
