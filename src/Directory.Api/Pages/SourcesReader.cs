using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages;

/// <summary>Reads how the sources are doing. Nothing of it hangs on a revision, so nothing is kept.</summary>
internal sealed class SourcesReader(IDbContextFactory<DirectoryDb> databases, FeedCatalog catalog)
{
    /// <summary>All sources with what broke in their last run, those that need a hand first.</summary>
    public async Task<IReadOnlyList<SourceState>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await ListAsync(db, cancellationToken);
        var ids = sources.Select(source => source.LastRun?.Id ?? 0).ToList();
        var counts = await db.ImportIssues.Where(issue => ids.Contains(issue.RunId))
            .GroupBy(issue => new { issue.RunId, issue.Severity, issue.Code })
            .Select(group => new { group.Key.RunId, Issue = new IssueCount(group.Key.Code, group.Key.Severity, group.Count()) }).ToListAsync(cancellationToken);
        var byRun = counts.ToLookup(count => count.RunId, count => count.Issue);
        return [.. sources
            .Select(source => source with
            {
                IsFile = catalog.Find(source.Key) is { } manifest && DueSources.IsFile(manifest),
                Issues = [.. byRun[source.LastRun?.Id ?? 0].OrderBy(issue => issue.Severity != IssueSeverity.Error).ThenByDescending(issue => issue.Count)],
            })
            .OrderBy(source => Urgency(source.State)).ThenBy(source => source.Key, StringComparer.Ordinal)];
    }

    /// <summary>All sources, those with most records first.</summary>
    public static Task<List<SourceState>> ListAsync(DirectoryDb db, CancellationToken cancellationToken) => db.Sources.AsNoTracking()
        .OrderByDescending(source => source.RecordCount).ThenBy(source => source.Key)
        .Select(source => new SourceState(
            source.Key, source.Title, source.Publisher, source.Licence, source.Url, source.Schedule, source.RecordCount,
            source.Health.State, new LocalizedText(source.Health.MessageRu, source.Health.MessageEn), source.NextRunAt, source.LastSuccessAt,
            source.Runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
                .Select(run => new LastRun(run.Id, run.Status, run.StartedAt, run.Read, run.Added, run.Changed, run.Retired))
                .FirstOrDefault()))
        .ToListAsync(cancellationToken);

    private static int Urgency(SourceHealthState state) => state switch
    {
        SourceHealthState.Quarantined => 0,
        SourceHealthState.Failing => 1,
        SourceHealthState.Stale => 2,
        SourceHealthState.Paused => 3,
        SourceHealthState.Ok => 4,
        SourceHealthState.Disabled => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a place."),
    };
}

/// <summary>How a source is doing.</summary>
internal sealed record SourceState(
    string Key, string Title, string? Publisher, string? Licence, Uri? Url, string? Schedule, int RecordCount,
    SourceHealthState State, LocalizedText Message, DateTime? NextRunAt, DateTime? LastSuccessAt, LastRun? LastRun)
{
    /// <summary>Whether all of it lies in files beside its manifest.</summary>
    public bool IsFile { get; init; }

    /// <summary>What broke in its last run.</summary>
    public IReadOnlyList<IssueCount> Issues { get; init; } = [];
}

/// <summary>Its last run in numbers.</summary>
internal sealed record LastRun(long Id, ImportRunStatus Status, DateTime StartedAt, int Read, int Added, int Changed, int Retired);

/// <summary>How often its last run broke a rule, as many as are kept.</summary>
internal sealed record IssueCount(string Code, IssueSeverity Severity, int Count);
