using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Importers.Tests.Running;

/// <summary>A first large load writes into the database itself, if nobody else has it open.</summary>
public sealed class FillingTests
{
    private const int Large = 20;

    private static readonly ImportRecord[] Many = [.. Enumerable.Range(1, 60).Select(number => Invented.Organization($"{number}", $"Организация {number}"))];

    [Fact]
    public async Task It_ends_in_the_same_directory_and_with_a_log_beside_the_database()
    {
        await using var usual = await CreateAsync();
        await using var filled = await CreateAsync();

        var (beside, _) = await RunAsync(usual, "many", Many, isAlone: false);
        var (inside, outcome) = await RunAsync(filled, "many", Many);

        Assert.Equal(("wal", "delete", 60), (beside, inside, outcome.Added));
        Assert.Equal(await usual.DumpAsync(), await filled.DumpAsync());
        Assert.Equal("wal", JournalOf(filled));
    }

    [Fact]
    public async Task Who_has_the_database_open_goes_on_reading()
    {
        await using var directory = await CreateAsync();
        using var reader = new SqliteConnection($"Data Source={directory.File};Pooling=False");
        reader.Open();
        Assert.Equal(0L, Ask(reader, """SELECT COUNT(*) FROM "Organizations" """));

        var (journal, outcome) = await RunAsync(directory, "many", Many, meanwhile: () => Assert.Equal(0L, Ask(reader, """SELECT COUNT(*) FROM "Organizations" """)));

        Assert.Equal(("wal", ImportRunStatus.Applied), (journal, outcome.Status));
        Assert.Equal(60L, Ask(reader, """SELECT COUNT(*) FROM "Organizations" """));
    }

    [Fact]
    public async Task What_breaks_while_it_fills_leaves_the_directory_and_the_log_as_they_were()
    {
        await using var directory = await CreateAsync();
        var before = await directory.DumpAsync();

        var (_, outcome) = await RunAsync(directory, "many", [.. Many, Invented.Record("Center", "2", new { invented = 1 })]);

        Assert.Equal(ImportRunStatus.Failed, outcome.Status);
        Assert.Equal((before, "wal"), (await directory.DumpAsync(), JournalOf(directory)));
        Assert.Equal(ImportRunStatus.Applied, (await RunAsync(directory, "many", Many)).Outcome.Status);
    }

    [Fact]
    public async Task A_directory_that_holds_something_stays_open_to_all()
    {
        await using var directory = await CreateAsync();
        await directory.ImportAsync("few", Invented.Organization("1", "Организация"));

        Assert.Equal("wal", (await RunAsync(directory, "many", Many)).Journal);
    }

    private static async Task<ScratchDirectory> CreateAsync()
    {
        var directory = await ScratchDirectory.CreateAsync(on: DatabaseKind.Sqlite);
        directory.Pipeline.LargeLoad = Large;
        return directory;
    }

    /// <summary>Imports, and says how the database was written when all was.</summary>
    private static async Task<(string? Journal, ImportOutcome Outcome)> RunAsync(
        ScratchDirectory directory, string source, ImportRecord[] records, bool isAlone = true, Action? meanwhile = null)
    {
        directory.Feeds[source] = () => new InventedRecords(records);
        string? journal = null;
        var outcome = await directory.RunAsync(ScratchDirectory.Manifest(source), new ImportOptions { HasProcessAlone = isAlone }, new Watch(() =>
        {
            journal = JournalOf(directory);
            meanwhile?.Invoke();
        }));
        return (journal, outcome);
    }

    private static string JournalOf(ScratchDirectory directory)
    {
        using var connection = new SqliteConnection($"Data Source={directory.File};Pooling=False");
        connection.Open();
        return (string)Ask(connection, "PRAGMA journal_mode")!;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class Watch(Action atTheEnd) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Phase == ImportPhase.Committing)
            {
                atTheEnd();
            }
        }
    }
}
