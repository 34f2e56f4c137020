using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A territory that a center works for.</summary>
public sealed class CenterServiceArea
{
    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    /// <summary>The territory.</summary>
    public Territory Territory { get; set; } = null!;

    internal long Id { get; set; }

    internal long CenterId { get; set; }

    internal long TerritoryId { get; set; }
}

internal sealed class CenterServiceAreaConfiguration : IEntityTypeConfiguration<CenterServiceArea>
{
    public void Configure(EntityTypeBuilder<CenterServiceArea> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Center).WithMany(center => center.ServiceAreas).IsEssential(link => link.CenterId);
        builder.HasOne(link => link.Territory).WithMany(territory => territory.ServedBy).IsEssential(link => link.TerritoryId);
    }
}
