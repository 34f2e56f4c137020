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

    /// <summary>Revision and place in one number, see <see cref="IdOf"/>: the order of the feed is that of the key, and a cursor is good for ever.</summary>
    internal long Id { get; set; }

    internal int RevisionNumber { get; set; }

    /// <summary>Place within the revision, from 1.</summary>
    internal int Sequence { get; set; }

    internal long EntityId { get; set; }

    /// <summary>The key of a change.</summary>
    internal static long IdOf(int revision, int sequence) => ((long)revision << 32) | (uint)sequence;
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Sequence);
        builder.Property(change => change.EntityId);
        // The key follows in every index: this one reads the changes of a revision in order.
        builder.HasIndex(change => change.RevisionNumber);
        builder.HasOne(change => change.Revision).WithMany(revision => revision.Changes).HasForeignKey(change => change.RevisionNumber)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
