using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>A run up to the point where it may write: read, staged, compared, judged.</summary>
/// <param name="Outcome">Its numbers, and how it ends unless applying it fails.</param>
/// <param name="Issues">Collects its issues, further ones too.</param>
/// <param name="HasAbsences">Whether known records are missing, or were and are back.</param>
internal sealed record PlannedRun(ImportOutcome Outcome, IssueSink Issues, bool HasAbsences)
{
    /// <summary>What the source said before; null if it was not read, or not kept in memory.</summary>
    public KnownRecords? Known { get; init; }

    /// <summary>Reads the source into the session's staging table and plans.</summary>
    public static async Task<PlannedRun> PrepareAsync(
        ImportSession session, FeedManifest manifest, KnownRecords? known, long sourceId, IRecordStream stream, Release release, DateOnly today,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var issues = SinkWith(release.Remarks);
        await new StagingTable(session, known).FillAsync(stream, issues, MeasuredProgress.Of(progress, release.ReadSoFar), cancellationToken);
        var outcome = new ImportOutcome
        {
            Source = manifest.Key, Status = ImportRunStatus.Failed, Reason = stream.Failure?.Message,
            Read = stream.Counts.Read, OutOfScope = stream.Counts.OutOfScope,
        };
        if (stream.Failure is not null)
        {
            return new PlannedRun(outcome, issues, HasAbsences: false);
        }

        progress?.Report(new ImportProgress(ImportPhase.Planning, stream.Counts.Records));
        await new PeopleWithRoles(session, known, sourceId, manifest.Key, today).KeepAsync(issues, cancellationToken);
        var plan = await new ImportPlanner(session, sourceId, known).PlanAsync(manifest.GraceRuns, cancellationToken);
        var broken = RunAssertions.Broken(manifest.Expect, plan, outcome.Read - outcome.OutOfScope, issues.Errors);
        outcome = outcome with
        {
            Status = broken is not null ? ImportRunStatus.Quarantined : plan.HasNews ? ImportRunStatus.Applied : ImportRunStatus.Unchanged,
            Reason = broken,
            Added = plan.Added, Changed = plan.Changed, Unchanged = plan.Unchanged, Missing = plan.Missing, Retired = plan.Retired,
        };
        return new PlannedRun(outcome, issues, plan.HasAbsences) { Known = known };
    }

    /// <summary>A run that ends before its source is read.</summary>
    public static PlannedRun WithoutReading(FeedManifest manifest, ImportRunStatus status, LocalizedText? reason, IReadOnlyList<RecordIssue> remarks) =>
        new(new ImportOutcome { Source = manifest.Key, Status = status, Reason = reason }, SinkWith(remarks), HasAbsences: false);

    /// <summary>The run as the operator wants it: whatever its assertions said.</summary>
    public PlannedRun Overridden() => Outcome.Status != ImportRunStatus.Quarantined
        ? this
        : this with { Outcome = Outcome with { Reason = null, Status = Outcome.HasNews ? ImportRunStatus.Applied : ImportRunStatus.Unchanged } };

    /// <summary>Tells how much of the plan is done.</summary>
    public IProgress<ImportProgress>? Measure(IProgress<ImportProgress>? progress) =>
        MeasuredProgress.Of(progress, Outcome.Added + Outcome.Changed + Outcome.Retired);

    /// <summary>The outcome with the issues as they are now.</summary>
    public ImportOutcome Counted(ImportOutcome outcome) =>
        outcome with { Warnings = Issues.Warnings, Errors = Issues.Errors, Issues = Issues.Stored };

    private static IssueSink SinkWith(IReadOnlyList<RecordIssue> remarks)
    {
        var issues = new IssueSink();
        foreach (var remark in remarks)
        {
            issues.Add(remark);
        }

        return issues;
    }
}
