using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A center that takes part in a program.</summary>
public sealed class ProgramCenter
{
    /// <summary>The program.</summary>
    public Program Program { get; set; } = null!;

    /// <summary>The center.</summary>
    public Center Center { get; set; } = null!;

    internal long Id { get; set; }

    internal long ProgramId { get; set; }

    internal long CenterId { get; set; }
}

internal sealed class ProgramCenterConfiguration : IEntityTypeConfiguration<ProgramCenter>
{
    public void Configure(EntityTypeBuilder<ProgramCenter> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Program).WithMany(program => program.Centers).IsEssential(link => link.ProgramId);
        builder.HasOne(link => link.Center).WithMany(center => center.Programs).IsEssential(link => link.CenterId);
    }
}
