using System.ComponentModel.DataAnnotations.Schema;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>A figure that a source states.</summary>
public sealed class Metric : DirectoryEntry
{
    /// <summary>What is counted.</summary>
    public string Name { get; set; } = "";

    /// <summary>Fact or target.</summary>
    public MetricKind Kind { get; set; } = MetricKind.Fact;

    /// <summary>The figure with its comparator.</summary>
    public Quantity Quantity { get; set; } = new();

    /// <summary>What it is about; null if that could not be resolved.</summary>
    [NotMapped]
    public DirectoryEntry? Subject
    {
        // One of several kinds: a foreign key for each, of which at most one is set.
        get => (DirectoryEntry?)SubjectCenter ?? (DirectoryEntry?)SubjectOrganization ?? (DirectoryEntry?)SubjectTerritory
            ?? (DirectoryEntry?)SubjectNetwork ?? (DirectoryEntry?)SubjectProgram ?? (DirectoryEntry?)SubjectProject ?? SubjectEvent;
        set => (SubjectCenter, SubjectOrganization, SubjectTerritory, SubjectNetwork, SubjectProgram, SubjectProject, SubjectEvent) =
            (value as Center, value as Organization, value as Territory, value as Network, value as Program, value as Project, value as Event);
    }

    /// <summary>Areas in which the counted things work, if stated.</summary>
    [United]
    public List<string> ActivityAreas { get; set; } = [];

    /// <summary>Territory it holds for.</summary>
    public Territory? Territory { get; set; }

    /// <summary>The place as the source words it.</summary>
    public string? TerritoryText { get; set; }

    /// <summary>Time it holds for.</summary>
    public FuzzyDate? Period { get; set; }

    /// <summary>First possible day of the period.</summary>
    public DateOnly? PeriodEarliest { get; set; }

    /// <summary>Last possible day of the period.</summary>
    public DateOnly? PeriodLatest { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? TerritoryId { get; set; }

    internal Center? SubjectCenter { get; set; }

    internal Organization? SubjectOrganization { get; set; }

    internal Territory? SubjectTerritory { get; set; }

    internal Network? SubjectNetwork { get; set; }

    internal Program? SubjectProgram { get; set; }

    internal Project? SubjectProject { get; set; }

    internal Event? SubjectEvent { get; set; }

    internal long? SubjectCenterId { get; set; }

    internal long? SubjectOrganizationId { get; set; }

    internal long? SubjectTerritoryId { get; set; }

    internal long? SubjectNetworkId { get; set; }

    internal long? SubjectProgramId { get; set; }

    internal long? SubjectProjectId { get; set; }

    internal long? SubjectEventId { get; set; }
}

internal sealed class MetricConfiguration : EntryConfiguration<Metric>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Metric> builder)
    {
        builder.Property(metric => metric.NameFolded);
        builder.ComplexProperty(metric => metric.Quantity);
        builder.HasIndex(metric => new { metric.PeriodEarliest, metric.Id });
        builder.HasOne(metric => metric.Territory).WithMany().IsOptional(metric => metric.TerritoryId);
        builder.HasOne(metric => metric.SubjectCenter).WithMany(center => center.Metrics).IsOptional(metric => metric.SubjectCenterId);
        builder.HasOne(metric => metric.SubjectOrganization).WithMany(organization => organization.Metrics).IsOptional(metric => metric.SubjectOrganizationId);
        builder.HasOne(metric => metric.SubjectTerritory).WithMany(territory => territory.Metrics).IsOptional(metric => metric.SubjectTerritoryId);
        builder.HasOne(metric => metric.SubjectNetwork).WithMany().IsOptional(metric => metric.SubjectNetworkId);
        builder.HasOne(metric => metric.SubjectProgram).WithMany(program => program.Metrics).IsOptional(metric => metric.SubjectProgramId);
        builder.HasOne(metric => metric.SubjectProject).WithMany(project => project.Metrics).IsOptional(metric => metric.SubjectProjectId);
        builder.HasOne(metric => metric.SubjectEvent).WithMany().IsOptional(metric => metric.SubjectEventId);
    }
}
