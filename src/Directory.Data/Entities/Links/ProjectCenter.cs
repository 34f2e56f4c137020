using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center that takes part in a project.</summary>
public sealed class ProjectCenter
{
    /// <summary>The project.</summary>
    public Project Project { get; set; } = null!;

    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    internal long Id { get; set; }

    internal long ProjectId { get; set; }

    internal long CenterId { get; set; }
}

internal sealed class ProjectCenterConfiguration : IEntityTypeConfiguration<ProjectCenter>
{
    public void Configure(EntityTypeBuilder<ProjectCenter> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Project).WithMany(project => project.Centers).IsEssential(link => link.ProjectId);
        builder.HasOne(link => link.Center).WithMany(center => center.Projects).IsEssential(link => link.CenterId);
    }
}
