using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages;

/// <summary>Reads how the sources are doing. Nothing of it hangs on a revision, so nothing is kept.</summary>
internal sealed class SourcesReader(IDbContextFactory<DirectoryDb> databases)
{
    /// <summary>All sources, those that need a hand first.</summary>
    public async Task<IReadOnlyList<SourceState>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var sources = await db.Sources.AsNoTracking().Select(source => new SourceState(
            source.Key, source.Title, source.Publisher, source.Url, source.Format, source.Schedule, source.RecordCount,
            source.Health.State, new LocalizedText(source.Health.MessageRu, source.Health.MessageEn), source.NextRunAt, source.LastSuccessAt,
            source.Runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id)
                .Select(run => new LastRun(run.Id, run.Status, run.StartedAt, run.Read, run.Added, run.Changed, run.Retired, run.Warnings, run.Errors))
                .FirstOrDefault(),
            new List<IssueCount>())).ToListAsync(cancellationToken);
        var ids = sources.Select(source => source.LastRun?.Id ?? 0).ToList();
        var counts = await db.ImportIssues.Where(issue => ids.Contains(issue.RunId))
            .GroupBy(issue => new { issue.RunId, issue.Severity, issue.Code })
            .Select(group => new { group.Key.RunId, Issue = new IssueCount(group.Key.Code, group.Key.Severity, group.Count()) }).ToListAsync(cancellationToken);
        var byRun = counts.ToLookup(count => count.RunId, count => count.Issue);
        return [.. sources
            .Select(source => source with { Issues = [.. byRun[source.LastRun?.Id ?? 0].OrderBy(issue => issue.Severity != IssueSeverity.Error).ThenByDescending(issue => issue.Count)] })
            .OrderBy(source => Urgency(source.State)).ThenBy(source => source.Key, StringComparer.Ordinal)];
    }

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
    string Key, string Title, string? Publisher, Uri? Url, string Format, string? Schedule, int RecordCount,
    SourceHealthState State, LocalizedText Message, DateTime? NextRunAt, DateTime? LastSuccessAt, LastRun? LastRun, IReadOnlyList<IssueCount> Issues);

/// <summary>Its last run in numbers.</summary>
internal sealed record LastRun(
    long Id, ImportRunStatus Status, DateTime StartedAt, int Read, int Added, int Changed, int Retired, int Warnings, int Errors);

/// <summary>How often its last run broke a rule, as many as are kept.</summary>
internal sealed record IssueCount(string Code, IssueSeverity Severity, int Count);
