using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

public sealed class KilledImportTests
{
    [Theory]
    [InlineData(nameof(ImportPhase.Reading))]
    [InlineData(nameof(ImportPhase.Planning))]
    [InlineData(nameof(ImportPhase.Applying))]
    [InlineData(nameof(ImportPhase.Committing))]
    public async Task A_killed_import_leaves_nothing_half_done_and_the_next_one_completes(string phase)
    {
        await using var directory = await PreparedAsync();
        var before = await directory.DumpAsync();

        await ImportingProcess.KillAsync(directory.File, phase, async () =>
        {
            var meanwhile = await directory.RunAsync(ScratchDirectory.Manifest(ImportingProcess.Source));
            Assert.Equal(RunReasons.AlreadyRunning, meanwhile.Reason);
        });

        Assert.Equal(before, await directory.DumpAsync());
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync(run => run.Status == ImportRunStatus.Running)));

        var outcome = await directory.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: true));

        Assert.Equal((ImportRunStatus.Applied, 3L), (outcome.Status, outcome.Revision));
        var interrupted = await directory.AskAsync(db => db.ImportRuns.SingleAsync(run => run.Status == ImportRunStatus.Failed));
        Assert.Equal(RunReasons.Interrupted.Ru, interrupted.ReasonRu);
        await using var undisturbed = await PreparedAsync();
        await undisturbed.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: true));
        Assert.Equal(await undisturbed.DumpAsync(withIds: false), await directory.DumpAsync(withIds: false));
    }

    [Fact]
    public async Task The_next_start_closes_runs_of_dead_processes_and_spares_live_ones()
    {
        await using var directory = await PreparedAsync();
        var registry = new SourceRegistry(directory.Databases, directory.Gate, directory.Locks, directory.Care, directory.Clock);
        var manifests = new[] { ScratchDirectory.Manifest(ImportingProcess.Source) };

        await ImportingProcess.KillAsync(directory.File, nameof(ImportPhase.Reading), async () =>
        {
            await registry.RegisterAsync(manifests, TestContext.Current.CancellationToken);
            Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync(run => run.Status == ImportRunStatus.Running)));
        });

        await registry.RegisterAsync(manifests, TestContext.Current.CancellationToken);
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync(run => run.Status == ImportRunStatus.Failed)));
    }

    private static async Task<ScratchDirectory> PreparedAsync()
    {
        var directory = await ScratchDirectory.CreateAsync();
        await directory.ImportAsync("regions", Invented.Territory("66", "Свердловская область", "66"));
        await directory.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: false));
        return directory;
    }
}
