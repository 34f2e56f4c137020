using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>A key under which a record is looked for by others that may speak of the same entity. Kept for live records, and numbers and codes for retired ones.</summary>
internal sealed class MatchKey
{
    /// <summary>Sort of key and hash, see docs/matching.md.</summary>
    public long Key { get; set; }

    public long RecordId { get; set; }

    /// <summary>Source of the record: two rows of one are never joined. Negative once the record is retired.</summary>
    public long SourceId { get; set; }

    /// <summary>Hash of the name beside a number; 0 elsewhere.</summary>
    public int Mark { get; set; }
}

internal sealed class MatchKeyConfiguration : IEntityTypeConfiguration<MatchKey>
{
    public void Configure(EntityTypeBuilder<MatchKey> builder)
    {
        builder.ToTable("MatchKeys");
        builder.HasKey(key => new { key.Key, key.RecordId });
        builder.Property(key => key.Key).ValueGeneratedNever();
        builder.Property(key => key.RecordId).ValueGeneratedNever();
    }
}
