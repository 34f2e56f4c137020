using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Access;

/// <summary>What came of a write that its client may send again, for a day. Ids only: neither what was written nor any secret.</summary>
internal sealed class RememberedWrite
{
    public long KeyId { get; set; }

    /// <summary>The client's idempotency key.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the mutation and its input.</summary>
    public byte[] InputHash { get; set; } = [];

    /// <summary>The result as JSON.</summary>
    public string Result { get; set; } = "";

    public DateTime WrittenAt { get; set; }
}

internal sealed class RememberedWriteConfiguration : IEntityTypeConfiguration<RememberedWrite>
{
    public void Configure(EntityTypeBuilder<RememberedWrite> builder)
    {
        builder.ToTable("RememberedWrites");
        builder.HasKey(write => new { write.KeyId, write.Name });
        builder.HasIndex(write => write.WrittenAt);
    }
}
