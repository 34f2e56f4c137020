using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Says that one territory lies in another, at any depth, itself included: «there and below» becomes one join.</summary>
internal sealed class TerritoryClosure
{
    public long AncestorId { get; set; }

    public long DescendantId { get; set; }

    public Territory Ancestor { get; set; } = null!;

    public Territory Descendant { get; set; } = null!;
}

internal sealed class TerritoryClosureConfiguration : IEntityTypeConfiguration<TerritoryClosure>
{
    public void Configure(EntityTypeBuilder<TerritoryClosure> builder)
    {
        builder.HasKey(pair => new { pair.AncestorId, pair.DescendantId });
        builder.HasOne(pair => pair.Ancestor).WithMany(territory => territory.Below).IsEssential(pair => pair.AncestorId);
        builder.HasOne(pair => pair.Descendant).WithMany(territory => territory.Above).IsEssential(pair => pair.DescendantId);
    }
}
