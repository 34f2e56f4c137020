using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>What earlier runs of a source mean for the next one.</summary>
internal sealed class RunHistory(ImportSession session)
{
    /// <summary>How the bytes of a run are to be got.</summary>
    public async Task<ReleaseOrder> OrderAsync(FeedManifest manifest, long sourceId, ImportOptions options, CancellationToken cancellationToken)
    {
        if (options.Replay is { } run)
        {
            return OrderOf(manifest, await PartsAsync(manifest, run, cancellationToken));
        }

        if (!options.IsRegular)
        {
            return ReleaseOrder.Of(options);
        }

        var last = await LastGoodAsync(sourceId, cancellationToken);
        var known = last is null ? [] : await PartsAsync(manifest, last.Id, cancellationToken);
        return ReleaseOrder.Of(options) with { Known = known, NeedsBytes = await IsNewsAsync(manifest, sourceId, last, known, cancellationToken) };
    }

    /// <summary>Whether a run has read what the manifest would have read now.</summary>
    public async Task<bool> CanReplayAsync(FeedManifest manifest, long runId, CancellationToken cancellationToken) =>
        OrderOf(manifest, await PartsAsync(manifest, runId, cancellationToken)).Replay is { Count: > 0 };

    /// <summary>The run in which the operator threw these very bytes away; null if there is none.</summary>
    public Task<long?> FindDiscardedAsync(long sourceId, byte[] digest, CancellationToken cancellationToken) => session.Db.ImportRuns
        .Where(run => run.SourceId == sourceId && run.Status == ImportRunStatus.Discarded && run.InputHash == digest)
        .OrderByDescending(run => run.Id).Select(run => (long?)run.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether the directory holds these very bytes, read in this very way.</summary>
    public async Task<bool> IsInDirectoryAsync(long sourceId, byte[] digest, CancellationToken cancellationToken) =>
        (await LastGoodAsync(sourceId, cancellationToken))?.InputHash is { } known && known.AsSpan().SequenceEqual(digest);

    /// <summary>What a run read, out of the archive.</summary>
    public static ReleaseOrder OrderOf(FeedManifest manifest, IReadOnlyList<ReleasePart> parts)
    {
        // One file that is none of the manifest's stood for the only table: it came by --from.
        var keys = manifest.Tables.Select(table => ReleasePart.KeyOf(table.Source)).ToHashSet(StringComparer.Ordinal);
        var from = parts is [var only] && !keys.Contains(only.Key) ? only.Key : null;
        var isComplete = from is not null || keys.IsSubsetOf(parts.Select(part => part.Key));
        return new ReleaseOrder { FromFile = from, Replay = isComplete ? parts : [] };
    }

    /// <summary>The inputs of a run; none if it was a run of another source.</summary>
    public async Task<IReadOnlyList<ReleasePart>> PartsAsync(FeedManifest manifest, long runId, CancellationToken cancellationToken)
    {
        var inputs = await session.Db.RunInputs.AsNoTracking().Where(input => input.RunId == runId && input.Run.Source.Key == manifest.Key).OrderBy(input => input.Id).ToListAsync(cancellationToken);
        return [.. inputs.Select(PartOf)];
    }

    private Task<ImportRun?> LastGoodAsync(long sourceId, CancellationToken cancellationToken) => session.Db.ImportRuns.AsNoTracking()
        .Where(run => run.SourceId == sourceId && (run.Status == ImportRunStatus.Applied || run.Status == ImportRunStatus.Unchanged))
        .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Whether the same bytes could end otherwise than last time: the manifest reads them in another way, or records are within their
    /// grace, which only a run that looks for them can end.
    /// </summary>
    private async Task<bool> IsNewsAsync(
        FeedManifest manifest, long sourceId, ImportRun? last, IReadOnlyList<ReleasePart> known, CancellationToken cancellationToken)
    {
        if (last?.InputHash is not { } digest || known.Count == 0)
        {
            return true;
        }

        var release = new Release(known);
        var isComplete = manifest.Tables.All(table => known.Any(part => part.Key == ReleasePart.KeyOf(table.Source)));
        return !isComplete || !release.Digest(manifest).AsSpan().SequenceEqual(digest)
            || manifest.GraceRuns < FeedManifest.UnlimitedGrace && await session.Db.SourceRecords.AnyAsync(
                record => record.SourceId == sourceId && record.MissingRuns > 0 && record.RetiredAt == null, cancellationToken);
    }

    /// <summary>The row of a part. Its address is told beside its key where a list named it.</summary>
    public static RunInput InputOf(ImportRun run, ReleasePart part) => new()
    {
        Run = run, Address = part.Key == part.Address ? part.Key : $"{part.Key}\n{part.Address}", Hash = part.Hash, Length = part.Length,
        ETag = part.Validators.ETag, LastModified = part.Validators.LastModified?.UtcDateTime,
    };

    private static ReleasePart PartOf(RunInput input)
    {
        var names = input.Address.Split('\n');
        var validators = new Validators(input.ETag, input.LastModified is { } date ? new DateTimeOffset(date, TimeSpan.Zero) : null);
        return new ReleasePart(names[0], names[^1], FetchFailures.NameOf(names[^1]), input.Hash, input.Length, validators, Bytes: null);
    }
}
