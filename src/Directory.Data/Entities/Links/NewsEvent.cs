using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>An event that a news item reports or announces.</summary>
public sealed class NewsEvent
{
    /// <summary>The news item.</summary>
    public NewsItem News { get; set; } = null!;

    /// <summary>The event.</summary>
    public Event Event { get; set; } = null!;

    internal long Id { get; set; }

    internal long NewsId { get; set; }

    internal long EventId { get; set; }
}

internal sealed class NewsEventConfiguration : IEntityTypeConfiguration<NewsEvent>
{
    public void Configure(EntityTypeBuilder<NewsEvent> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.News).WithMany(news => news.Events).IsEssential(link => link.NewsId);
        builder.HasOne(link => link.Event).WithMany(item => item.News).IsEssential(link => link.EventId);
    }
}
