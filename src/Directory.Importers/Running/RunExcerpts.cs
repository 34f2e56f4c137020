using CenterDirectory.Data;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>
/// Rows of a run as the publisher wrote them, out of the archive. They may hold personal data: they are for the operator's eyes at his own
/// console, and nothing of them is stored or served.
/// </summary>
public sealed class RunExcerpts
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly FeedReleases releases;
    private readonly RecordStreams streams;

    internal RunExcerpts(IDbContextFactory<DirectoryDb> databases, FeedReleases releases, RecordStreams streams) =>
        (this.databases, this.releases, this.streams) = (databases, releases, streams);

    /// <summary>Reads the run's bytes again and picks these rows.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="runId">The run.</param>
    /// <param name="wanted">Tables and rows, as issues name them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowExcerpts> ReadAsync(
        FeedManifest manifest, long runId, IReadOnlySet<(string Table, int Row)> wanted, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        var parts = await new RunHistory(session).PartsAsync(manifest, runId, cancellationToken);
        await using var release = await releases.FetchAsync(manifest, RunHistory.OrderOf(manifest, parts), cancellationToken);
        if (release.Failure is { } failure)
        {
            return new RowExcerpts(new Dictionary<(string, int), string>(), failure.Reason);
        }

        var found = new Dictionary<(string Table, int Row), string>();
        var stream = streams.Open(manifest, release, (table, row) =>
        {
            if (wanted.Contains((table, row.Row)))
            {
                found[(table, row.Row)] = TextOf(row);
            }
        });
        await foreach (var _ in stream.ReadAsync(new IssueSink(), cancellationToken))
        {
            if (found.Count == wanted.Count)
            {
                break;
            }
        }

        return new RowExcerpts(found, stream.Failure);
    }

    private static string TextOf(FeedRow row) => string.Join(" | ", Enumerable.Range(0, row.Count).Select(index => row[index] ?? ""));
}

/// <summary>Rows by table and number, and why some may be missing.</summary>
public sealed record RowExcerpts(IReadOnlyDictionary<(string Table, int Row), string> Rows, FeedFailure? Failure);
