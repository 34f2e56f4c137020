using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center that a news item mentions.</summary>
public sealed class NewsCenter
{
    /// <summary>The news item.</summary>
    public NewsItem News { get; set; } = null!;

    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    internal long Id { get; set; }

    internal long NewsId { get; set; }

    internal long CenterId { get; set; }
}

internal sealed class NewsCenterConfiguration : IEntityTypeConfiguration<NewsCenter>
{
    public void Configure(EntityTypeBuilder<NewsCenter> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.News).WithMany(news => news.Centers).IsEssential(link => link.NewsId);
        builder.HasOne(link => link.Center).WithMany(center => center.Mentions).IsEssential(link => link.CenterId);
    }
}
