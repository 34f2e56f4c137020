using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A piece of work with an end, usually paid by a grant.</summary>
public sealed class Project : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its goal.</summary>
    public string? Goal { get; set; }

    /// <summary>Who received the money; null if nobody said.</summary>
    public Organization? Recipient { get; set; }

    /// <summary>State.</summary>
    public ProjectStatus Status { get; set; } = ProjectStatus.Unknown;

    /// <summary>When it runs or ran.</summary>
    public FuzzyDate? Period { get; set; }

    /// <summary>First possible day of the period.</summary>
    public DateOnly? PeriodEarliest { get; set; }

    /// <summary>Last possible day of the period.</summary>
    public DateOnly? PeriodLatest { get; set; }

    /// <summary>What became of it, in the reporter's words.</summary>
    public string? Outcome { get; set; }

    /// <summary>Line that the funder obliges to print.</summary>
    public string? Attribution { get; set; }

    /// <summary>Program it belongs to.</summary>
    public Program? Program { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? RecipientId { get; set; }

    internal long? ProgramId { get; set; }

    internal ICollection<Grant> Grants { get; set; } = [];

    internal ICollection<ProjectTerritory> Territories { get; set; } = [];

    internal ICollection<ProjectCenter> Centers { get; set; } = [];

    internal ICollection<Event> Events { get; set; } = [];

    internal ICollection<Metric> Metrics { get; set; } = [];
}

internal sealed class ProjectConfiguration : EntryConfiguration<Project>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Project> builder)
    {
        builder.Property(project => project.NameFolded);
        builder.HasIndex(project => new { project.PeriodEarliest, project.Id });
        builder.HasOne(project => project.Recipient).WithMany(organization => organization.Projects).IsOptional(project => project.RecipientId);
        builder.HasOne(project => project.Program).WithMany(program => program.Projects).IsOptional(project => project.ProgramId);
    }
}
