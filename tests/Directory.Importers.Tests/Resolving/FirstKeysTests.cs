using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;
using CenterDirectory.Importers.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Tests.Resolving;

/// <summary>The first records of a kind get their keys while entities are written; nobody is to see that.</summary>
public sealed class FirstKeysTests
{
    private static readonly string[] Words = ["Заря", "Родник", "Поиск", "Лучик", "Дом у моря", "Северный ветер", "Возрождение"];

    [Fact]
    public async Task A_large_first_load_leaves_the_keys_that_a_small_one_leaves()
    {
        var organizations = Organizations(700).ToList();

        Assert.Equal(await KeysAfterAsync(int.MaxValue, organizations), await KeysAfterAsync(100, organizations));
    }

    [Fact]
    public async Task Another_source_finds_the_records_of_a_large_first_load()
    {
        await using var directory = await LargeAsync();
        await directory.ImportAsync("one", Organizations(30));

        await directory.ImportAsync("other", Organizations(40));

        Assert.Equal(40, await directory.AskAsync(db => db.Organizations.CountAsync()));
        Assert.Equal(70, await directory.AskAsync(db => db.SourceRecords.CountAsync()));
    }

    [Fact]
    public async Task A_row_that_is_replaced_by_a_repetition_has_the_keys_of_that()
    {
        ImportRecord[] organizations =
        [
            .. Organizations(10), .. Enumerable.Range(0, 10).Select(number => Invented.Organization($"{number}", $"Фонд «Другой {number}»", "55")),
        ];

        Assert.Equal(await KeysAfterAsync(int.MaxValue, organizations), await KeysAfterAsync(1, organizations));
    }

    [Fact]
    public async Task Whoever_is_left_out_of_the_plan_has_no_keys()
    {
        ImportRecord[] people = [Invented.Person("anna", "Анна Придуманная"), Invented.Person("boris", "Борис Придуманный"), Invented.Role("1", "boris", "директор")];

        Assert.Equal(await KeysAfterAsync(int.MaxValue, people), await KeysAfterAsync(1, people));
    }

    [Fact]
    public async Task What_was_judged_before_a_source_came_back_holds_for_its_large_load()
    {
        await using var directory = await LargeAsync();
        await directory.AskAsync(async db =>
        {
            db.MatchJudgements.Add(new()
            {
                Kind = "Organization", FirstSource = "one", FirstKey = "1", SecondSource = "one", SecondKey = "2", IsSame = false, JudgedAt = directory.Clock.GetUtcNow().UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });

        var outcome = await directory.ImportAsync("one", Organizations(20));

        Assert.Equal(ImportRunStatus.Applied, outcome.Status);
        Assert.Equal(20, await directory.AskAsync(db => db.Organizations.CountAsync()));
        Assert.NotEmpty(await KeysAsync(directory));
    }

    [Fact]
    public async Task A_run_that_breaks_off_meanwhile_leaves_nothing_and_the_next_one_all()
    {
        await using var directory = await LargeAsync();
        using var stop = new CancellationTokenSource();
        directory.Feeds["one"] = () => new InventedRecords([.. Organizations(500)]);
        var progress = new Stopping(stop);

        var broken = await directory.Pipeline.RunAsync(ScratchDirectory.Manifest("one"), new ImportOptions(), progress, stop.Token);
        Assert.Equal(ImportRunStatus.Failed, broken.Status);
        Assert.Empty(await KeysAsync(directory));

        await directory.ImportAsync("one", Organizations(500));
        Assert.Equal(await KeysAfterAsync(int.MaxValue, Organizations(500)), await KeysAsync(directory));
    }

    private static async Task<ScratchDirectory> LargeAsync(int largeLoad = 1)
    {
        var directory = await ScratchDirectory.CreateAsync();
        directory.Pipeline.LargeLoad = largeLoad;
        return directory;
    }

    private static async Task<List<string>> KeysAfterAsync(int largeLoad, IEnumerable<ImportRecord> records)
    {
        await using var directory = await LargeAsync(largeLoad);
        Assert.Equal(ImportRunStatus.Applied, (await directory.ImportAsync("one", records)).Status);
        return await KeysAsync(directory);
    }

    private static async Task<List<string>> KeysAsync(ScratchDirectory directory)
    {
        await using var session = await ImportSession.OpenAsync(directory.Databases, TestContext.Current.CancellationToken);
        var table = new MatchKeyTable(session);
        return [.. Enum.GetValues<MatchKeySort>().SelectMany(table.Walk, (_, entry) => $"{entry.Key}: {string.Join(' ', entry.Members)}")];
    }

    private static IEnumerable<ImportRecord> Organizations(int count) => Enumerable.Range(0, count).Select(number => Invented.Organization(
        $"{number}", $"АНО «{Words[number % Words.Length]} {Words[number / Words.Length % Words.Length]} {number % 5}»", "55", ogrn: OgrnOf(number)));

    /// <summary>With the check digit that it needs.</summary>
    private static string OgrnOf(int number)
    {
        var digits = 102_550_000_000L + number;
        return $"{digits}{digits % 11 % 10}";
    }

    /// <summary>Stops the run when the first entities are written.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Phase == ImportPhase.Applying)
            {
                stop.Cancel();
            }
        }
    }
}
