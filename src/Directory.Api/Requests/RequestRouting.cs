using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests;

/// <summary>
/// Finds the center that a request goes to: one that works and offers what is needed, as near as the tree of territories tells. Within a region a
/// neighbour is near enough; above it only who works for all of it: a center in Moscow is no neighbour of Vladivostok for being in the same country.
/// </summary>
internal sealed class RequestRouting(DirectoryDb db)
{
    /// <summary>Of many a center nobody has ever said whether it works; that it has closed would be known.</summary>
    private static readonly CenterStatus[] Working = [CenterStatus.Active, CenterStatus.Unknown];

    private static readonly TerritoryKind[] Wide = [TerritoryKind.Country, TerritoryKind.FederalDistrict];

    /// <summary>The nearest center that offers one of the kinds of support; null if there is none, and the coordinator has to see to it.</summary>
    /// <param name="territoryId">Where it is needed.</param>
    /// <param name="kinds">What is needed; whatever there is if nothing is said.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<long?> FindAsync(long territoryId, IReadOnlyCollection<SupportKind> kinds, CancellationToken cancellationToken)
    {
        var chain = await ChainAsync(territoryId, cancellationToken);
        var steps = chain.Select((step, index) => (step.Id, index)).ToDictionary(step => step.Id, step => step.index);
        var found = new Dictionary<long, Candidate>();
        await AddLocatedAsync(chain, found, cancellationToken);
        await AddServingAsync(steps, found, cancellationToken);
        var offering = found.Values.Where(candidate => kinds.Count == 0 || candidate.SupportKinds.Any(kinds.Contains)).ToList();
        if (offering.Count == 0)
        {
            return null;
        }

        var from = await MiddleAsync(territoryId, cancellationToken);
        return offering
            .OrderBy(candidate => candidate.Step)
            .ThenBy(candidate => candidate.Status == CenterStatus.Active ? 0 : 1)
            .ThenByDescending(candidate => candidate.SupportKinds.Count(kinds.Contains))
            .ThenBy(candidate => candidate.DistanceFrom(from))
            .ThenBy(candidate => candidate.Id)
            .First().Id;
    }

    /// <summary>The territory and all above it, lowest first.</summary>
    private async Task<List<Step>> ChainAsync(long territoryId, CancellationToken cancellationToken)
    {
        var above = await db.TerritoryClosures.Where(pair => pair.DescendantId == territoryId)
            .Select(pair => new Step(pair.AncestorId, pair.Ancestor.ParentId, pair.Ancestor.Kind)).ToDictionaryAsync(step => step.Id, cancellationToken);
        var chain = new List<Step>();
        for (long? next = territoryId; next is { } id && above.Remove(id, out var step); next = step.ParentId)
        {
            chain.Add(step);
        }

        return chain;
    }

    /// <summary>Centers that lie in a territory of the chain; below wide ones, in them and nowhere more exactly.</summary>
    private async Task AddLocatedAsync(List<Step> chain, Dictionary<long, Candidate> found, CancellationToken cancellationToken)
    {
        foreach (var (index, step) in chain.Index())
        {
            var isWide = Wide.Contains(step.Kind);
            var rows = await db.Centers
                .Where(center => Working.Contains(center.Status)
                    && (isWide ? center.TerritoryId == step.Id : center.Territory!.Above.Any(pair => pair.AncestorId == step.Id)))
                .Select(center => new Candidate(center.Id, index, center.Status, center.SupportKinds, center.LocationX, center.LocationY, center.LocationZ))
                .ToListAsync(cancellationToken);
            rows.ForEach(candidate => found.TryAdd(candidate.Id, candidate));
        }
    }

    /// <summary>Centers that say they work for a territory of the chain.</summary>
    private async Task AddServingAsync(Dictionary<long, int> steps, Dictionary<long, Candidate> found, CancellationToken cancellationToken)
    {
        var territories = steps.Keys.ToList();
        var rows = await db.CenterServiceAreas
            .Where(area => territories.Contains(area.TerritoryId) && Working.Contains(area.Center.Status))
            .Select(area => new
            {
                area.TerritoryId, area.CenterId, area.Center.Status, area.Center.SupportKinds, area.Center.LocationX, area.Center.LocationY, area.Center.LocationZ,
            })
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var candidate = new Candidate(row.CenterId, steps[row.TerritoryId], row.Status, row.SupportKinds, row.LocationX, row.LocationY, row.LocationZ);
            if (!found.TryGetValue(row.CenterId, out var known) || candidate.Step < known.Step)
            {
                found[row.CenterId] = candidate;
            }
        }
    }

    /// <summary>Territories have no point of their own: the middle of what is known to stand there tells which of several centers is near.</summary>
    private async Task<Point?> MiddleAsync(long territoryId, CancellationToken cancellationToken)
    {
        var centers = db.Centers.Where(center => center.LocationX != null && center.Territory!.Above.Any(pair => pair.AncestorId == territoryId));
        return await centers.AnyAsync(cancellationToken)
            ? await centers.GroupBy(_ => 1)
                .Select(all => new Point(all.Average(center => center.LocationX!.Value), all.Average(center => center.LocationY!.Value), all.Average(center => center.LocationZ!.Value)))
                .FirstAsync(cancellationToken)
            : null;
    }

    private sealed record Step(long Id, long? ParentId, TerritoryKind Kind);

    private sealed record Point(double X, double Y, double Z);

    private sealed record Candidate(long Id, int Step, CenterStatus Status, List<SupportKind> SupportKinds, double? X, double? Y, double? Z)
    {
        public double DistanceFrom(Point? from) => from is null || X is not { } x || Y is not { } y || Z is not { } z
            ? double.MaxValue
            : GeoVector.Distance((x, y, z), (from.X, from.Y, from.Z));
    }
}
