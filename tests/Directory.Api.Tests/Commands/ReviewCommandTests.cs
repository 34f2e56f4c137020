namespace CenterDirectory.Api.Tests.Commands;

/// <summary>What an operator does at the console with releases that were held back, with issues, and with publishers who ask to check a file.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private const string Manifest = """
        key: clubs
        title: Клубы
        grace-runs: 0
        schedule: { cron: "0 30 4 * * ?", zone: Asia/Omsk }
        source: { file: clubs.csv, delimiter: ";" }
        record: Organization
        id-from: [id]
        map:
          name: Название
          ogrn: ogrn
        expect: { rows: [2, 100] }
        """;

    private const string Rows = "id;Название;ogrn\n1;Первый клуб;1038600500014\n2;Второй клуб;\n3;Третий клуб;\n";
    private const string Shrunk = "id;Название;ogrn\n1;Первый клуб;1038600500014\n";
    private const string Damaged = "id;Название;ogrn;Лишнее\n1;Клуб;103;\n2;;5;\n;Без номера;;x\n3;;;\n";

    private readonly CommandProcess command = new();

    public ReviewCommandTests()
    {
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/clubs.yaml", Manifest);
        command.Write("feeds/clubs.csv", Rows);
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task A_release_that_was_held_back_is_listed_and_applied_by_its_number()
    {
        await command.RunAsync("import", "clubs");
        command.Write("feeds/clubs.csv", Shrunk);
        var held = await command.RunAsync("import", "clubs");
        command.Write("feeds/clubs.csv", Rows);

        Assert.Equal(1, held.ExitCode);
        Assert.Contains("import apply 2", held.Output, StringComparison.Ordinal);
        Assert.Contains("2  ", (await command.RunAsync("import", "runs", "clubs")).Output.Split('\n')[0], StringComparison.Ordinal);

        var applied = await command.RunAsync("import", "apply", "2");

        Assert.Equal(0, applied.ExitCode);
        Assert.Equal([1, 0, 0, 1, 2, 0, 0, 0], applied.NumbersOf("clubs"));
        Assert.Equal(1L, DatabaseDump.Scalar(command.DatabaseFile, "SELECT COUNT(*) FROM Organizations"));
        Assert.Equal(1, (await command.RunAsync("import", "apply", "2")).ExitCode);
        Assert.Equal(2, (await command.RunAsync("import", "apply", "4711")).ExitCode);
    }

    [Fact]
    public async Task A_release_that_was_thrown_away_stays_away_and_can_be_replayed_all_the_same()
    {
        await command.RunAsync("import", "clubs");
        command.Write("feeds/clubs.csv", Shrunk);
        await command.RunAsync("import", "clubs");

        Assert.Equal(0, (await command.RunAsync("import", "discard", "2")).ExitCode);
        var again = await command.RunAsync("import", "clubs");
        var replayed = await command.RunAsync("import", "clubs", "--replay", "1");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("discarded in run 2", again.Output, StringComparison.Ordinal);
        Assert.Equal([3, 0, 0, 3, 0, 0, 0, 0], replayed.NumbersOf("clubs"));
        Assert.Equal(3L, DatabaseDump.Scalar(command.DatabaseFile, "SELECT COUNT(*) FROM Organizations"));
    }

    [Fact]
    public async Task The_rows_behind_issues_are_shown_on_demand_and_stored_nowhere()
    {
        command.Write("feeds/clubs.csv", Rows + "4;;secret-5550001\n");
        await command.RunAsync("import", "clubs");

        var issues = await command.RunAsync("import", "issues", "1");
        var raw = await command.RunAsync("import", "issues", "1", "--raw");

        Assert.Contains("row 5, name [field-required]", issues.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-5550001", issues.Output, StringComparison.Ordinal);
        Assert.Contains("4 |  | secret-5550001", raw.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-5550001", DatabaseDump.Everything(command.DatabaseFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_and_issues_outlive_the_manifest_and_what_never_was_is_refused()
    {
        command.Write("feeds/clubs.csv", Rows + "4;;\n");
        Assert.Equal(0, (await command.RunAsync("import", "runs", "clubs")).ExitCode);
        await command.RunAsync("import", "clubs");
        File.Delete(Path.Combine(command.Folder, "feeds", "clubs.yaml"));

        var issues = await command.RunAsync("import", "issues", "1");
        var raw = await command.RunAsync("import", "issues", "1", "--raw");
        var runs = await command.RunAsync("import", "runs", "clubs");
        var unknown = await command.RunAsync("import", "runs", "clbus");

        Assert.Equal((0, 2, 0, 2), (issues.ExitCode, raw.ExitCode, runs.ExitCode, unknown.ExitCode));
        Assert.Contains("row 5", issues.Output, StringComparison.Ordinal);
        Assert.Contains("The manifest of the source clubs is gone.", raw.Errors, StringComparison.Ordinal);
        Assert.Contains("clubs", runs.Output, StringComparison.Ordinal);
        Assert.Contains("There is no source with the key 'clbus'.", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_gets_a_list_of_what_to_mend_in_Russian_or_English()
    {
        command.Write("bad.csv", Damaged);

        var russian = await command.RunAsync("feeds", "check", "bad.csv", "--manifest", "clubs");
        var english = await command.RunAsync("feeds", "check", "bad.csv", "--manifest", Path.Combine("feeds", "clubs.yaml"), "--lang", "en");

        Assert.Equal((1, 1), (russian.ExitCode, english.ExitCode));
        russian.Output.MatchSnapshot("ru.txt");
        english.Output.MatchSnapshot("en.txt");
        Assert.False(File.Exists(command.DatabaseFile));
    }

    [Fact]
    public async Task A_file_without_faults_has_nothing_to_mend_and_one_that_is_none_says_so()
    {
        command.Write("good.csv", Rows);
        command.Write("page.csv", "<!DOCTYPE html><html></html>");

        var good = await command.RunAsync("feeds", "check", "good.csv", "--manifest", "clubs", "--lang", "en");
        var page = await command.RunAsync("feeds", "check", "page.csv", "--manifest", "clubs", "--lang", "en");

        Assert.Equal((0, "✓ good.csv: 3 rows, 3 records, 0 warnings, 0 errors\nThere is nothing to mend."), (good.ExitCode, good.Output.ReplaceLineEndings("\n").Trim()));
        Assert.Equal(1, page.ExitCode);
        Assert.Contains("HTML", page.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await command.RunAsync("feeds", "check", "good.csv", "--manifest", "no-such")).ExitCode);
        Assert.Equal(1, (await command.RunAsync("feeds", "check", "https://127.0.0.1/clubs.csv", "--manifest", "clubs")).ExitCode);
    }

    [Fact]
    public async Task A_source_is_paused_and_resumed()
    {
        const string State = "SELECT Health_State || ' ' || COALESCE(Health_MessageRu, '') || ' ' || (NextRunAt IS NULL) FROM Sources WHERE Key = 'clubs'";
        await command.RunAsync("import", "clubs");
        Assert.Equal("Ok Последний запуск прошёл хорошо. 0", DatabaseDump.Scalar(command.DatabaseFile, State));

        Assert.Equal(0, (await command.RunAsync("feeds", "pause", "clubs", "--why", "переезд")).ExitCode);
        Assert.Equal("Paused Приостановлен оператором: переезд 1", DatabaseDump.Scalar(command.DatabaseFile, State));

        Assert.Equal(0, (await command.RunAsync("feeds", "resume", "clubs")).ExitCode);
        Assert.Equal("Ok Последний запуск прошёл хорошо. 0", DatabaseDump.Scalar(command.DatabaseFile, State));
        Assert.Equal(2, (await command.RunAsync("feeds", "pause", "no-such")).ExitCode);
    }
}
