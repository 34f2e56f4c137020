using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running.Ledger;

namespace CenterDirectory.Importers.Running;

/// <summary>The rows of runs: one is written before anything happens, and ends in the same transaction as what the run did.</summary>
internal sealed class RunLedger(ImportSession session, SourceCare care, TimeProvider clock)
{
    private const string CloseInterrupted =
        """
        UPDATE "ImportRuns" SET "Status" = @failed, "FinishedAt" = @now, "ReasonRu" = @ru, "ReasonEn" = @en
        WHERE "SourceId" = @source AND "Status" = @running
        """;

    private const string CountRecords = """SELECT COUNT(*) FROM "SourceRecords" WHERE "SourceId" = @source""";

    private static readonly string[] IssueColumns = ["RunId", "Severity", "Code", "Table", "Row", "Field", "MessageRu", "MessageEn"];

    /// <summary>Opens a run, and closes those of the source that dead processes left: the caller holds the lock of the source.</summary>
    public async Task<ImportRun> StartAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        var source = (await SourceRegistry.UpsertAsync(session, care, manifest, Now(), cancellationToken)).Value;
        await CloseInterruptedAsync(source.Id, cancellationToken);
        var run = new ImportRun { SourceId = source.Id, Status = ImportRunStatus.Running, StartedAt = Now() };
        await LedgerTables.Runs.AddAsync(session, run, cancellationToken);
        return run;
    }

    /// <summary>Closes the runs of a source that no live process can be busy with.</summary>
    public Task<int> CloseInterruptedAsync(long sourceId, CancellationToken cancellationToken) => session.ExecuteAsync(
        CloseInterrupted, cancellationToken, ("@failed", nameof(ImportRunStatus.Failed)), ("@now", Now()), ("@ru", RunReasons.Interrupted.Ru),
        ("@en", RunReasons.Interrupted.En), ("@source", sourceId), ("@running", nameof(ImportRunStatus.Running)));

    /// <summary>Writes the end of a run, and what it means for its source, into the open transaction.</summary>
    public async Task FinishAsync(RunEnd end, CancellationToken cancellationToken)
    {
        var row = await LedgerTables.Runs.GetAsync(session, end.Run.Id, cancellationToken);
        var source = await LedgerTables.Sources.GetAsync(session, row.Value.SourceId, cancellationToken);
        var run = row.Value;
        var outcome = end.Outcome;
        (run.Status, run.FinishedAt) = (outcome.Status, Now());
        (run.ReasonRu, run.ReasonEn) = (PublicText.Of(end, outcome.Reason?.Ru), PublicText.Of(end, outcome.Reason?.En));
        (run.Read, run.OutOfScope) = (outcome.Read, outcome.OutOfScope);
        (run.Added, run.Changed, run.Unchanged, run.Retired) = (outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Retired);
        (run.Warnings, run.Errors) = (outcome.Warnings, outcome.Errors);
        await NoteInputsAsync(run, source.Value, end, cancellationToken);
        if (outcome.Status == ImportRunStatus.Applied)
        {
            source.Value.RecordCount = (int)await CountLiveAsync(run.SourceId, cancellationToken);
        }

        Care(run, source.Value, end);
        WriteIssues(run.Id, outcome.Issues);
        await LedgerTables.Runs.UpdateAsync(session, row, cancellationToken);
        await LedgerTables.Sources.UpdateAsync(session, source, cancellationToken);
    }

    private async Task<long> CountLiveAsync(long sourceId, CancellationToken cancellationToken)
    {
        var way = await RecordScan.WayAsync(session, await session.CountAsync(CountRecords, cancellationToken, ("@source", sourceId)), cancellationToken);
        return await session.CountAsync(
            $"""SELECT COUNT(*) FROM "SourceRecords"{way} WHERE "SourceId" = @source AND "RetiredAt" IS NULL""", cancellationToken, ("@source", sourceId));
    }

    private void Care(ImportRun run, Source source, RunEnd end)
    {
        if (!end.Run.SpeaksOfSource)
        {
            care.EndedByHand(source, end.Run.Manifest, run, run.FinishedAt!.Value);
        }
        else if (end.Outcome.Reason != RunReasons.Cancelled)
        {
            // Who stops the program says nothing about the source: what was due stays due.
            care.Ended(source, end.Run.Manifest, run, end.Release.Failure, run.FinishedAt!.Value);
        }
    }

    /// <summary>What was read. A run that had waited has told that, and its issues, before.</summary>
    private async Task NoteInputsAsync(ImportRun run, Source source, RunEnd end, CancellationToken cancellationToken)
    {
        if (end.Run.Status != ImportRunStatus.Running)
        {
            await session.ExecuteAsync("""DELETE FROM "ImportIssues" WHERE "RunId" = @run""", cancellationToken, ("@run", run.Id));
        }
        else
        {
            run.InputHash = end.Release.Digest(end.Run.Manifest);
            foreach (var part in end.Release.Parts)
            {
                await LedgerTables.Inputs.AddAsync(session, RunHistory.InputOf(run, part), cancellationToken);
            }
        }

        if (end.Outcome.IsSuccess && end.Run.Options.IsRegular)
        {
            source.ManifestHash = run.InputHash ?? source.ManifestHash;
        }
    }

    /// <summary>The number of the next revision. Whoever asks holds the write lock, so numbers are committed in their order.</summary>
    public async Task<long> NextRevisionAsync(CancellationToken cancellationToken) =>
        await session.CountAsync("""SELECT MAX("Number") FROM "Revisions" """, cancellationToken) + 1;

    /// <summary>Writes the revision; its changes refer to it and follow.</summary>
    public Task AddRevisionAsync(long number, long? runId, int changes, DateTime now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """INSERT INTO "Revisions" ("Number", "CommittedAt", "RunId", "ChangeCount") VALUES (@number, @now, @run, @changes)""",
        cancellationToken, ("@number", number), ("@now", now), ("@run", runId), ("@changes", changes));

    /// <summary>Whole milliseconds, as readers see instants.</summary>
    public DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
    }

    private void WriteIssues(long runId, IReadOnlyList<RecordIssue> issues)
    {
        using var rows = session.Write("ImportIssues", IssueColumns);
        foreach (var issue in issues)
        {
            rows.Write(
                runId, issue.Severity.ToString(), issue.Code, issue.Table, (long?)issue.Row, issue.Field, issue.Message.Ru, issue.Message.En);
        }
    }
}
