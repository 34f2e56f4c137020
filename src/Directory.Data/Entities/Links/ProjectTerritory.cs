using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A territory where a project works.</summary>
public sealed class ProjectTerritory
{
    /// <summary>The project.</summary>
    public Project Project { get; set; } = null!;

    /// <summary>The territory.</summary>
    public Territory Territory { get; set; } = null!;

    internal long Id { get; set; }

    internal long ProjectId { get; set; }

    internal long TerritoryId { get; set; }
}

internal sealed class ProjectTerritoryConfiguration : IEntityTypeConfiguration<ProjectTerritory>
{
    public void Configure(EntityTypeBuilder<ProjectTerritory> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Project).WithMany(project => project.Territories).IsEssential(link => link.ProjectId);
        builder.HasOne(link => link.Territory).WithMany(territory => territory.Projects).IsEssential(link => link.TerritoryId);
    }
}
