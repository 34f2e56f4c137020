using CenterDirectory.Data.Provenance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>An object of the directory with its sources.</summary>
public abstract class DirectoryEntry
{
    /// <summary>Global id, stable for ever; the id of an entry that was joined into another answers with that other one.</summary>
    public long Id { get; set; }

    /// <summary>Readable key, unique within its type; earlier slugs keep working as arguments.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Name to show, never empty: the name, else the short name, else a description such as «Ресурсный центр (Свердловская область)».</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Its name or title in English, if a source states one.</summary>
    public string? NameEn { get; set; }

    /// <summary>When it first entered the directory.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When any field last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>The source that confirmed it last.</summary>
    public Source? VerifiedBy { get; set; }

    internal long? VerifiedById { get; set; }

    /// <summary>When somebody who answers for it last said that it is still true; null if nobody did. Counts before every run of a source.</summary>
    [Stated]
    internal DateTime? ConfirmedAt { get; set; }

    internal string DisplayNameFolded { get; set; } = "";
}

/// <summary>What the tables of all entries have in common.</summary>
internal abstract class EntryConfiguration<TEntry> : IEntityTypeConfiguration<TEntry>
    where TEntry : DirectoryEntry
{
    public void Configure(EntityTypeBuilder<TEntry> builder)
    {
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.ConfirmedAt);
        builder.HasIndex(entry => entry.Slug).IsUnique();
        builder.HasIndex(entry => new { entry.DisplayNameFolded, entry.Id });
        builder.HasOne(entry => entry.VerifiedBy).WithMany().HasForeignKey(entry => entry.VerifiedById).IsRequired(false).OnDelete(DeleteBehavior.SetNull);
        // Sources that are not live confirm nothing. Behind the link: before it EF takes this one for that of a link from territory to source and back.
        builder.HasIndex(entry => entry.VerifiedById).HasFilter($"\"{nameof(DirectoryEntry.VerifiedById)}\" IS NOT NULL");
        ConfigureEntry(builder);
    }

    protected abstract void ConfigureEntry(EntityTypeBuilder<TEntry> builder);
}
