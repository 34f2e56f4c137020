using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>An act of an authority.</summary>
public sealed class LegalAct
{
    /// <summary>Full title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Kind of act, e.g. «постановление».</summary>
    public string? Kind { get; set; }

    /// <summary>Number; null if the source gives none.</summary>
    public string? Number { get; set; }

    /// <summary>When it was signed.</summary>
    public FuzzyDate? SignedOn { get; set; }

    /// <summary>Who signed it, with position.</summary>
    public string? SignedBy { get; set; }

    /// <summary>Authority that issued it.</summary>
    public Organization? Issuer { get; set; }

    /// <summary>Its text.</summary>
    public Uri? Url { get; set; }

    internal long Id { get; set; }

    internal string TitleFolded { get; set; } = "";

    internal DateOnly? SignedOnEarliest { get; set; }

    internal DateOnly? SignedOnLatest { get; set; }

    internal long? IssuerId { get; set; }
}

internal sealed class LegalActConfiguration : IEntityTypeConfiguration<LegalAct>
{
    public void Configure(EntityTypeBuilder<LegalAct> builder)
    {
        builder.HasKey(act => act.Id);
        builder.Property(act => act.TitleFolded);
        builder.HasBounds(act => act.SignedOnEarliest, act => act.SignedOnLatest);
        builder.HasOne(act => act.Issuer).WithMany().IsOptional(act => act.IssuerId);
    }
}
