using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What a payload refers to, so that the records which wait for a target are found when it appears or returns.</summary>
internal sealed class RecordReference
{
    public long SourceRecordId { get; set; }

    /// <summary>Field of the payload that refers.</summary>
    public string Field { get; set; } = "";

    /// <summary>Class name of the target.</summary>
    public string TargetKind { get; set; } = "";

    /// <summary>The key as the payload writes it; of a territory: folded, without a second name.</summary>
    public string TargetKey { get; set; } = "";

    public SourceRecord SourceRecord { get; set; } = null!;
}

internal sealed class RecordReferenceConfiguration : IEntityTypeConfiguration<RecordReference>
{
    public void Configure(EntityTypeBuilder<RecordReference> builder)
    {
        builder.HasKey(reference => new { reference.SourceRecordId, reference.Field, reference.TargetKey });
        builder.HasIndex(reference => new { reference.TargetKind, reference.TargetKey });
        builder.HasOne(reference => reference.SourceRecord).WithMany(record => record.References)
            .HasForeignKey(reference => reference.SourceRecordId).OnDelete(DeleteBehavior.Cascade);
    }
}
