using CenterDirectory.Api.Manage.Controls;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>What fields are read with.</summary>
/// <param name="db">The directory.</param>
/// <param name="zone">The clock of the place, unless the form says otherwise.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class FormReading(DirectoryDb db, string? zone, CancellationToken cancellationToken)
{
    private IReadOnlyDictionary<string, string> texts = new Dictionary<string, string>();
    private readonly HashSet<string> ambiguous = [];
    private List<Territory> areas = [];

    /// <summary>The directory.</summary>
    public DirectoryDb Db => db;

    /// <summary>Stops it.</summary>
    public CancellationToken Cancellation => cancellationToken;

    /// <summary>The clock of the place, before the form says otherwise.</summary>
    public string? Zone => zone;

    /// <summary>The same for a form with these texts.</summary>
    public FormReading With(IReadOnlyDictionary<string, string> typed)
    {
        texts = typed;
        return this;
    }

    /// <summary>The clock that times of the form are on: the one that it names, else that of the place that it names.</summary>
    public async ValueTask<string?> ZoneAsync()
    {
        if (texts.GetValueOrDefault("timeZone") is { Length: > 0 } stated)
        {
            return stated;
        }

        return texts.GetValueOrDefault("territory") is { Length: > 0 } place && (await new PlaceControl().ReadAsync(place, this)).Shown is Territory { TimeZone: { } there } ? there : zone;
    }

    /// <summary>How a territory is written.</summary>
    public string Place(Territory? territory) => PlaceControl.Write(territory, territory is not null && !ambiguous.Contains(territory.DisplayNameFolded));

    /// <summary>Looks up whether the name of a territory is that of another as well.</summary>
    public async Task LookAtAsync(Territory? territory)
    {
        if (territory is not null && await db.Territories.CountAsync(other => other.DisplayNameFolded == territory.DisplayNameFolded, cancellationToken) > 1)
        {
            ambiguous.Add(territory.DisplayNameFolded);
        }
    }

    /// <summary>Where a center works, one a line.</summary>
    public string Areas => string.Join('\n', areas.Select(Place));

    /// <summary>Looks up where a center works.</summary>
    public async Task LookAtAreasAsync(long centerId)
    {
        areas = await db.CenterServiceAreas.AsNoTracking().Where(area => area.CenterId == centerId).OrderBy(area => area.Territory.DisplayNameFolded).ThenBy(area => area.Id)
            .Select(area => area.Territory).ToListAsync(cancellationToken);
        foreach (var territory in areas)
        {
            await LookAtAsync(territory);
        }
    }

    /// <summary>Names of the regions, to choose from.</summary>
    public async Task<IReadOnlyList<string>> RegionsAsync() => await db.Territories.Where(territory => territory.Kind == TerritoryKind.Region)
        .OrderBy(territory => territory.DisplayNameFolded).Select(territory => territory.DisplayName).ToListAsync(cancellationToken);
}
