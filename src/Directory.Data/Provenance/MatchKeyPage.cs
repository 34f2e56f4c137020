using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>
/// Keys under which records are looked for by others that may speak of the same entity, some hundreds in one row: see
/// docs/decisions/0032-keys-in-pages.md. Kept for live records, and numbers and codes for retired ones.
/// </summary>
internal sealed class MatchKeyPage
{
    /// <summary>The page has the keys from this one to that of the next page; the first page begins with 0.</summary>
    public long First { get; set; }

    /// <summary>The keys, each with its record, in order.</summary>
    public byte[] Entries { get; set; } = [];
}

internal sealed class MatchKeyPageConfiguration : IEntityTypeConfiguration<MatchKeyPage>
{
    public void Configure(EntityTypeBuilder<MatchKeyPage> builder)
    {
        builder.ToTable("MatchKeyPages");
        builder.HasKey(page => page.First);
        builder.Property(page => page.First).ValueGeneratedNever();
    }
}
