using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running.Ledger;

namespace CenterDirectory.Importers.Running;

/// <summary>What earlier runs of a source mean for the next one.</summary>
internal sealed class RunHistory(ImportSession session)
{
    private const string NewestFirst = """ORDER BY "StartedAt" DESC, "Id" DESC""";

    private const string InputsOfRun =
        """
        JOIN "ImportRuns" AS r ON r."Id" = "RunInputs"."RunId" JOIN "Sources" AS s ON s."Id" = r."SourceId"
        WHERE r."Id" = @run AND s."Key" = @key ORDER BY "RunInputs"."Id"
        """;

    private const string Discarded =
        """
        SELECT MAX("Id") FROM "ImportRuns" WHERE "SourceId" = @source AND "Status" = @discarded AND "InputHash" = @digest
        """;

    private const string HasMissing =
        """SELECT EXISTS (SELECT 1 FROM "SourceRecords" WHERE "SourceId" = @source AND "MissingRuns" > 0 AND "RetiredAt" IS NULL)""";

    /// <summary>The newest run of a source that has ended; null if there is none.</summary>
    public async Task<ImportRun?> LastAsync(long sourceId, CancellationToken cancellationToken) =>
        (await LedgerTables.Runs.FindAsync(
            session, $"""WHERE "SourceId" = @source AND "Status" <> @running {NewestFirst}""", cancellationToken,
            ("@source", sourceId), ("@running", nameof(ImportRunStatus.Running))))?.Value;

    /// <summary>The newest run of a source, ended or not; null if there is none.</summary>
    public async Task<ImportRun?> NewestAsync(string sourceKey, CancellationToken cancellationToken) =>
        (await LedgerTables.Runs.FindAsync(
            session, $"""WHERE "SourceId" = (SELECT "Id" FROM "Sources" WHERE "Key" = @key) {NewestFirst}""", cancellationToken, ("@key", sourceKey)))?.Value;

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
    public async Task<long?> FindDiscardedAsync(long sourceId, byte[] digest, CancellationToken cancellationToken) =>
        await session.CountAsync(
            Discarded, cancellationToken, ("@source", sourceId), ("@discarded", nameof(ImportRunStatus.Discarded)), ("@digest", digest)) is var run and > 0 ? run : null;

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
        var inputs = await LedgerTables.Inputs.ReadAsync(session, InputsOfRun, cancellationToken, ("@run", runId), ("@key", manifest.Key));
        return [.. inputs.Select(input => PartOf(input.Value))];
    }

    private async Task<ImportRun?> LastGoodAsync(long sourceId, CancellationToken cancellationToken) =>
        (await LedgerTables.Runs.FindAsync(
            session, $"""WHERE "SourceId" = @source AND "Status" IN (@applied, @unchanged) {NewestFirst}""", cancellationToken,
            ("@source", sourceId), ("@applied", nameof(ImportRunStatus.Applied)), ("@unchanged", nameof(ImportRunStatus.Unchanged))))?.Value;

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
            || manifest.GraceRuns < FeedManifest.UnlimitedGrace && await session.CountAsync(HasMissing, cancellationToken, ("@source", sourceId)) > 0;
    }

    /// <summary>The row of a part. Its address is told beside its key where a list named it.</summary>
    public static RunInput InputOf(ImportRun run, ReleasePart part) => new()
    {
        RunId = run.Id, Address = part.Key == part.Address ? part.Key : $"{part.Key}\n{part.Address}", Hash = part.Hash, Length = part.Length,
        ETag = part.Validators.ETag, LastModified = part.Validators.LastModified?.UtcDateTime,
    };

    private static ReleasePart PartOf(RunInput input)
    {
        var names = input.Address.Split('\n');
        var validators = new Validators(input.ETag, input.LastModified is { } date ? new DateTimeOffset(date, TimeSpan.Zero) : null);
        return new ReleasePart(names[0], names[^1], FetchFailures.NameOf(names[^1]), input.Hash, input.Length, validators, Bytes: null);
    }
}
