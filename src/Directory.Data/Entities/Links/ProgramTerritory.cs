using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities.Links;

/// <summary>A territory where a program runs.</summary>
public sealed class ProgramTerritory
{
    /// <summary>The program.</summary>
    public Program Program { get; set; } = null!;

    /// <summary>The territory.</summary>
    public Territory Territory { get; set; } = null!;

    internal long Id { get; set; }

    internal long ProgramId { get; set; }

    internal long TerritoryId { get; set; }
}

internal sealed class ProgramTerritoryConfiguration : IEntityTypeConfiguration<ProgramTerritory>
{
    public void Configure(EntityTypeBuilder<ProgramTerritory> builder)
    {
        builder.HasKey(link => link.Id);
        builder.HasOne(link => link.Program).WithMany(program => program.Territories).IsEssential(link => link.ProgramId);
        builder.HasOne(link => link.Territory).WithMany(territory => territory.Programs).IsEssential(link => link.TerritoryId);
    }
}
