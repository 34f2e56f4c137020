using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What a person says of two records. By the keys of their sources: it outlives re-imports, and even a directory that is built anew.</summary>
internal sealed class MatchJudgement
{
    public long Id { get; set; }

    /// <summary>Record kind of both.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Source and external id of the one that comes first in the order of both.</summary>
    public string FirstSource { get; set; } = "";

    public string FirstKey { get; set; } = "";

    public string SecondSource { get; set; } = "";

    public string SecondKey { get; set; } = "";

    public bool IsSame { get; set; }

    public DateTime JudgedAt { get; set; }

    /// <summary>Why, in the words of who judged.</summary>
    public string? Note { get; set; }
}

internal sealed class MatchJudgementConfiguration : IEntityTypeConfiguration<MatchJudgement>
{
    public void Configure(EntityTypeBuilder<MatchJudgement> builder)
    {
        builder.ToTable("MatchJudgements");
        builder.HasKey(judgement => judgement.Id);
        builder.HasIndex(judgement => new { judgement.Kind, judgement.FirstSource, judgement.FirstKey, judgement.SecondSource, judgement.SecondKey })
            // The usual name would be longer than PostgreSQL allows.
            .HasDatabaseName("IX_MatchJudgements_Pair").IsUnique();
    }
}
