using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Access;

/// <summary>One write: who did what to what, when. Keys and ids only, nothing of what was written: it holds no personal data and may stay for ever.</summary>
internal sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTime At { get; set; }

    /// <summary>The key that it was done with; null for the console of the operator.</summary>
    public long? KeyId { get; set; }

    /// <summary>Name of the mutation.</summary>
    public string Act { get; set; } = "";

    /// <summary>Name of the object's type in the schema.</summary>
    public string ObjectType { get; set; } = "";

    public long ObjectId { get; set; }

    /// <summary>The revision that holds it; null if it changed no entry.</summary>
    public int? RevisionNumber { get; set; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => entry.Id);
        builder.HasIndex(entry => new { entry.KeyId, entry.Id });
        builder.HasIndex(entry => new { entry.ObjectType, entry.ObjectId, entry.Id });
    }
}
