using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What stays of an entry whose row is gone: its id, which no other ever gets, and the slug that it had.</summary>
internal sealed class Tombstone
{
    public EntryType EntryType { get; set; }

    public long EntityId { get; set; }

    public string Slug { get; set; } = "";

    public DateTime RemovedAt { get; set; }

    public int RevisionNumber { get; set; }

    /// <summary>The entry it was joined into, if that is why it went.</summary>
    public long? ReplacedById { get; set; }
}

internal sealed class TombstoneConfiguration : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        builder.HasKey(tombstone => new { tombstone.EntryType, tombstone.EntityId });
        builder.HasIndex(tombstone => new { tombstone.EntryType, tombstone.Slug });
    }
}
