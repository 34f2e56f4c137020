using CenterDirectory.Data;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>
/// Which sources are due at a start: files that were never imported or differ from what was, and sources whose turn came
/// while nobody was there, or that never had one.
/// </summary>
public sealed class DueSources(IDbContextFactory<DirectoryDb> databases, TimeProvider clock)
{
    /// <summary>The sources that are due, those with territories first: whatever refers to them is then merged once, not twice.</summary>
    public async Task<IReadOnlyList<FeedManifest>> FindAsync(IEnumerable<FeedManifest> manifests, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = new List<FeedManifest>();
        foreach (var manifest in manifests.Where(manifest => manifest.Enabled))
        {
            if (await IsDueAsync(db, manifest, cancellationToken))
            {
                due.Add(manifest);
            }
        }

        return [.. due.OrderByDescending(IsFile).ThenByDescending(HasTerritories).ThenBy(manifest => manifest.Key, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The sources of nothing but territories that are due, for an import by hand: without them every reference to a territory would be a warning.
    /// </summary>
    public Task<IReadOnlyList<FeedManifest>> FindTerritoriesAsync(IEnumerable<FeedManifest> manifests, CancellationToken cancellationToken) =>
        FindAsync(manifests.Where(manifest => IsFile(manifest) && manifest.Tables.All(IsOfTerritories)), cancellationToken);

    /// <summary>Whether all of a source lies in files beside its manifest.</summary>
    public static bool IsFile(FeedManifest manifest) => manifest.Tables.All(table => table.Source.File is not null);

    private static bool HasTerritories(FeedManifest manifest) => manifest.Tables.Any(IsOfTerritories);

    private static bool IsOfTerritories(FeedTable table) => table.Record == "Territory";

    private async Task<bool> IsDueAsync(DirectoryDb db, FeedManifest manifest, CancellationToken cancellationToken)
    {
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(source => source.Key == manifest.Key, cancellationToken);
        if (source is null)
        {
            return true;
        }

        if (IsFile(manifest))
        {
            // A file that cannot be read now is due: its run says what is wrong.
            var input = await SourceRegistry.InputHashAsync(manifest, cancellationToken);
            return input is null || source.ManifestHash is null || !input.AsSpan().SequenceEqual(source.ManifestHash);
        }

        var last = await db.ImportRuns.Where(run => run.SourceId == source.Id).MaxAsync(run => (DateTime?)run.StartedAt, cancellationToken);
        return last is null || (manifest.Schedule is { } schedule && Next(schedule, last.Value) <= clock.GetUtcNow());
    }

    private static DateTimeOffset? Next(FeedSchedule schedule, DateTime after)
    {
        var cron = new CronExpression(schedule.Cron, TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone));
        return cron.GetNextValidTimeAfter(new DateTimeOffset(after, TimeSpan.Zero));
    }
}
