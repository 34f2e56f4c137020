using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What one row of a source states, and which entity it speaks of. Entities are merged out of these and can be merged anew.</summary>
internal sealed class SourceRecord
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    /// <summary>Class name of the entity it speaks of, links included: Center, NetworkMember …</summary>
    public string Kind { get; set; } = "";

    /// <summary>The source's own key of the row.</summary>
    public string ExternalId { get; set; } = "";

    /// <summary>The entity; kept when the row is retired, so that a returning one gets its old id. Null until resolved.</summary>
    public long? EntityId { get; set; }

    /// <summary>The entity it stood for before it was joined to another; null if it never stood for one of its own, or still does. What it gets back when they part.</summary>
    public long? OwnEntityId { get; set; }

    /// <summary>First 16 bytes of the payload's SHA-256.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>Canonical JSON of the stated fields.</summary>
    public string Payload { get; set; } = "{}";

    public Uri? RecordUrl { get; set; }

    /// <summary>The day as of which the source states it, by its own word; null if it does not say.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Runs in a row that did not bring it.</summary>
    public int MissingRuns { get; set; }

    public DateTime? RetiredAt { get; set; }

    public DateTime FirstSeenAt { get; set; }

    public DateTime ChangedAt { get; set; }

    public Source Source { get; set; } = null!;

    public ICollection<RecordReference> References { get; set; } = [];
}

internal sealed class SourceRecordConfiguration : IEntityTypeConfiguration<SourceRecord>
{
    public void Configure(EntityTypeBuilder<SourceRecord> builder)
    {
        builder.HasKey(record => record.Id);
        builder.HasIndex(record => new { record.SourceId, record.Kind, record.ExternalId }).IsUnique();
        builder.HasIndex(record => new { record.Kind, record.EntityId });
        builder.HasOne(record => record.Source).WithMany().HasForeignKey(record => record.SourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
