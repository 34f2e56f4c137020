using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A lasting undertaking: a school, a course, a support program.</summary>
public sealed class Program : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is.</summary>
    public string? Description { get; set; }

    /// <summary>The description in English.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>Who runs it.</summary>
    public Organization? Operator { get; set; }

    /// <summary>For whom.</summary>
    [United]
    public List<Audience> Audiences { get; set; } = [];

    /// <summary>What it teaches or does.</summary>
    [United]
    public List<string> Topics { get; set; } = [];

    /// <summary>Whether it ends with a certificate; null if nobody said.</summary>
    public bool? IssuesCertificate { get; set; }

    /// <summary>When it runs or ran.</summary>
    public FuzzyDate? Period { get; set; }

    /// <summary>First possible day of the period.</summary>
    public DateOnly? PeriodEarliest { get; set; }

    /// <summary>Last possible day of the period.</summary>
    public DateOnly? PeriodLatest { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? OperatorId { get; set; }

    internal ICollection<ProgramTerritory> Territories { get; set; } = [];

    internal ICollection<ProgramCenter> Centers { get; set; } = [];

    internal ICollection<Event> Sessions { get; set; } = [];

    internal ICollection<Project> Projects { get; set; } = [];

    internal ICollection<Metric> Metrics { get; set; } = [];
}

internal sealed class ProgramConfiguration : EntryConfiguration<Program>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Program> builder)
    {
        builder.Property(program => program.NameFolded);
        builder.HasEnumList(program => program.Audiences);
        builder.HasIndex(program => new { program.PeriodEarliest, program.Id });
        builder.HasOne(program => program.Operator).WithMany(organization => organization.Programs).IsOptional(program => program.OperatorId);
    }
}
