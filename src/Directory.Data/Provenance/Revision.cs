using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>One committed change of the directory, an import or an edit; its number is the ETag, the name of a dump and where `changes` can start.</summary>
public sealed class Revision
{
    /// <summary>Number, growing by one.</summary>
    public int Number { get; set; }

    /// <summary>When it was committed.</summary>
    public DateTime CommittedAt { get; set; }

    /// <summary>Import run that made it; null for an edit.</summary>
    public ImportRun? Run { get; set; }

    /// <summary>Entries it touched.</summary>
    public int ChangeCount { get; set; }

    internal long? RunId { get; set; }

    internal ICollection<Change> Changes { get; set; } = [];
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasKey(revision => revision.Number);
        // Numbers follow one another without a gap and are given by the writer that holds the lock.
        builder.Property(revision => revision.Number).ValueGeneratedNever();
        builder.HasOne(revision => revision.Run).WithOne(run => run.Revision).HasForeignKey<Revision>(revision => revision.RunId)
            .IsRequired(false).OnDelete(DeleteBehavior.SetNull);
    }
}
