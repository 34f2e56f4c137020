using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Money given for a purpose.</summary>
public sealed class Grant : DirectoryEntry
{
    /// <summary>Name, if it has one.</summary>
    public string? Name { get; set; }

    /// <summary>Application or contract number.</summary>
    public string? Number { get; set; }

    /// <summary>Competition it was won in.</summary>
    public string? Competition { get; set; }

    /// <summary>Grant direction in the funder's words.</summary>
    public string? Direction { get; set; }

    /// <summary>Who gives the money, e.g. «Президент Российской Федерации».</summary>
    public string? Funder { get; set; }

    /// <summary>Organization that distributes it.</summary>
    public Organization? Operator { get; set; }

    /// <summary>Organization that received it.</summary>
    public Organization? Recipient { get; set; }

    /// <summary>Sum granted; null if nobody said.</summary>
    public Money? Amount { get; set; }

    /// <summary>When it was decided.</summary>
    public FuzzyDate? AwardedOn { get; set; }

    /// <summary>What it pays for.</summary>
    public Project? Project { get; set; }

    internal string? NameFolded { get; set; }

    internal DateOnly? AwardedOnEarliest { get; set; }

    internal DateOnly? AwardedOnLatest { get; set; }

    internal long? OperatorId { get; set; }

    internal long? RecipientId { get; set; }

    internal long? ProjectId { get; set; }
}

internal sealed class GrantConfiguration : EntryConfiguration<Grant>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Grant> builder)
    {
        builder.Property(grant => grant.NameFolded);
        builder.HasBounds(grant => grant.AwardedOnEarliest, grant => grant.AwardedOnLatest);
        builder.ComplexProperty(grant => grant.Amount);
        builder.HasIndex(grant => new { grant.AwardedOnEarliest, grant.Id });
        builder.HasOne(grant => grant.Operator).WithMany().IsOptional(grant => grant.OperatorId);
        builder.HasOne(grant => grant.Recipient).WithMany(organization => organization.Grants).IsOptional(grant => grant.RecipientId);
        builder.HasOne(grant => grant.Project).WithMany(project => project.Grants).IsOptional(grant => grant.ProjectId);
    }
}
