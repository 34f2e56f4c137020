using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>The commands as a person at a console meets them: what they say, what they leave alone, and their exit codes.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Manifest = """
        key: clubs
        title: Клубы
        grace-runs: 0
        source: { file: clubs.csv, delimiter: ";" }
        record: Organization
        id-from: [id]
        map:
          name: Название
          ogrn: ogrn
        """;

    private const string Rows = """
        id;Название;ogrn
        1;Первый клуб;1038600500014
        2;Второй клуб;
        3;Третий клуб;
        """;

    /// <summary>A database into which the clubs were imported once, for the tests that are about what happens to it next.</summary>
    private static readonly Lazy<Task<byte[]>> Imported = new(ImportOnceAsync);

    private readonly CommandProcess command = new();

    public CommandTests() => command.Feeds = Path.Combine(command.Folder, "feeds");

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task An_unknown_command_is_named_and_nothing_is_started()
    {
        var result = await command.RunAsync("imprt", "clubs");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("imprt", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(command.DatabaseFile));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "clubs", "--all")]
    [InlineData("import", "no-such-source")]
    [InlineData("import", "clubs", "--from", "no-such-file.csv")]
    public async Task An_import_that_cannot_be_understood_exits_with_two(params string[] arguments)
    {
        WriteFeed(Manifest, Rows);

        var result = await command.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Errors);
        Assert.False(File.Exists(command.DatabaseFile));
    }

    [Fact]
    public async Task An_unknown_source_is_answered_with_those_that_exist()
    {
        WriteFeed(Manifest, Rows);

        var result = await command.RunAsync("import", "no-such-source");

        Assert.Contains("no-such-source", result.Errors, StringComparison.Ordinal);
        Assert.Contains("clubs", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_ends_in_a_table_and_the_same_again_changes_nothing()
    {
        WriteFeed(Manifest, Rows);

        var first = await command.RunAsync("import", "clubs");
        var before = DatabaseDump.Data(command.DatabaseFile);
        var second = await command.RunAsync("import", "--all");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal([3, 3, 0, 0, 0, 0, 0, 0], first.NumbersOf("clubs"));
        Assert.Equal([3, 0, 0, 3, 0, 0, 0, 0], second.NumbersOf("clubs"));
        Assert.Equal(before, DatabaseDump.Data(command.DatabaseFile));
    }

    [Fact]
    public async Task A_dry_run_tells_the_plan_and_writes_nothing()
    {
        WriteFeed(Manifest, Rows);
        await File.WriteAllBytesAsync(command.DatabaseFile, await Imported.Value, TestContext.Current.CancellationToken);
        var before = DatabaseDump.Everything(command.DatabaseFile);
        command.Write("feeds/clubs.csv", Rows.Replace("3;Третий клуб;", "3;Третий новый клуб;\n4;Четвёртый клуб;", StringComparison.Ordinal));

        var result = await command.RunAsync("import", "clubs", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal([4, 1, 1, 2, 0, 0, 0, 0], result.NumbersOf("clubs"));
        Assert.Equal(before, DatabaseDump.Everything(command.DatabaseFile));
    }

    [Fact]
    public async Task A_file_is_found_from_where_the_caller_stands()
    {
        WriteFeed(Manifest, Rows);
        command.Write("elsewhere/newer.csv", Rows + "\n4;Четвёртый клуб;\n");

        var result = await command.RunAsync("import", "clubs", "--from", Path.Combine("elsewhere", "newer.csv"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(4, result.NumbersOf("clubs")[0]);
    }

    [Theory]
    [InlineData("key: clubs", "key: [clubs", "clubs.yaml:1")]
    [InlineData("delimiter:", "delimitter:", "clubs.yaml:4")]
    [InlineData("  name: Название", "  nmae: Название", "clubs.yaml:8")]
    [InlineData("record: Organization", "record: Organisation", "clubs.yaml:5")]
    public async Task A_manifest_that_is_wrong_is_told_with_file_and_line(string right, string wrong, string place)
    {
        WriteFeed(Manifest, Rows);
        await File.WriteAllBytesAsync(command.DatabaseFile, await Imported.Value, TestContext.Current.CancellationToken);
        var before = DatabaseDump.Data(command.DatabaseFile);
        var manifest = command.Write("feeds/clubs.yaml", Manifest.Replace(right, wrong, StringComparison.Ordinal));

        var check = await command.RunAsync("feeds", "check", manifest);
        var import = await command.RunAsync("import", "clubs");
        var all = await command.RunAsync("import", "--all");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains(place, check.Text, StringComparison.Ordinal);
        Assert.NotEqual(0, import.ExitCode);
        Assert.Contains(place, import.Text, StringComparison.Ordinal);
        Assert.Equal(1, all.ExitCode);
        Assert.Equal(before, DatabaseDump.Data(command.DatabaseFile));
    }

    [Theory]
    [InlineData(null, "clubs.yaml:1", "clubs.csv")]
    [InlineData("<!DOCTYPE html>\n<html><head><title>503</title></head><body>Сервис недоступен</body></html>", "clubs.csv", "HTML")]
    [InlineData("id;Имя;ogrn\n1;Первый клуб;\n", "clubs.csv:1", "Название")]
    [InlineData("", "clubs.csv", "")]
    public async Task Data_that_cannot_be_read_is_told_and_changes_nothing(string? rows, string place, string word)
    {
        WriteFeed(Manifest, Rows);
        await File.WriteAllBytesAsync(command.DatabaseFile, await Imported.Value, TestContext.Current.CancellationToken);
        var before = DatabaseDump.Data(command.DatabaseFile);
        var file = Path.Combine(command.Folder, "feeds", "clubs.csv");
        File.Delete(file);
        if (rows is not null)
        {
            await File.WriteAllTextAsync(file, rows, TestContext.Current.CancellationToken);
        }

        var import = await command.RunAsync("import", "clubs");
        var check = await command.RunAsync("feeds", "check", Path.Combine("feeds", "clubs.yaml"));

        Assert.Equal((1, 1), (import.ExitCode, check.ExitCode));
        Assert.All([import.Text, check.Text], text => Assert.Contains(place, text, StringComparison.Ordinal));
        Assert.All([import.Text, check.Text], text => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal(before, DatabaseDump.Data(command.DatabaseFile));
    }

    [Fact]
    public async Task The_shipped_feeds_pass_their_check()
    {
        command.Feeds = Path.Combine(HostPaths.Root, "feeds");

        var result = await command.RunAsync("feeds", "check");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("report-raduzhny", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(command.DatabaseFile));
    }

    [Fact]
    public async Task The_printed_schema_is_the_committed_one()
    {
        var result = await command.RunAsync("schema", "print");

        Assert.Equal(0, result.ExitCode);
        var committed = await File.ReadAllTextAsync(Path.Combine(HostPaths.Root, "schema", "schema.graphql"), TestContext.Current.CancellationToken);
        Assert.Equal(committed.ReplaceLineEndings("\n"), result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        var first = await command.RunAsync("migrate");
        var before = DatabaseDump.Everything(command.DatabaseFile);
        var second = await command.RunAsync("migrate");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("0001_Initial", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0001_Initial", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, DatabaseDump.Everything(command.DatabaseFile));
    }

    [Theory]
    [InlineData("--Roles=typo", "Roles")]
    [InlineData("--GraphQL:Limits:Depth=0", "Depth")]
    [InlineData("--ConnectionStrings:Directory=Data Source=/proc/nowhere/directory.db", "/proc/nowhere")]
    public async Task A_setting_that_is_wrong_stops_the_start_with_a_message(string setting, string word)
    {
        var result = await command.RunAsync("serve", setting, "--urls=http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(word, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ImportOnceAsync()
    {
        using var tests = new CommandTests();
        tests.WriteFeed(Manifest, Rows);
        var result = await tests.command.RunAsync("import", "clubs");
        Assert.Equal(0, result.ExitCode);
        DatabaseDump.Scalar(tests.command.DatabaseFile, "PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(tests.command.DatabaseFile, TestContext.Current.CancellationToken);
    }

    private void WriteFeed(string manifest, string rows)
    {
        command.Write("feeds/clubs.yaml", manifest);
        command.Write("feeds/clubs.csv", rows);
    }
}
