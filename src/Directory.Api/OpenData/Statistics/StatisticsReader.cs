using System.Linq.Expressions;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.OpenData.Statistics;

/// <summary>Counts the directory, once a revision; what the dumps hold is written in them already.</summary>
internal sealed class StatisticsReader(IDbContextFactory<DirectoryDb> databases, DumpTables tables, DumpStore dumps) : IDisposable
{
    private const int RevisionsShown = 100;

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile DirectoryStatistics? known;

    /// <summary>The numbers of the newest revision.</summary>
    public async Task<DirectoryStatistics> ReadAsync(Edition edition, CancellationToken cancellationToken)
    {
        var counted = await CountedAsync(edition, cancellationToken);
        return counted with
        {
            Dumps = [.. dumps.List().Select(dump => new DumpCounts(dump.Revision, dump.Package.CommittedAt, RecordsOf(dump)))],
        };
    }

    public void Dispose() => one.Dispose();

    private static Dictionary<string, long> RecordsOf(StoredDump dump) => dump.Package.Resources
        .Where(resource => resource is { Format: "ndjson", Type: not null }).ToDictionary(resource => resource.Type!, resource => resource.Rows);

    /// <summary>Many readers of a new revision wait for one count.</summary>
    private async Task<DirectoryStatistics> CountedAsync(Edition edition, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (known?.Revision != edition.Revision)
            {
                await using var snapshot = await DumpSnapshot.OpenAsync(databases, cancellationToken);
                known = await CountAsync(snapshot, cancellationToken);
            }

            return known!;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<DirectoryStatistics> CountAsync(DumpSnapshot snapshot, CancellationToken cancellationToken)
    {
        var db = snapshot.Db;
        var statuses = await db.Centers.GroupBy(center => center.Status).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var levels = await db.Centers.GroupBy(center => center.Level).Select(group => new { group.Key, Count = group.LongCount() }).ToListAsync(cancellationToken);
        var kinds = new List<ValueCount>();
        foreach (var kind in Enum.GetValues<SupportKind>())
        {
            kinds.Add(Value(kind, await db.Centers.LongCountAsync(center => center.SupportKinds.Contains(kind), cancellationToken)));
        }

        return new DirectoryStatistics(
            snapshot.Revision,
            snapshot.Revision == 0 ? null : snapshot.CommittedAt,
            await TypesAsync(db, cancellationToken),
            InOrder(statuses.Select(pair => ((Enum)pair.Key, pair.Count))),
            InOrder(levels.Select(pair => ((Enum)pair.Key, pair.Count))),
            kinds,
            await RegionsAsync(db, cancellationToken),
            await db.Revisions.OrderByDescending(revision => revision.Number).Take(RevisionsShown)
                .Select(revision => new RevisionCount(revision.Number, revision.CommittedAt, revision.ChangeCount, revision.Run == null ? null : revision.Run.Source.Key))
                .ToListAsync(cancellationToken),
            []);
    }

    private async Task<IReadOnlyList<ValueCount>> TypesAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var counts = new List<ValueCount>();
        foreach (var table in tables.All)
        {
            if (Enum.TryParse<EntryType>(table.Kind, out var type))
            {
                counts.Add(Value(type, await table.CountAsync(db, cancellationToken)));
            }
        }

        return counts;
    }

    private static async Task<IReadOnlyList<RegionCounts>> RegionsAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var regions = await db.Territories.Where(territory => territory.Kind == TerritoryKind.Region)
            .OrderBy(territory => territory.Code).ThenBy(territory => territory.DisplayNameFolded).ThenBy(territory => territory.Id)
            .Select(territory => new { territory.Id, territory.Code, territory.Slug, territory.Name }).ToListAsync(cancellationToken);
        var centers = await ByRegionAsync(db, db.Centers, center => center.TerritoryId, cancellationToken);
        var active = await ByRegionAsync(db, db.Centers.Where(center => center.Status == CenterStatus.Active), center => center.TerritoryId, cancellationToken);
        var services = await ByRegionAsync(db, db.Services, service => service.TerritoryId, cancellationToken);
        var organizations = await ByRegionAsync(db, db.Organizations, organization => organization.TerritoryId, cancellationToken);
        var events = await ByRegionAsync(db, db.Events, item => item.TerritoryId, cancellationToken);
        return [.. regions.Select(region => new RegionCounts(
            region.Code, region.Slug, region.Name, centers.GetValueOrDefault(region.Id), active.GetValueOrDefault(region.Id),
            services.GetValueOrDefault(region.Id), organizations.GetValueOrDefault(region.Id), events.GetValueOrDefault(region.Id)))];
    }

    /// <summary>Counts by place first, which an index does, then adds the places of a region up.</summary>
    private static Task<Dictionary<long, long>> ByRegionAsync<T>(
        DirectoryDb db, IQueryable<T> entries, Expression<Func<T, long?>> place, CancellationToken cancellationToken)
    {
        var places = entries.Select(place).Where(id => id != null).GroupBy(id => id).Select(group => new { Id = group.Key, Count = group.LongCount() });
        return places
            .Join(db.Set<TerritoryClosure>().Where(pair => pair.Ancestor.Kind == TerritoryKind.Region), found => found.Id, pair => pair.DescendantId, (found, pair) => new { pair.AncestorId, found.Count })
            .GroupBy(found => found.AncestorId).Select(group => new { Id = group.Key, Count = group.Sum(found => found.Count) })
            .ToDictionaryAsync(found => found.Id, found => found.Count, cancellationToken);
    }

    private static List<ValueCount> InOrder(IEnumerable<(Enum Value, long Count)> counts) =>
        [.. counts.OrderBy(pair => pair.Value).Select(pair => Value(pair.Value, pair.Count))];

    private static ValueCount Value(Enum value, long count) => new(DumpJson.NameOf(value), Labels.Of(value), count);
}
