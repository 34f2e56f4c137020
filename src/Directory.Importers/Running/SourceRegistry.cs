using System.Security.Cryptography;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Candidates;
using CenterDirectory.Importers.Editing;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>Keeps the rows of sources as the manifests describe them.</summary>
internal sealed class SourceRegistry(
    IDbContextFactory<DirectoryDb> databases, WriteGate gate, SourceLocks locks, SourceCare care, SourceRanks ranks, TimeProvider clock)
{
    /// <summary>
    /// Writes all sources down, disables those without a manifest, and closes the runs that dead processes left open: whose lock
    /// is free has no live run.
    /// </summary>
    public async Task RegisterAsync(IReadOnlyList<FeedManifest> manifests, CancellationToken cancellationToken)
    {
        await WriteAsync(manifests, cancellationToken);
        await ranks.ApplyAsync(cancellationToken);
    }

    private async Task WriteAsync(IReadOnlyList<FeedManifest> manifests, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        using var writing = await gate.BeginAsync(session, cancellationToken);
        await CloseInterruptedAsync(session, cancellationToken);
        var now = new RunLedger(session, care, clock).Now();
        var territories = manifests.Any(manifest => manifest.Territory is not null)
            ? await TerritoryIndex.LoadAsync(session, new HashSet<long>(), cancellationToken)
            : null;
        foreach (var manifest in manifests)
        {
            await UpsertAsync(session, care, manifest, territories, now, cancellationToken);
        }

        var keys = manifests.Select(manifest => manifest.Key).Append(ReviewedCenters.Key).Append(SelfService.Key).ToList();
        foreach (var source in await LedgerTables.Sources.ReadAsync(session, "", cancellationToken))
        {
            if (!keys.Contains(source.Value.Key))
            {
                SourceCare.Abandoned(source.Value);
                await LedgerTables.Sources.UpdateAsync(session, source, cancellationToken);
            }
        }

        await session.CommitAsync(cancellationToken);
    }

    private async Task CloseInterruptedAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var open = await LedgerTables.Sources.ReadAsync(
            session, """WHERE "Id" IN (SELECT "SourceId" FROM "ImportRuns" WHERE "Status" = @running)""", cancellationToken, ("@running", nameof(ImportRunStatus.Running)));
        foreach (var source in open)
        {
            using var free = locks.TryTake(session.Connection, source.Value.Key);
            if (free is not null)
            {
                await new RunLedger(session, care, clock).CloseInterruptedAsync(source.Value.Id, cancellationToken);
            }
        }
    }

    /// <summary>Brings the row of a manifest up to date, making it if need be; writes only what differs.</summary>
    public static async Task<LedgerRow<Source>> UpsertAsync(ImportSession session, SourceCare care, FeedManifest manifest, DateTime now, CancellationToken cancellationToken)
    {
        // The caller holds the write lock: territories are many, and few manifests name one.
        var territories = manifest.Territory is null ? null : await TerritoryIndex.LoadAsync(session, new HashSet<long>(), cancellationToken);
        return await UpsertAsync(session, care, manifest, territories, now, cancellationToken);
    }

    private static async Task<LedgerRow<Source>> UpsertAsync(
        ImportSession session, SourceCare care, FeedManifest manifest, TerritoryIndex? territories, DateTime now, CancellationToken cancellationToken)
    {
        var known = await LedgerTables.FindSourceAsync(session, manifest.Key, cancellationToken);
        var source = known?.Value ?? new Source { Key = manifest.Key };
        source.Title = manifest.Title;
        source.Publisher = manifest.Publisher?.Name;
        source.Licence = manifest.Publisher?.Licence;
        source.Url = manifest.Publisher?.Url ?? AddressOf(manifest);
        source.Format = manifest.Tables[0].Source.Format;
        (source.Priority, source.IsLive) = (manifest.Priority, manifest.IsLive);
        care.Registered(source, manifest, TextOf(manifest.Schedule), await new RunHistory(session).LastAsync(source.Id, cancellationToken), now);
        source.TerritoryId = manifest.Territory is { } territory ? territories?.Find(territory) : null;
        if (known is null)
        {
            return await LedgerTables.Sources.AddAsync(session, source, cancellationToken);
        }

        await LedgerTables.Sources.UpdateAsync(session, known, cancellationToken);
        return known;
    }

    /// <summary>
    /// What an import of the manifest's own files would read: the manifest and the contents of its files. Null if one of them cannot
    /// be read, or the source is not made of files.
    /// </summary>
    public static async Task<byte[]?> InputHashAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        var contents = new List<byte[]>();
        foreach (var table in manifest.Tables)
        {
            if (table.Source.File is not { } file || await FileHashAsync(manifest, file, cancellationToken) is not { } content)
            {
                return null;
            }

            contents.Add(content);
        }

        return Release.DigestOf(manifest, contents);
    }

    /// <summary>Where its first table is published. What follows the path may be a key of the operator's.</summary>
    private static Uri? AddressOf(FeedManifest manifest) =>
        manifest.Tables.Select(table => table.Source.Url).FirstOrDefault(url => url is not null) is { } url
            ? new Uri(url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
            : null;

    private static string? TextOf(FeedSchedule? schedule) => schedule is null ? null : $"{schedule.Cron} ({schedule.Zone})";

    private static async Task<byte[]?> FileHashAsync(FeedManifest manifest, string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(FeedFetcher.PathOf(manifest, file));
            return await SHA256.HashDataAsync(stream, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Its run will say so in words.
            return null;
        }
    }
}
