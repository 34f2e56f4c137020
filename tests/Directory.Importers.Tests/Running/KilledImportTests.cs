using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Running;

public sealed class KilledImportTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, nameof(ImportPhase.Reading))]
    [InlineData(DatabaseKind.Sqlite, nameof(ImportPhase.Planning))]
    [InlineData(DatabaseKind.Sqlite, nameof(ImportPhase.Applying))]
    [InlineData(DatabaseKind.Sqlite, nameof(ImportPhase.Committing))]
    [InlineData(DatabaseKind.Postgres, nameof(ImportPhase.Reading))]
    [InlineData(DatabaseKind.Postgres, nameof(ImportPhase.Applying))]
    [InlineData(DatabaseKind.Postgres, nameof(ImportPhase.Committing))]
    public async Task A_killed_import_leaves_nothing_half_done_and_the_next_one_completes(DatabaseKind kind, string phase)
    {
        await using var directory = await PreparedAsync(kind);
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
        await using var undisturbed = await PreparedAsync(kind);
        await undisturbed.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: true));
        Assert.Equal(await undisturbed.DumpAsync(withIds: false), await directory.DumpAsync(withIds: false));
    }

    [Fact]
    public async Task Killed_at_ten_random_rows_one_after_another_it_is_as_if_nothing_had_happened()
    {
        var rows = 0L;
        string undisturbed;
        await using (var directory = await PreparedAsync(DatabaseKind.Sqlite, inner => new WatchedDatabases(inner, () => rows++)))
        {
            rows = 0;
            await directory.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: true));
            undisturbed = await directory.DumpAsync(withIds: false);
        }

        Assert.True(rows > 5_000);
        await using var disturbed = await PreparedAsync(DatabaseKind.Sqlite);
        var before = await disturbed.DumpAsync();
        var random = new Random(20261122);
        for (var i = 0; i < 10; i++)
        {
            await ImportingProcess.DieAsync(disturbed.File, random.NextInt64(1, rows + 1));
            Assert.Equal(before, await disturbed.DumpAsync());
        }

        var outcome = await disturbed.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: true));

        Assert.Equal((ImportRunStatus.Applied, 3L), (outcome.Status, outcome.Revision));
        Assert.Equal(undisturbed, await disturbed.DumpAsync(withIds: false));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_next_start_closes_runs_of_dead_processes_and_spares_live_ones(DatabaseKind kind)
    {
        await using var directory = await PreparedAsync(kind);
        var registry = new SourceRegistry(directory.Databases, directory.Gate, directory.Locks, directory.Care, directory.Ranks, directory.Clock);
        var manifests = new[] { ScratchDirectory.Manifest(ImportingProcess.Source) };

        await ImportingProcess.KillAsync(directory.File, nameof(ImportPhase.Reading), async () =>
        {
            await registry.RegisterAsync(manifests, TestContext.Current.CancellationToken);
            Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync(run => run.Status == ImportRunStatus.Running)));
        });

        await registry.RegisterAsync(manifests, TestContext.Current.CancellationToken);
        Assert.Equal(1, await directory.AskAsync(db => db.ImportRuns.CountAsync(run => run.Status == ImportRunStatus.Failed)));
    }

    private static async Task<ScratchDirectory> PreparedAsync(
        DatabaseKind kind, Func<IDbContextFactory<DirectoryDb>, IDbContextFactory<DirectoryDb>>? wrap = null)
    {
        var directory = await ScratchDirectory.CreateAsync(wrap: wrap, on: kind);
        await directory.ImportAsync("regions", Invented.Territory("66", "Свердловская область", "66"));
        await directory.ImportAsync(ImportingProcess.Source, ImportingProcess.Records(isSecond: false));
        return directory;
    }
}
