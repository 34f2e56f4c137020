using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>An organization that belongs to a center.</summary>
public sealed class CenterMember
{
    /// <summary>The organization.</summary>
    public Organization Organization { get; set; } = null!;

    /// <summary>Its role.</summary>
    public ParticipantRole? Role { get; set; }

    /// <summary>The relation in the source's words.</summary>
    public string? Text { get; set; }

    /// <summary>Since when.</summary>
    public FuzzyDate? Since { get; set; }

    internal Center Center { get; set; } = null!;

    internal long Id { get; set; }

    internal DateOnly? SinceEarliest { get; set; }

    internal DateOnly? SinceLatest { get; set; }

    internal long CenterId { get; set; }

    internal long OrganizationId { get; set; }
}

internal sealed class CenterMemberConfiguration : IEntityTypeConfiguration<CenterMember>
{
    public void Configure(EntityTypeBuilder<CenterMember> builder)
    {
        builder.HasKey(member => member.Id);
        builder.HasBounds(member => member.SinceEarliest, member => member.SinceLatest);
        builder.HasOne(member => member.Center).WithMany(center => center.Members).IsEssential(member => member.CenterId);
        builder.HasOne(member => member.Organization).WithMany().IsEssential(member => member.OrganizationId);
    }
}
