using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What one revision did to one entry.</summary>
public sealed class Change
{
    /// <summary>The revision.</summary>
    public Revision Revision { get; set; } = null!;

    /// <summary>What happened.</summary>
    public ChangeKind Kind { get; set; }

    /// <summary>Type of the entry.</summary>
    public EntryType Type { get; set; }

    /// <summary>Fields that changed; empty for CREATED and REMOVED.</summary>
    public List<string> Fields { get; set; } = [];

    internal long Id { get; set; }

    internal int RevisionNumber { get; set; }

    /// <summary>Place within the revision, from 1.</summary>
    internal int Sequence { get; set; }

    internal long EntityId { get; set; }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasKey(change => change.Id);
        builder.HasIndex(change => new { change.RevisionNumber, change.Sequence }).IsUnique();
        builder.HasIndex(change => new { change.Type, change.EntityId });
        builder.HasOne(change => change.Revision).WithMany(revision => revision.Changes).HasForeignKey(change => change.RevisionNumber)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
