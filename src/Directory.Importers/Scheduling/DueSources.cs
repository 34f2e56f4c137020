using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Running.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>
/// Which sources are due at a start: files that were never imported or differ from what was, and sources whose turn came
/// while nobody was there, or that never had one.
/// </summary>
public sealed class DueSources
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly TimeProvider clock;

    internal DueSources(IDbContextFactory<DirectoryDb> databases, TimeProvider clock) => (this.databases, this.clock) = (databases, clock);

    /// <summary>Whether other processes usually share the schedule of this one.</summary>
    internal bool MayOthersImport
    {
        get
        {
            using var db = databases.CreateDbContext();
            return !DatabaseProviders.IsSqlite(db);
        }
    }

    /// <summary>The sources that are due, in the order in which they are to be imported.</summary>
    public async Task<IReadOnlyList<FeedManifest>> FindAsync(IEnumerable<FeedManifest> manifests, CancellationToken cancellationToken)
    {
        var due = new List<FeedManifest>();
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        foreach (var manifest in manifests.Where(manifest => manifest.Enabled))
        {
            if (await IsDueAsync(session, manifest, cancellationToken))
            {
                due.Add(manifest);
            }
        }

        return InOrder(due);
    }

    /// <summary>The order in which several sources are imported: files first, which are at hand, and those with territories before whatever refers to them.</summary>
    public static IReadOnlyList<FeedManifest> InOrder(IEnumerable<FeedManifest> manifests) =>
        [.. manifests.OrderByDescending(IsFile).ThenByDescending(HasTerritories).ThenBy(manifest => manifest.Key, StringComparer.Ordinal)];

    /// <summary>
    /// The sources of nothing but territories that are due, for an import by hand: without them every reference to a territory would be a warning.
    /// </summary>
    public Task<IReadOnlyList<FeedManifest>> FindTerritoriesAsync(IEnumerable<FeedManifest> manifests, CancellationToken cancellationToken) =>
        FindAsync(manifests.Where(manifest => IsFile(manifest) && manifest.Tables.All(IsOfTerritories)), cancellationToken);

    /// <summary>Whether all of a source lies in files beside its manifest.</summary>
    public static bool IsFile(FeedManifest manifest) => manifest.Tables.All(table => table.Source.File is not null);

    private static bool HasTerritories(FeedManifest manifest) => manifest.Tables.Any(IsOfTerritories);

    private static bool IsOfTerritories(FeedTable table) => table.Record == "Territory";

    private async Task<bool> IsDueAsync(ImportSession session, FeedManifest manifest, CancellationToken cancellationToken)
    {
        if (await LedgerTables.FindSourceAsync(session, manifest.Key, cancellationToken) is not { Value: var source })
        {
            return true;
        }

        if (source.PausedAt is not null)
        {
            return false;
        }

        var last = await new RunHistory(session).LastAsync(source.Id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return IsFile(manifest)
            ? await DiffersAsync(manifest, source, last, cancellationToken) || source.NextRunAt <= now
            : last is null || source.NextRunAt <= now;
    }

    /// <summary>Whether the files are others than those that were imported, or that wait for the operator, or that he threw away.</summary>
    private static async Task<bool> DiffersAsync(FeedManifest manifest, Source source, ImportRun? last, CancellationToken cancellationToken)
    {
        // A file that cannot be read now is due: its run says what is wrong.
        var input = await SourceRegistry.InputHashAsync(manifest, cancellationToken);
        var judged = last?.Status is ImportRunStatus.Quarantined or ImportRunStatus.Discarded ? last.InputHash : null;
        return input is null || !(IsSame(input, source.ManifestHash) || IsSame(input, judged));
    }

    private static bool IsSame(byte[] one, byte[]? other) => other is not null && one.AsSpan().SequenceEqual(other);
}
