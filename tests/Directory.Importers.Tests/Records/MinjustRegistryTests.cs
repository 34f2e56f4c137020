using System.Globalization;
using System.Text;
using System.Text.Json;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Tests.Formats;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Records;

public sealed class MinjustRegistryTests
{
    private const string Sample = "minjust/npo-registry-2014.tsv";

    private static readonly string[] Russian = ["Реестр", "Уч.№", "Наименование", "ОГРН", "Дата ОГРН", "Адрес", "Форма", "Регион", "Статус"];

    [Fact]
    public async Task All_rows_of_the_registry_become_organizations()
    {
        var read = await ReadSampleAsync();

        Assert.Null(read.Failure);
        Assert.Equal(2_659, read.Counts.Read);
        Assert.Equal(2_659, read.Records.Count);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal(2_659, read.Records.Select(record => record.ExternalId).Distinct().Count());
        Assert.Equal(347, read.Payloads.Count(payload => !payload.Contains("\"ogrn\":", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Wrong_check_digits_and_repeated_numbers_are_warnings()
    {
        var read = await ReadSampleAsync();

        Assert.Equal(6, read.Issues.CountByCode["ogrn-check-digit"]);
        Assert.Equal(17, read.Issues.CountByCode["ogrn-repeated"]);
        Assert.Equal(["ogrn-check-digit", "ogrn-repeated"], read.Issues.CountByCode.Keys.Order());
        Assert.Equal(23, read.Issues.Warnings);
    }

    [Fact]
    public async Task The_same_rows_in_another_order_give_the_same_payloads()
    {
        using var feed = new TestFeed();
        var lines = await File.ReadAllLinesAsync(SampleOrSkip(), TestContext.Current.CancellationToken);
        var shuffled = lines.Skip(1).ToArray();
        new Random(20141117).Shuffle(shuffled);
        var file = feed.Write("shuffled.tsv", string.Join('\n', shuffled.Prepend(lines[0])));

        var before = await ReadSampleAsync();
        var after = await feed.ReadAsync(Manifest(), file);

        Assert.Equal(
            before.Records.Select(record => (record.ExternalId, Encoding.UTF8.GetString(record.Payload.Span))).Order(),
            after.Records.Select(record => (record.ExternalId, Encoding.UTF8.GetString(record.Payload.Span))).Order());
    }

    [Fact]
    public async Task Payloads_are_objects_that_the_json_reader_accepts()
    {
        var read = await ReadSampleAsync();

        foreach (var record in read.Records)
        {
            using var json = JsonDocument.Parse(record.Payload);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task Sixty_thousand_rows_are_read_one_by_one()
    {
        using var feed = new TestFeed();
        var lines = await File.ReadAllLinesAsync(SampleOrSkip(), TestContext.Current.CancellationToken);
        var file = feed.Write("large.tsv", string.Join('\n', Multiply(lines, 24)));
        var manifest = Manifest();

        var read = await feed.ReadAsync(manifest, file);

        Assert.Equal(63_816, read.Records.Count);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    [InlineData("xls")]
    [InlineData("xlsx")]
    public async Task One_manifest_reads_the_registry_as_text_and_as_workbook_with_names_in_either_language(string extension)
    {
        using var feed = new TestFeed();
        var fixture = Path.Combine(TestFeed.Fixtures, "feeds", "ru-minjust-npo.tsv");
        var rows = (await Reading.ReadAsync(
            await File.ReadAllBytesAsync(fixture, TestContext.Current.CancellationToken),
            new FeedLocation { File = fixture, Format = "tsv", Columns = Russian, Header = false })).Rows;
        var cells = rows.Skip(1).Select(row => row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|')).Prepend(Russian).ToArray();
        var file = feed.Write($"registry.{extension}", extension switch
        {
            "xls" => XlsWriter.Write(Book(cells)),
            "xlsx" => XlsxWriter.Write(Book(cells)),
            "tsv" => Text(cells, '\t', "maccyrillic"),
            _ => Text(cells, ';', "windows-1251"),
        });

        var expected = await feed.ReadAsync(Manifest(), fixture);
        var read = await feed.ReadAsync(Manifest(), file);

        Assert.Null(read.Failure);
        Assert.Equal(12, read.Records.Count);
        Assert.Equal(expected.Payloads, read.Payloads);
        Assert.Equal(expected.Codes, read.Codes);
    }

    [Fact]
    public async Task Rows_that_tabs_pushed_to_the_right_are_read_by_their_status()
    {
        using var feed = new TestFeed();
        var file = feed.Write("shifted.tsv", """
            registy	uniqnum	name	ogrn	ogrndate	address	orgform	region	status
            x	9900000001	Двор	1990000010120	01.02.2003	000000, Омская область	г. Выдуманск	д. 1	Учреждение	Омская область	Зарегистрирована
            """);

        var read = await feed.ReadAsync(Manifest(), file);

        Assert.Contains("\"addressText\":\"000000, Омская область г. Выдуманск д. 1\"", read.Payload, StringComparison.Ordinal);
        Assert.Equal(["rows-shifted 2"], read.Codes);
    }

    private static SheetBook Book(string[][] cells) => new("Реестр", [.. cells.Select((row, number) => row.Select((cell, column) => Cell(cell, column, number)).ToArray())]);

    // A workbook holds numbers and dates as such.
    private static object? Cell(string cell, int column, int row) => column switch
    {
        _ when cell.Length == 0 => null,
        3 when row > 0 => double.Parse(cell, CultureInfo.InvariantCulture),
        4 when row > 0 => DateOnly.ParseExact(cell, "dd.MM.yyyy", CultureInfo.InvariantCulture),
        _ => cell,
    };

    private static byte[] Text(string[][] cells, char separator, string encoding) => TextEncodings.Find(encoding)!.GetBytes(string.Join('\r', cells.Select(row =>
        string.Join(separator, row.Select(cell => cell.Contains('"', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)))));

    private static IEnumerable<string> Multiply(string[] lines, int times) =>
        Enumerable.Range(0, times)
            .SelectMany(copy => lines.Skip(1).Select(line => WithRegistryNumber(line, copy)))
            .Prepend(lines[0]);

    private static string WithRegistryNumber(string line, int copy)
    {
        var cells = line.Split('\t');
        cells[1] = $"{copy}-{cells[1]}{(cells[1].Length == 0 ? cells[3] : "")}";
        return string.Join('\t', cells);
    }

    private static async Task<ReadFeed> ReadSampleAsync()
    {
        using var feed = new TestFeed();
        return await feed.ReadAsync(Manifest(), SampleOrSkip());
    }

    private static string SampleOrSkip()
    {
        Assert.SkipWhen(TestFeed.SampleFile(Sample) is null, "DIRECTORY_SAMPLE_DATA is not set: the registry is not part of the repository.");
        return TestFeed.SampleFile(Sample)!;
    }

    private static FeedManifest Manifest()
    {
        var set = ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "ru", "minjust-npo.yaml"));
        Assert.Empty(set.Problems.Select(problem => $"{problem.Line}: {problem.Message.En}"));
        return set.Manifests[0];
    }
}
