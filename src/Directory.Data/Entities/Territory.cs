using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CenterDirectory.Data.Entities;

/// <summary>Country, district, region, municipality or place.</summary>
public sealed class Territory : DirectoryEntry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind.</summary>
    public TerritoryKind Kind { get; set; } = TerritoryKind.Locality;

    /// <summary>ФНС code of a region, two digits.</summary>
    public string? Code { get; set; }

    /// <summary>ISO 3166-2 code of a region.</summary>
    public string? Iso { get; set; }

    /// <summary>ОКТМО code.</summary>
    public Oktmo? Oktmo { get; set; }

    /// <summary>Territory above it.</summary>
    public Territory? Parent { get; set; }

    /// <summary>IANA zone; null where several hold.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Number of centers there as stated by a source.</summary>
    public Quantity? DeclaredCenters { get; set; }

    internal string NameFolded { get; set; } = "";

    internal long? ParentId { get; set; }

    internal ICollection<Territory> Children { get; set; } = [];

    /// <summary>Itself and everything that contains it.</summary>
    internal ICollection<TerritoryClosure> Above { get; set; } = [];

    /// <summary>Itself and everything in it.</summary>
    internal ICollection<TerritoryClosure> Below { get; set; } = [];

    internal ICollection<Center> Centers { get; set; } = [];

    internal ICollection<Service> Services { get; set; } = [];

    internal ICollection<Organization> Organizations { get; set; } = [];

    internal ICollection<Event> Events { get; set; } = [];

    internal ICollection<NewsItem> News { get; set; } = [];

    internal ICollection<CenterServiceArea> ServedBy { get; set; } = [];

    internal ICollection<NetworkTerritory> Networks { get; set; } = [];

    internal ICollection<ProgramTerritory> Programs { get; set; } = [];

    internal ICollection<ProjectTerritory> Projects { get; set; } = [];

    internal ICollection<Metric> Metrics { get; set; } = [];
}

internal sealed class TerritoryConfiguration : EntryConfiguration<Territory>
{
    protected override void ConfigureEntry(EntityTypeBuilder<Territory> builder)
    {
        builder.Property(territory => territory.NameFolded);
        builder.ComplexProperty(territory => territory.DeclaredCenters);
        builder.HasIndex(territory => new { territory.Code, territory.Id });
        builder.HasIndex(territory => territory.Iso);
        builder.HasIndex(territory => territory.Oktmo);
        builder.HasOne(territory => territory.Parent).WithMany(territory => territory.Children).IsOptional(territory => territory.ParentId);
    }
}
