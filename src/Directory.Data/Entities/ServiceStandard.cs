using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>What a good service is, as a network or authority says.</summary>
public sealed class ServiceStandard : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it asks for.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Version.</summary>
    public string? Version { get; set; }

    /// <summary>Who issued it.</summary>
    public Organization? Issuer { get; set; }

    /// <summary>Network it holds in.</summary>
    public Network? Network { get; set; }

    /// <summary>Territory it holds in, with everything below.</summary>
    public Territory? Territory { get; set; }

    /// <summary>Kinds of support it applies to.</summary>
    [United]
    public List<SupportKind> SupportKinds { get; set; } = [];

    /// <summary>Months a confirmation lasts; null if it does not run out.</summary>
    public int? ValidMonths { get; set; }

    /// <summary>What is checked, at most 50.</summary>
    public List<StandardCriterion> Criteria { get; set; } = [];

    internal string NameFolded { get; set; } = "";

    internal long? IssuerId { get; set; }

    internal long? NetworkId { get; set; }

    internal long? TerritoryId { get; set; }

    internal ICollection<StandardDeclaration> Declarations { get; set; } = [];
}

internal sealed class ServiceStandardConfiguration : EntryConfiguration<ServiceStandard>
{
    protected override void ConfigureEntry(EntityTypeBuilder<ServiceStandard> builder)
    {
        builder.Property(standard => standard.NameFolded);
        builder.HasEnumList(standard => standard.SupportKinds);
        builder.HasJsonList(standard => standard.Criteria);
        builder.HasOne(standard => standard.Issuer).WithMany().IsOptional(standard => standard.IssuerId);
        builder.HasOne(standard => standard.Network).WithMany().IsOptional(standard => standard.NetworkId);
        builder.HasOne(standard => standard.Territory).WithMany().IsOptional(standard => standard.TerritoryId);
    }
}
