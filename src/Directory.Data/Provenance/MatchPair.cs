using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>Two live records of different sources that are of one entity, or may be, and why. Derived from the records; made anew when one of them changes.</summary>
internal sealed class MatchPair
{
    /// <summary>The record with the lower id.</summary>
    public long FirstId { get; set; }

    public long SecondId { get; set; }

    /// <summary>1 doubtful, 2 a number against the rest, 3 the same.</summary>
    public int Decision { get; set; }

    /// <summary>0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>Bits.</summary>
    public int Reasons { get; set; }
}

internal sealed class MatchPairConfiguration : IEntityTypeConfiguration<MatchPair>
{
    public void Configure(EntityTypeBuilder<MatchPair> builder)
    {
        builder.ToTable("MatchPairs");
        builder.HasKey(pair => new { pair.FirstId, pair.SecondId });
        builder.Property(pair => pair.FirstId).ValueGeneratedNever();
        builder.Property(pair => pair.SecondId).ValueGeneratedNever();
        builder.HasIndex(pair => pair.SecondId);
    }
}
