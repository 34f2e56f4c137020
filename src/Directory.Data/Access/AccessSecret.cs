using CenterDirectory.Data.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Access;

/// <summary>
/// A secret that opens a key, as SHA-256: of 256 random bits nobody can try more than a negligible part, so a slow hash, which makes up for poor
/// passwords, would only be slow. A key has two while one of them is replaced.
/// </summary>
internal sealed class AccessSecret
{
    public byte[] Hash { get; set; } = [];

    public long KeyId { get; set; }

    /// <summary>When it ends before the key does.</summary>
    public DateTime? EndsAt { get; set; }

    public AccessKey Key { get; set; } = null!;
}

internal sealed class AccessSecretConfiguration : IEntityTypeConfiguration<AccessSecret>
{
    public void Configure(EntityTypeBuilder<AccessSecret> builder)
    {
        builder.ToTable("AccessSecrets");
        builder.HasKey(secret => secret.Hash);
        builder.HasOne(secret => secret.Key).WithMany(key => key.Secrets).IsEssential(secret => secret.KeyId);
    }
}
