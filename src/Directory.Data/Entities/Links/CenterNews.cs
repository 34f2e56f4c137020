using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>
/// A news item that mentions a center, once: because a source says so (<see cref="NewsCenter"/>) or because it was found in the text
/// (<see cref="Mention"/>). Kept by triggers of the database.
/// </summary>
internal sealed class CenterNews
{
    public long CenterId { get; set; }

    public long NewsId { get; set; }

    public Center Center { get; set; } = null!;

    public NewsItem News { get; set; } = null!;
}

internal sealed class CenterNewsConfiguration : IEntityTypeConfiguration<CenterNews>
{
    public void Configure(EntityTypeBuilder<CenterNews> builder)
    {
        builder.ToTable("CenterNews");
        builder.HasKey(link => new { link.CenterId, link.NewsId });
        builder.HasIndex(link => new { link.NewsId, link.CenterId });
        builder.HasOne(link => link.Center).WithMany(center => center.NewsLinks).IsEssential(link => link.CenterId);
        builder.HasOne(link => link.News).WithMany(news => news.CenterLinks).IsEssential(link => link.NewsId);
    }
}

/// <summary>A news item that mentions an organization, once: stated (<see cref="NewsOrganization"/>) or found. Kept by triggers of the database.</summary>
internal sealed class OrganizationNews
{
    public long OrganizationId { get; set; }

    public long NewsId { get; set; }

    public Organization Organization { get; set; } = null!;

    public NewsItem News { get; set; } = null!;
}

internal sealed class OrganizationNewsConfiguration : IEntityTypeConfiguration<OrganizationNews>
{
    public void Configure(EntityTypeBuilder<OrganizationNews> builder)
    {
        builder.ToTable("OrganizationNews");
        builder.HasKey(link => new { link.OrganizationId, link.NewsId });
        builder.HasIndex(link => new { link.NewsId, link.OrganizationId });
        builder.HasOne(link => link.Organization).WithMany(organization => organization.NewsLinks).IsEssential(link => link.OrganizationId);
        builder.HasOne(link => link.News).WithMany(news => news.OrganizationLinks).IsEssential(link => link.NewsId);
    }
}
