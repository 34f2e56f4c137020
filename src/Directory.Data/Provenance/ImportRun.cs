using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>One run of a source.</summary>
public sealed class ImportRun
{
    /// <summary>Global id, stable for ever.</summary>
    public long Id { get; set; }

    /// <summary>The source.</summary>
    public Source Source { get; set; } = null!;

    /// <summary>How it ended.</summary>
    public ImportRunStatus Status { get; set; }

    /// <summary>Start.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>End; null while it runs.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Revision it made; null if it changed nothing.</summary>
    public Revision? Revision { get; set; }

    /// <summary>Records read.</summary>
    public int Read { get; set; }

    /// <summary>Records added.</summary>
    public int Added { get; set; }

    /// <summary>Records changed.</summary>
    public int Changed { get; set; }

    /// <summary>Records unchanged.</summary>
    public int Unchanged { get; set; }

    /// <summary>Records retired.</summary>
    public int Retired { get; set; }

    /// <summary>Warnings.</summary>
    public int Warnings { get; set; }

    /// <summary>Errors.</summary>
    public int Errors { get; set; }

    /// <summary>Rows that the manifest's filter left out.</summary>
    internal int OutOfScope { get; set; }

    internal long SourceId { get; set; }

    internal string? ReasonRu { get; set; }

    internal string? ReasonEn { get; set; }

    /// <summary>SHA-256 over the manifest and all bytes that it read: an equal one would end as this one did. Null if it did not get them.</summary>
    internal byte[]? InputHash { get; set; }

    internal ICollection<ImportIssue> Issues { get; set; } = [];

    internal ICollection<RunInput> Inputs { get; set; } = [];
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.HasKey(run => run.Id);
        builder.Property(run => run.OutOfScope);
        builder.Property(run => run.ReasonRu);
        builder.Property(run => run.ReasonEn);
        builder.Property(run => run.InputHash);
        builder.HasIndex(run => run.StartedAt);
        builder.HasIndex(run => new { run.SourceId, run.StartedAt });
        builder.HasOne(run => run.Source).WithMany(source => source.Runs).IsEssential(run => run.SourceId);
    }
}
