using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>An organization that a news item mentions.</summary>
public sealed class NewsOrganization
{
    /// <summary>The news item.</summary>
    public NewsItem News { get; set; } = null!;

    /// <summary>The organization.</summary>
    public Organization Organization { get; set; } = null!;

    internal long Id { get; set; }

    internal long NewsId { get; set; }

    internal long OrganizationId { get; set; }
}

internal sealed class NewsOrganizationConfiguration : IEntityTypeConfiguration<NewsOrganization>
{
    public void Configure(EntityTypeBuilder<NewsOrganization> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.News).WithMany(news => news.Organizations).IsEssential(link => link.NewsId);
        builder.HasOne(link => link.Organization).WithMany(organization => organization.Mentions).IsEssential(link => link.OrganizationId);
    }
}
