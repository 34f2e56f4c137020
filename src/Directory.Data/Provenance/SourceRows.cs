using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What the rows of a source looked like when they were read last, so that those that look the same need not be read again. It may be lost: then they are.</summary>
internal sealed class SourceRows
{
    public long SourceId { get; set; }

    /// <summary>Of the manifest and the program that read them: under others the same rows may say something else.</summary>
    public byte[] Seal { get; set; } = [];

    /// <summary>For each record, in order of ids: its id, the digest of its row, the beginning of the hash of what was made of it.</summary>
    public byte[] Digests { get; set; } = [];

    public Source Source { get; set; } = null!;
}

internal sealed class SourceRowsConfiguration : IEntityTypeConfiguration<SourceRows>
{
    public void Configure(EntityTypeBuilder<SourceRows> builder)
    {
        builder.ToTable("SourceRows");
        builder.HasKey(rows => rows.SourceId);
        builder.Property(rows => rows.SourceId).ValueGeneratedNever();
        builder.HasOne(rows => rows.Source).WithOne().HasForeignKey<SourceRows>(rows => rows.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
