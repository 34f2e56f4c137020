using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>One center working with another.</summary>
/// <remarks>A view that shows each <see cref="CenterPartnership"/> twice, from one side and from the other.</remarks>
internal sealed class CenterPartner
{
    /// <summary>The other center.</summary>
    public Center Center { get; set; } = null!;

    /// <summary>What they help each other with.</summary>
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>The partnership in the source's words.</summary>
    public string? Text { get; set; }

    /// <summary>Since when.</summary>
    public FuzzyDate? Since { get; set; }

    /// <summary>Event at which it was agreed.</summary>
    public Event? Event { get; set; }

    internal long Id { get; set; }

    internal Center Side { get; set; } = null!;

    internal DateOnly? SinceEarliest { get; set; }

    internal DateOnly? SinceLatest { get; set; }

    internal long SideId { get; set; }

    internal long CenterId { get; set; }

    internal long? EventId { get; set; }
}

internal sealed class CenterPartnerConfiguration : IEntityTypeConfiguration<CenterPartner>
{
    public const string View = "CenterPartners";

    public void Configure(EntityTypeBuilder<CenterPartner> builder)
    {
        builder.ToView(View);
        builder.HasKey(partner => partner.Id);
        builder.HasEnumList(partner => partner.SupportKinds);
        builder.HasBounds(partner => partner.SinceEarliest, partner => partner.SinceLatest);
        builder.HasOne(partner => partner.Side).WithMany(center => center.Partners).IsEssential(partner => partner.SideId);
        builder.HasOne(partner => partner.Center).WithMany().IsEssential(partner => partner.CenterId);
        builder.HasOne(partner => partner.Event).WithMany().IsOptional(partner => partner.EventId);
    }
}
