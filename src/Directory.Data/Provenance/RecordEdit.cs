using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>What an edit made of a record of self-service, so that it can be undone.</summary>
internal sealed class RecordEdit
{
    public long Id { get; set; }

    /// <summary>The revision that holds the edit.</summary>
    public int RevisionNumber { get; set; }

    public string Kind { get; set; } = "";

    public string ExternalId { get; set; } = "";

    /// <summary>The payload before; null if there was no record.</summary>
    public string? Before { get; set; }

    /// <summary>The payload after; null if the record was taken back.</summary>
    public string? After { get; set; }
}

internal sealed class RecordEditConfiguration : IEntityTypeConfiguration<RecordEdit>
{
    public void Configure(EntityTypeBuilder<RecordEdit> builder)
    {
        builder.ToTable("RecordEdits");
        builder.HasKey(edit => edit.Id);
        builder.HasIndex(edit => edit.RevisionNumber);
    }
}
