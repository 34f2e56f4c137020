using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Centers that work together under one name.</summary>
public sealed class Network : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Organization that coordinates it.</summary>
    public Organization? Coordinator { get; set; }

    /// <summary>Program that carries it.</summary>
    public Program? Program { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? CoordinatorId { get; set; }

    internal long? ProgramId { get; set; }

    internal ICollection<NetworkMember> Members { get; set; } = [];

    internal ICollection<NetworkTerritory> Territories { get; set; } = [];
}

internal sealed class NetworkConfiguration : EntryConfiguration<Network>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Network> builder)
    {
        builder.Property(network => network.NameFolded);
        builder.HasOne(network => network.Coordinator).WithMany().IsOptional(network => network.CoordinatorId);
        builder.HasOne(network => network.Program).WithMany().IsOptional(network => network.ProgramId);
    }
}
