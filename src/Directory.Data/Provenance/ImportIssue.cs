using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Provenance;

/// <summary>A doubtful or dropped row; carries no excerpt, since rows may hold personal data.</summary>
public sealed class ImportIssue
{
    /// <summary>Weight.</summary>
    public IssueSeverity Severity { get; set; }

    /// <summary>Rule, see docs/rules.md.</summary>
    public string Code { get; set; } = "";

    /// <summary>Row in the source, from 1.</summary>
    public int? Row { get; set; }

    /// <summary>Field.</summary>
    public string? Field { get; set; }

    internal long Id { get; set; }

    internal long RunId { get; set; }

    /// <summary>Table of the manifest.</summary>
    internal string? Table { get; set; }

    internal string MessageRu { get; set; } = "";

    internal string MessageEn { get; set; } = "";

    internal ImportRun Run { get; set; } = null!;
}

internal sealed class ImportIssueConfiguration : IEntityTypeConfiguration<ImportIssue>
{
    public void Configure(EntityTypeBuilder<ImportIssue> builder)
    {
        builder.HasKey(issue => issue.Id);
        builder.Property(issue => issue.Table);
        builder.Property(issue => issue.MessageRu);
        builder.Property(issue => issue.MessageEn);
        builder.HasOne(issue => issue.Run).WithMany(run => run.Issues).IsEssential(issue => issue.RunId);
    }
}
