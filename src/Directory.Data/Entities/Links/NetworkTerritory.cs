using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A territory that a network covers.</summary>
public sealed class NetworkTerritory
{
    /// <summary>The network.</summary>
    public Network Network { get; set; } = null!;

    /// <summary>The territory.</summary>
    public Territory Territory { get; set; } = null!;

    internal long Id { get; set; }

    internal long NetworkId { get; set; }

    internal long TerritoryId { get; set; }
}

internal sealed class NetworkTerritoryConfiguration : IEntityTypeConfiguration<NetworkTerritory>
{
    public void Configure(EntityTypeBuilder<NetworkTerritory> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Network).WithMany(network => network.Territories).IsEssential(link => link.NetworkId);
        builder.HasOne(link => link.Territory).WithMany(territory => territory.Networks).IsEssential(link => link.TerritoryId);
    }
}
