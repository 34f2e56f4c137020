using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Access;

/// <summary>A key of the operator, a coordinator or an editor; the secret itself is never shown again.</summary>
/// <remarks>
/// What it covers is said by id, without foreign keys: an entry that a source drops and states again keeps its id, and must keep its editors.
/// Ids are never given to another entry.
/// </remarks>
public sealed class AccessKey
{
    /// <summary>What the operator called it.</summary>
    public string Label { get; set; } = "";

    /// <summary>What it may do.</summary>
    public AccessRole Role { get; set; } = AccessRole.Editor;

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it ends.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was revoked.</summary>
    public DateTime? RevokedAt { get; set; }

    internal long Id { get; set; }

    internal long? NetworkId { get; set; }

    internal long? TerritoryId { get; set; }

    /// <summary>The day, and no more: enough to find keys that nobody needs.</summary>
    internal DateOnly? LastUsedOn { get; set; }

    internal ICollection<AccessSecret> Secrets { get; set; } = [];

    internal ICollection<AccessKeyCenter> Centers { get; set; } = [];
}

internal sealed class AccessKeyConfiguration : IEntityTypeConfiguration<AccessKey>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("AccessKeys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.NetworkId);
        builder.Property(key => key.TerritoryId);
        builder.Property(key => key.LastUsedOn);
    }
}
