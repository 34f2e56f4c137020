using System.Diagnostics;
using System.Text;
using CenterDirectory.Api.OpenData.Dumps;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>The command <c>export</c>, and dumps of a process that dies.</summary>
public sealed class ExportTests : IDisposable
{
    private const int Rows = 30_000;

    private readonly CommandProcess command = new();

    public ExportTests()
    {
        command.Feeds = Path.Combine(command.Folder, "feeds");
        command.Write("feeds/clubs.yaml", "key: clubs\ntitle: Клубы\nsource: { file: clubs.csv }\nrecord: Organization\nid-from: [id]\nmap: { name: name, territoryText: place }\n");
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task A_folder_holds_the_directory_or_the_types_that_were_asked_for()
    {
        WriteClubs(3);
        Assert.Equal(0, (await command.RunAsync("import", "clubs")).ExitCode);

        var all = await command.RunAsync("export", "--to", "all");
        var some = await command.RunAsync("export", "--to", "some", "--types", "organizations", "centers");

        Assert.Equal((0, 0), (all.ExitCode, some.ExitCode));
        Assert.Contains("3 organizations.ndjson", all.Output, StringComparison.Ordinal);
        Assert.Equal(3, File.ReadLines(Path.Combine(command.Folder, "all", DumpNames.All)).Count());
        Assert.Equal(
            ["all.ndjson", "centers.csv", "centers.ndjson", "datapackage.json", "organizations.csv", "organizations.ndjson", "sha256sums.txt"],
            System.IO.Directory.EnumerateFiles(Path.Combine(command.Folder, "some")).Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith(".gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_and_an_unknown_type_are_refused()
    {
        command.Write("full/file.txt", "mine");

        var full = await command.RunAsync("export", "--to", "full");
        var unknown = await command.RunAsync("export", "--to", "new", "--types", "clubs");

        Assert.Equal((2, 2), (full.ExitCode, unknown.ExitCode));
        Assert.Contains("not empty", full.Errors, StringComparison.Ordinal);
        Assert.Contains("organizations", unknown.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(command.Folder, "full", "file.txt"), TestContext.Current.CancellationToken));
        Assert.False(System.IO.Directory.Exists(Path.Combine(command.Folder, "new")));
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_dumps_shows_no_part_and_the_next_one_completes()
    {
        WriteClubs(Rows);
        Assert.Equal(0, (await command.RunAsync("import", "clubs")).ExitCode);
        var dumps = Path.Combine(command.Folder, "dumps");
        using (var server = command.Start("serve", "--urls=http://127.0.0.1:0"))
        {
            await UntilAsync(() => System.IO.Directory.Exists(dumps) && System.IO.Directory.EnumerateFiles(dumps, "organizations.ndjson", SearchOption.AllDirectories).Any(file => new FileInfo(file).Length > 0));
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // If the kill came too late, all of it is there.
        Assert.All(Finished(dumps), AssertWhole);

        using var again = command.Start("serve", "--urls=http://127.0.0.1:0");
        try
        {
            _ = again.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await UntilAsync(() => Finished(dumps).Any() && !System.IO.Directory.EnumerateDirectories(dumps, "unfinished-*").Any());
            AssertWhole(Assert.Single(Finished(dumps)));
        }
        finally
        {
            again.Kill();
            await again.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static IEnumerable<string> Finished(string dumps) =>
        System.IO.Directory.EnumerateDirectories(dumps).Where(folder => Path.GetFileName(folder).All(char.IsDigit));

    private static void AssertWhole(string folder)
    {
        var package = DumpPackage.Read(File.ReadAllBytes(Path.Combine(folder, DumpNames.Package)));
        Assert.Equal(Rows, File.ReadLines(Path.Combine(folder, "organizations.ndjson")).Count());
        Assert.All(package.Resources, resource => Assert.Equal(resource.Bytes, new FileInfo(Path.Combine(folder, resource.Path)).Length));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "It did not come about within two minutes.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private void WriteClubs(int count)
    {
        var rows = new StringBuilder("id,name,place\n");
        for (var i = 1; i <= count; i++)
        {
            rows.Append(i).Append(",Клуб ").Append(i).Append(",Город ").Append(i % 97).Append('\n');
        }

        command.Write("feeds/clubs.csv", rows.ToString());
    }
}
