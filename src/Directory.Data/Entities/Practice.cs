using CenterDirectory.Data.Entities.Links;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A way of working that others may take over.</summary>
public sealed class Practice : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Who developed it.</summary>
    public Organization? Owner { get; set; }

    /// <summary>The developer as the source words it.</summary>
    public string? OwnerText { get; set; }

    /// <summary>Where it comes from.</summary>
    public Territory? Origin { get; set; }

    /// <summary>The origin as the source words it.</summary>
    public string? OriginText { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? OwnerId { get; set; }

    internal long? OriginId { get; set; }

    internal ICollection<Replication> Replications { get; set; } = [];

    internal ICollection<PracticeCenter> Centers { get; set; } = [];
}

internal sealed class PracticeConfiguration : EntryConfiguration<Practice>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Practice> builder)
    {
        builder.Property(practice => practice.NameFolded);
        builder.HasOne(practice => practice.Owner).WithMany().IsOptional(practice => practice.OwnerId);
        builder.HasOne(practice => practice.Origin).WithMany().IsOptional(practice => practice.OriginId);
    }
}
