using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Validation;

/// <summary>
/// Checks a feed without touching the directory: reads its fixture, or its files if it has none, and compares with what the manifest expects.
/// A feed that only has an address and no fixture is not fetched; its manifest is all that is checked.
/// </summary>
public sealed class FeedChecker
{
    private readonly RecordStreams streams;
    private readonly FeedReleases releases;

    internal FeedChecker(RecordStreams streams, FeedReleases releases) => (this.streams, this.releases) = (streams, releases);

    /// <summary>Reads a file or an address as if the manifest named it: what a publisher asks before the feed is registered.</summary>
    /// <param name="manifest">How it is to be read.</param>
    /// <param name="place">Full path or address.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<FeedCheck> CheckAsync(
        FeedManifest manifest, string place, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        ReadAsync(manifest with { Test = null }, place, progress, cancellationToken);

    /// <summary>Reads the feed and tells what is wrong.</summary>
    public async Task<FeedCheck> CheckAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        var fixture = manifest.Test is { } test ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest.File)!, test.Fixture)) : null;
        return fixture is null && manifest.Tables.Any(table => table.Source.File is null)
            ? new FeedCheck(manifest, false, new RecordCounts(), new IssueSink(), [])
            : await ReadAsync(manifest, fixture, progress: null, cancellationToken);
    }

    private async Task<FeedCheck> ReadAsync(FeedManifest manifest, string? place, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var issues = new IssueSink();
        await using var release = await releases.FetchAsync(manifest, new ReleaseOrder { FromFile = place }, cancellationToken);
        if (release.Failure is { } failure)
        {
            return new FeedCheck(manifest, true, new RecordCounts(), issues, [failure.Reason]);
        }

        var stream = streams.Open(manifest, release);
        var measured = MeasuredProgress.Of(progress, release.ReadSoFar);
        await foreach (var _ in stream.ReadAsync(issues, cancellationToken))
        {
            measured.Every(ImportPhase.Reading, stream.Counts.Records);
        }

        return new FeedCheck(manifest, true, stream.Counts, issues, [.. Problems(manifest, stream, issues)]);
    }

    private static IEnumerable<FeedFailure> Problems(FeedManifest manifest, IRecordStream stream, IssueSink issues)
    {
        if (stream.Failure is { } failure)
        {
            yield return failure;
            yield break;
        }

        if (manifest.Test is { Rows: { } expected } && expected != stream.Counts.Records)
        {
            yield return Problem(
                "test-rows",
                $"Образец дал записей: {stream.Counts.Records}, а в «test» сказано {expected}.",
                $"The fixture gave {stream.Counts.Records} records, but 'test' says {expected}.");
        }

        if (manifest.Test is not null)
        {
            // A fixture is a few rows; what is expected is about the whole source.
            yield break;
        }

        var rows = stream.Counts.Read - stream.Counts.OutOfScope;
        if (RunAssertions.OutOfRange(manifest.Expect, rows) is { } range)
        {
            yield return new FeedFailure("rows-unexpected", range);
        }

        if (RunAssertions.TooManyErrors(manifest.Expect, rows, issues.Errors) is { } errors)
        {
            yield return new FeedFailure("too-many-errors", errors);
        }
    }

    private static FeedFailure Problem(string code, string ru, string en) => new(code, new LocalizedText(ru, en));
}

/// <summary>What a check found.</summary>
/// <param name="Manifest">The feed.</param>
/// <param name="WasRead">Whether there was something to read without the network.</param>
/// <param name="Counts">Rows and records.</param>
/// <param name="Issues">Issues of rows.</param>
/// <param name="Problems">Why the check has failed; empty if it has not.</param>
public sealed record FeedCheck(FeedManifest Manifest, bool WasRead, RecordCounts Counts, IssueSink Issues, IReadOnlyList<FeedFailure> Problems);
