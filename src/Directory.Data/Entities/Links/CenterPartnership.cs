using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>Two centers that work together; stated once, seen from both as <see cref="CenterPartner"/>.</summary>
public sealed class CenterPartnership
{
    /// <summary>One center.</summary>
    public Center Center { get; set; } = null!;

    /// <summary>The other center.</summary>
    public Center Partner { get; set; } = null!;

    /// <summary>What they help each other with.</summary>
    [United]
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>The partnership in the source's words.</summary>
    public string? Text { get; set; }

    /// <summary>Since when.</summary>
    public FuzzyDate? Since { get; set; }

    /// <summary>Event at which it was agreed.</summary>
    public Event? Event { get; set; }

    internal long Id { get; set; }

    internal DateOnly? SinceEarliest { get; set; }

    internal DateOnly? SinceLatest { get; set; }

    internal long CenterId { get; set; }

    internal long PartnerId { get; set; }

    internal long? EventId { get; set; }
}

internal sealed class CenterPartnershipConfiguration : IEntityTypeConfiguration<CenterPartnership>
{
    public void Configure(EntityTypeBuilder<CenterPartnership> builder)
    {
        builder.HasKey(partnership => partnership.Id);
        builder.HasEnumList(partnership => partnership.SupportKinds);
        builder.HasBounds(partnership => partnership.SinceEarliest, partnership => partnership.SinceLatest);
        builder.HasOne(partnership => partnership.Center).WithMany().IsEssential(partnership => partnership.CenterId);
        builder.HasOne(partnership => partnership.Partner).WithMany().IsEssential(partnership => partnership.PartnerId);
        builder.HasOne(partnership => partnership.Event).WithMany().IsOptional(partnership => partnership.EventId);
    }
}
