using System.Diagnostics;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Npgsql;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>Another process that imports invented organizations, and, if asked, stops for ever in the middle of a phase.</summary>
internal static class ImportingProcess
{
    public const string Verb = "import";
    public const string UntilVerb = "import-until";
    public const string Stopped = "stopped";
    public const string Source = "registry";
    private const int StopAfter = 1_000;

    /// <summary>What the source states at first, and what it states when the process is killed: added, changed and lost rows.</summary>
    public static IEnumerable<ImportRecord> Records(bool isSecond) =>
        Enumerable.Range(isSecond ? 50 : 0, isSecond ? 1_200 : 600).SelectMany(number => new[]
        {
            Invented.Organization($"o{number}", $"Организация {(isSecond && number % 3 == 0 ? "бывшая " : "")}{number % 50}", "66"),
            Invented.Record("Center", $"c{number}", new { name = $"Центр {number}", territory = "66", @operator = $"o{number}" }),
        });

    /// <summary>What the other process does.</summary>
    public static async Task<int> RunAsync(string file, string? phase)
    {
        await using var directory = await ScratchDirectory.CreateAsync(file);
        directory.Feeds[Source] = () => new InventedRecords([.. Records(isSecond: true)]);
        var outcome = await directory.RunAsync(ScratchDirectory.Manifest(Source), progress: new Observer(report =>
        {
            if (report.Phase.ToString() == phase && (report.Done > StopAfter || report.Phase is ImportPhase.Planning or ImportPhase.Committing))
            {
                Console.Out.WriteLine(Stopped);
                new ManualResetEventSlim().Wait();
            }
        }));
        return outcome.Status == ImportRunStatus.Applied ? 0 : 1;
    }

    /// <summary>What the other process does when it is to die by its own hand at the n-th row that it writes, temporary ones included.</summary>
    public static async Task<int> RunUntilAsync(string file, long row)
    {
        var written = 0L;
        await using var directory = await ScratchDirectory.CreateAsync(file, inner => new WatchedDatabases(inner, () =>
        {
            if (++written == row)
            {
                Process.GetCurrentProcess().Kill();
            }
        }));
        await directory.ImportAsync(Source, Records(isSecond: true));
        return 0;
    }

    /// <summary>Starts one that dies at a row, and waits for its death.</summary>
    public static async Task DieAsync(string file, long row)
    {
        using var doomed = Start(UntilVerb, file, row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await doomed.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(128 + 9, doomed.ExitCode);
    }

    /// <summary>Starts it, lets it come to the phase, does something meanwhile, and kills it whatever happens.</summary>
    public static async Task KillAsync(string file, string phase, Func<Task> meanwhile)
    {
        using var doomed = Start(Verb, file, phase);
        try
        {
            Assert.Equal(Stopped, await doomed.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            await meanwhile();
        }
        finally
        {
            doomed.Kill();
            await doomed.WaitForExitAsync(CancellationToken.None);
        }

        if (DatabaseProviders.IsPostgres(file))
        {
            await UntilTheServerHasNoticedAsync(file);
        }
    }

    /// <summary>A server hears of a death when it reads from the dead one's socket: within a moment, but not at once.</summary>
    private static async Task UntilTheServerHasNoticedAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var locks = new NpgsqlCommand(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", connection);
        while ((long)(await locks.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    private static Process Start(params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return Process.Start(new ProcessStartInfo(dotnet, [typeof(ImportingProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
    }
}
