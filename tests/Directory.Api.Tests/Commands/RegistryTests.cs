using System.Text;
using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Commands;

/// <summary>The registry of the Ministry of Justice through the command, on the real export (sample data, not part of the repository).</summary>
public sealed class RegistryTests : IDisposable
{
    private readonly CommandProcess command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public async Task The_export_is_imported_whole_and_the_same_records_in_another_order_change_nothing()
    {
        var export = Export();

        var first = await command.RunAsync("import", "ru-minjust-npo", "--from", export);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal([2659, 2659, 0, 0, 0, 0, 23, 0], first.NumbersOf("ru-minjust-npo"));
        Assert.Equal(2659L, Count("SELECT COUNT(*) FROM Organizations"));
        Assert.Equal(6L, Count("SELECT COUNT(*) FROM ImportIssues WHERE Code = 'ogrn-check-digit'"));
        Assert.Equal(17L, Count("SELECT COUNT(*) FROM ImportIssues WHERE Code = 'ogrn-repeated'"));
        Assert.Equal(347L, Count("SELECT COUNT(*) FROM Organizations WHERE Ogrn IS NULL AND json_array_length(RegistryNumbers) = 1"));

        var before = DatabaseDump.Data(command.DatabaseFile);
        var lines = await File.ReadAllLinesAsync(export, TestContext.Current.CancellationToken);
        var rows = lines[1..];
        new Random(2014).Shuffle(rows);
        var second = await command.RunAsync("import", "ru-minjust-npo", "--from", command.Write("shuffled.tsv", Text(lines[0], rows)));

        Assert.Equal(0, second.ExitCode);
        Assert.Equal([2659, 0, 0, 2659, 0, 0, 23, 0], second.NumbersOf("ru-minjust-npo"));
        Assert.Equal(before, DatabaseDump.Data(command.DatabaseFile));
    }

    [Fact]
    public async Task An_export_cut_to_a_tenth_is_quarantined_and_retires_nothing()
    {
        var export = Export();
        await command.RunAsync("import", "ru-minjust-npo", "--from", export);
        var before = DatabaseDump.Data(command.DatabaseFile);
        var lines = await File.ReadAllLinesAsync(export, TestContext.Current.CancellationToken);

        var result = await command.RunAsync("import", "ru-minjust-npo", "--from", command.Write("cut.tsv", Text(lines[0], lines[1..(lines.Length / 10)])));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("quarantined", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, DatabaseDump.Data(command.DatabaseFile));
        Assert.Equal(0L, Count("SELECT COUNT(*) FROM Tombstones"));
    }

    private static string Export()
    {
        var folder = Environment.GetEnvironmentVariable("DIRECTORY_SAMPLE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "DIRECTORY_SAMPLE_DATA names no folder of sample data.");
        return Path.GetFullPath(Path.Combine(folder!, "minjust", "npo-registry-2014.tsv"), HostPaths.Root);
    }

    private static string Text(string header, IEnumerable<string> rows) => new StringBuilder().AppendJoin('\n', rows.Prepend(header)).Append('\n').ToString();

    private object? Count(string sql) => DatabaseDump.Scalar(command.DatabaseFile, sql);
}
