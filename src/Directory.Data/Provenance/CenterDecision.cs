using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>Whether an organization of a registry was taken for a resource center. By the key of the source, so that it outlives re-imports.</summary>
internal sealed class CenterDecision
{
    /// <summary>Key of the source of the organization's record.</summary>
    public string Source { get; set; } = "";

    /// <summary>The source's key of the organization.</summary>
    public string ExternalId { get; set; } = "";

    public bool IsAccepted { get; set; }

    /// <summary>Name of the center, if it is not that of the organization.</summary>
    public string? Name { get; set; }

    public DateTime DecidedAt { get; set; }

    public string? Note { get; set; }
}

internal sealed class CenterDecisionConfiguration : IEntityTypeConfiguration<CenterDecision>
{
    public void Configure(EntityTypeBuilder<CenterDecision> builder)
    {
        builder.ToTable("CenterDecisions");
        builder.HasKey(decision => new { decision.Source, decision.ExternalId });
    }
}
