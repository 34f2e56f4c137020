using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

public sealed class OutcomeTests
{
    private static readonly List<ImportRecord> Forty =
        [.. Enumerable.Range(1, 40).Select(number => Invented.Organization($"{number:00}", $"Организация {number}"))];

    [Fact]
    public async Task A_file_cut_to_a_tenth_is_quarantined_without_a_word_in_the_manifest()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = ScratchDirectory.Manifest("registry", expect: new FeedExpectations());
        await directory.ImportAsync(manifest, Forty);
        var before = await directory.DumpAsync();

        var outcome = await directory.ImportAsync(manifest, Forty.Take(4));

        Assert.Equal((ImportRunStatus.Quarantined, 36, null), (outcome.Status, outcome.Missing, outcome.Revision));
        Assert.Equal("Пропало 36 из 40 известных записей, допускается 20%.", outcome.Reason!.Ru);
        Assert.Equal(before, await directory.DumpAsync());
        var run = await directory.AskAsync(db => db.ImportRuns.OrderBy(run => run.Id).LastAsync());
        Assert.Equal((ImportRunStatus.Quarantined, outcome.Reason.En), (run.Status, run.ReasonEn));
    }

    [Fact]
    public async Task A_source_that_could_not_be_read_to_its_end_fails_and_changes_nothing()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = ScratchDirectory.Manifest("registry");
        await directory.ImportAsync(manifest, Forty);
        var before = await directory.DumpAsync();
        var failure = new FeedFailure("column-missing", new LocalizedText("Нет столбца «id».", "There is no column 'id'."));
        directory.Feeds["registry"] = () => new InventedRecords([Invented.Organization("99", "Новая")], failure);

        var outcome = await directory.RunAsync(manifest);

        Assert.Equal((ImportRunStatus.Failed, failure.Message), (outcome.Status, outcome.Reason));
        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal(1, (await directory.AskAsync(db => db.Sources.SingleAsync())).ConsecutiveFailures);
    }

    [Fact]
    public async Task A_run_that_breaks_while_it_writes_leaves_nothing_behind()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("registry", Forty);
        var before = await directory.DumpAsync();

        var outcome = await directory.ImportAsync("registry", [.. Forty, Invented.Center("1", "Центр"), Invented.Record("Center", "2", new { invented = 1 })]);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal(ImportRunStatus.Unchanged, (await directory.ImportAsync("registry", Forty)).Status);
    }

    [Fact]
    public async Task A_cancelled_run_has_failed_and_changed_nothing()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var stop = new CancellationTokenSource();
        directory.Feeds["registry"] = () => new InventedRecords(Forty);

        var outcome = await directory.Pipeline.RunAsync(
            ScratchDirectory.Manifest("registry"), new ImportOptions(), new Observer(_ => stop.Cancel()), stop.Token);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.False(await directory.AskAsync(db => db.Organizations.AnyAsync()));
        Assert.Equal([ImportRunStatus.Failed], await directory.AskAsync(db => db.ImportRuns.Select(run => run.Status).ToListAsync()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reading_that_breaks_off_ends_the_run_and_leaves_no_reader_behind(bool cancelled)
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        using var stop = new CancellationTokenSource();
        // More than a batch that is handed over at once, so that some of it has been staged by then.
        var stream = new BreakingRecords(700, cancelled ? stop : null);
        directory.Feeds["registry"] = () => stream;

        var outcome = await directory.Pipeline.RunAsync(ScratchDirectory.Manifest("registry"), new ImportOptions(), progress: null, stop.Token);

        Assert.Equal((ImportRunStatus.Failed, true), (outcome.Status, stream.HasEnded));
        Assert.Equal(cancelled ? RunReasons.Cancelled : RunReasons.Broken(outcome.RunId!.Value), outcome.Reason);
        Assert.False(await directory.AskAsync(db => db.Organizations.AnyAsync()));
        Assert.Equal(40, (await directory.ImportAsync("registry", Forty)).Added);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_happen_and_writes_nothing_at_all()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        var manifest = ScratchDirectory.Manifest("centers");
        await directory.ImportAsync(manifest, Invented.Center("1", "Первый"), Invented.Center("2", "Второй", shortName: "РЦ"));
        directory.Feeds["centers"] = () => new InventedRecords([Invented.Center("2", "Иной", shortName: "РЦ"), Invented.Center("3", "Третий")]);
        var runs = await directory.AskAsync(db => db.ImportRuns.CountAsync());
        var before = await directory.DumpAsync();

        var outcome = await directory.RunAsync(manifest, new ImportOptions { DryRun = true });

        Assert.Equal((ImportRunStatus.Applied, true, null), (outcome.Status, outcome.IsDryRun, outcome.RunId));
        Assert.Equal(
            ["added Center 3 name:  -> \"Третий\"", "changed Center 2 name: \"Второй\" -> \"Иной\"", "retired Center 1 "],
            outcome.Samples.Select(sample => $"{sample.Action} {sample.Kind} {sample.ExternalId} "
                + string.Join(", ", sample.Fields.Select(field => $"{field.Field}: {field.Before} -> {field.Now}"))));
        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal(runs, await directory.AskAsync(db => db.ImportRuns.CountAsync()));
    }

    [Fact]
    public async Task A_dry_run_of_a_source_never_seen_plans_to_add_everything()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        directory.Feeds["registry"] = () => new InventedRecords(Forty);

        var outcome = await directory.RunAsync(ScratchDirectory.Manifest("registry"), new ImportOptions { DryRun = true });

        Assert.Equal((40, 5), (outcome.Added, outcome.Samples.Count));
        Assert.False(await directory.AskAsync(db => db.Sources.AnyAsync()));
    }

    [Fact]
    public async Task A_source_is_not_imported_twice_at_once()
    {
        await using var directory = await ScratchDirectory.CreateAsync();
        directory.Feeds["registry"] = () => new InventedRecords(Forty);
        ImportOutcome? second = null;

        var first = await directory.RunAsync(ScratchDirectory.Manifest("registry"), progress: new Observer(report =>
        {
            if (report.Phase == ImportPhase.Reading)
            {
                second = directory.RunAsync(ScratchDirectory.Manifest("registry")).GetAwaiter().GetResult();
            }
        }));

        Assert.Equal(ImportRunStatus.Applied, first.Status);
        Assert.Equal((ImportRunStatus.Failed, null), (second!.Status, second.RunId));
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync()));
    }

    [Fact]
    public async Task Two_sources_imported_at_once_make_two_revisions_in_turn()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Task.Run(
            () => directory.ImportAsync($"registry-{number}", Forty), TestContext.Current.CancellationToken)));

        Assert.Equal([1L, 2L, 3L, 4L], outcomes.Select(outcome => outcome.Revision!.Value).Order());
        Assert.Equal(160, await directory.AskAsync(db => db.Organizations.CountAsync()));
    }

    [Fact]
    public async Task The_issues_of_a_run_are_stored_with_it()
    {
        await using var directory = await ScratchDirectory.CreateAsync();

        var outcome = await directory.ImportAsync("centers", Invented.Center("1", "Центр", territory: "Нигде"));

        var issue = await directory.AskAsync(db => db.ImportIssues.SingleAsync());
        Assert.Equal((outcome.RunId, IssueSeverity.Warning, "reference-unresolved"), (issue.RunId, issue.Severity, issue.Code));
        Assert.Equal(1, (await directory.AskAsync(db => db.ImportRuns.SingleAsync())).Warnings);
    }
}

/// <summary>Gives so many records and then throws, or is cancelled and waits for that to be heard.</summary>
internal sealed class BreakingRecords(int count, CancellationTokenSource? stop) : IRecordStream
{
    public RecordCounts Counts { get; } = new();

    public FeedFailure? Failure => null;

    public bool HasEnded { get; private set; }

    public async IAsyncEnumerable<ImportRecord> ReadAsync(
        IssueSink issues, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 1; number <= count; number++)
            {
                yield return Invented.Organization($"{number}", $"Организация {number}");
            }

            await (stop?.CancelAsync() ?? Task.CompletedTask);
            await Task.Delay(stop is null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("A reader that breaks.");
        }
        finally
        {
            HasEnded = true;
        }
    }
}

/// <summary>Acts on each report, at once and on the reporting thread.</summary>
internal sealed class Observer(Action<ImportProgress> act) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => act(value);
}
