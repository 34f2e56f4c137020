using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Embedding.Configurator;

/// <summary>What can be chosen: regions, and centers for a card.</summary>
internal sealed class ConfiguratorReader(IDbContextFactory<DirectoryDb> databases)
{
    private const int MostCenters = 500;

    /// <summary>Regions by name, and centers by name.</summary>
    public async Task<ConfiguratorOptions> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var regions = await db.Territories.Where(territory => territory.Kind == TerritoryKind.Region)
            .OrderBy(territory => territory.DisplayNameFolded)
            .Select(territory => new Choosable(territory.Iso ?? territory.Slug, territory.DisplayName)).ToListAsync(cancellationToken);
        var centers = await db.Centers.OrderBy(center => center.DisplayNameFolded)
            .Select(center => new Choosable(center.Slug, center.DisplayName)).Take(MostCenters).ToListAsync(cancellationToken);
        return new ConfiguratorOptions(regions, centers);
    }
}

/// <param name="Regions">Territories of the kind REGION.</param>
/// <param name="Centers">The first centers by name.</param>
internal sealed record ConfiguratorOptions(IReadOnlyList<Choosable> Regions, IReadOnlyList<Choosable> Centers);

/// <param name="Key">What the widget takes.</param>
/// <param name="Name">What people read.</param>
internal sealed record Choosable(string Key, string Name);
