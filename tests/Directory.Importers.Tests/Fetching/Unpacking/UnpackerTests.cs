using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests.Fetching.Unpacking;

/// <summary>Archives around a table, and what becomes of those that are none.</summary>
public sealed class UnpackerTests : IDisposable
{
    private const string Rows = "id;name\n1;Двор\n2;Дом\n";

    private readonly TestFeed feed = new();

    public void Dispose() => feed.Dispose();

    [Fact]
    public async Task A_gzip_file_is_read_as_what_is_inside()
    {
        feed.Write("rows.csv.gz", Gzip(Rows));

        Assert.Equal(2, (await feed.ReadAsync(Manifest("file: rows.csv.gz"))).Records.Count);
    }

    [Fact]
    public async Task The_only_file_of_an_archive_or_the_only_one_of_the_format_is_read()
    {
        feed.Write("one.zip", Zip(("rows.txt", Rows)));
        feed.Write("two.zip", Zip(("readme.md", "# нет"), ("2026/rows.csv", Rows)));

        Assert.Equal(2, (await feed.ReadAsync(Manifest("file: one.zip, format: csv"))).Records.Count);
        Assert.Equal(2, (await feed.ReadAsync(Manifest("file: two.zip, format: csv"))).Records.Count);
    }

    [Fact]
    public async Task Files_of_a_glob_are_read_one_after_another_as_one_table()
    {
        feed.Write("rows.zip", Zip(("b.csv", "name;id\nСад;3\n;4\n"), ("a.csv", Rows), ("notes.csv", "x")));

        var read = await feed.ReadAsync(Manifest("file: rows.zip, member: \"?.csv\""));

        Assert.Equal(["1", "2", "3"], read.Records.Select(record => record.ExternalId));
        Assert.Equal(("field-required", "Organization b.csv", 3), (read.Issues.Stored[0].Code, read.Issues.Stored[0].Table, read.Issues.Stored[0].Row));
    }

    [Fact]
    public async Task Names_in_the_encoding_of_dos_match_too()
    {
        feed.Write("rows.zip", Zip(TextEncodings.Find("ibm866"), ("Реестр.csv", Rows), ("Прочее.csv", "x")));

        Assert.Equal(2, (await feed.ReadAsync(Manifest("file: rows.zip, member: Реестр.csv"))).Records.Count);
    }

    [Theory]
    [InlineData("", "It is unclear which file of the archive to read; it holds: «a.csv», «b.csv».")]
    [InlineData(", member: \"*.tsv\"", "The archive has no '*.tsv'; it holds: «a.csv», «b.csv».")]
    public async Task An_archive_without_the_file_is_answered_with_those_there_are(string member, string message)
    {
        feed.Write("rows.zip", Zip(("a.csv", Rows), ("b.csv", Rows)));

        var failure = (await feed.ReadAsync(Manifest($"file: rows.zip, format: csv{member}"))).Failure;

        Assert.Equal("archive-member", failure?.Code);
        Assert.Contains(message, failure?.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deflate64_is_named_as_not_supported()
    {
        var archive = Zip(("rows.csv", Rows));
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(8), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 10), 9);
        feed.Write("rows.zip", archive);

        var failure = (await feed.ReadAsync(Manifest("file: rows.zip, format: csv"))).Failure;

        Assert.Equal("archive-method", failure?.Code);
        Assert.Contains("rows.csv is compressed by Deflate64", failure?.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_file_is_named()
    {
        var archive = Zip(("rows.csv", Rows));
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        feed.Write("rows.zip", archive);

        Assert.Equal("archive-locked", (await feed.ReadAsync(Manifest("file: rows.zip, format: csv"))).Failure?.Code);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("csv.gz")]
    public async Task A_bomb_is_refused_by_its_ratio(string extension)
    {
        var text = "id;name\n" + new string(';', 20_000_000);
        feed.Write($"rows.{extension}", extension == "zip" ? Zip(("rows.csv", text)) : Gzip(text));

        Assert.Equal("archive-bomb", (await feed.ReadAsync(Manifest($"file: rows.{extension}, format: csv"))).Failure?.Code);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("csv.gz")]
    public async Task An_archive_larger_than_allowed_is_refused(string extension)
    {
        feed.Options.MaxUnpackedBytes = 1_000;
        var text = "id;name\n" + string.Concat(Enumerable.Range(0, 500).Select(number => $"{number};Двор {number * 7919}\n"));
        feed.Write($"rows.{extension}", extension == "zip" ? Zip(("rows.csv", text)) : Gzip(text));

        Assert.Equal("archive-too-large", (await feed.ReadAsync(Manifest($"file: rows.{extension}, format: csv"))).Failure?.Code);
    }

    [Theory]
    [InlineData("zip")]
    [InlineData("csv.gz")]
    public async Task An_archive_that_is_cut_off_is_damaged(string extension)
    {
        var text = "id;name\n" + string.Concat(Enumerable.Range(0, 5_000).Select(number => $"{number};Двор {number * 7919}\n"));
        var whole = extension == "zip" ? Zip(("rows.csv", text)) : Gzip(text);
        feed.Write($"rows.{extension}", whole[..(whole.Length / 2)]);

        var read = await feed.ReadAsync(Manifest($"file: rows.{extension}, format: csv"));

        Assert.Equal("archive-damaged", read.Failure?.Code);
        Assert.Empty(read.Records);
    }

    [Fact]
    public async Task A_file_whose_check_sum_is_wrong_is_damaged()
    {
        var archive = Zip(("rows.csv", Rows));
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16] ^= 1;
        feed.Write("rows.zip", archive);

        Assert.Equal("archive-damaged", (await feed.ReadAsync(Manifest("file: rows.zip, format: csv"))).Failure?.Code);
    }

    [Fact]
    public async Task A_file_that_is_longer_than_it_says_is_damaged()
    {
        var archive = Zip(("rows.csv", Rows));
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24), 20);
        feed.Write("rows.zip", archive);

        Assert.Equal("archive-damaged", (await feed.ReadAsync(Manifest("file: rows.zip, format: csv"))).Failure?.Code);
    }

    [Fact]
    public async Task A_workbook_is_no_archive_of_its_own_but_may_lie_in_one()
    {
        var book = XlsxWriter.Write(new SheetBook("x", ["id", "name"], [1.0, "Двор"]));
        feed.Write("rows.xlsx", book);
        feed.Write("rows.zip", Zip(null, ("readme.txt", []), ("2026/rows.xlsx", book)));

        Assert.Single((await feed.ReadAsync(Manifest("file: rows.xlsx"))).Records);
        Assert.Single((await feed.ReadAsync(Manifest("file: rows.zip, format: xlsx"))).Records);
    }

    [Fact]
    public async Task An_archive_within_an_archive_is_not_opened()
    {
        feed.Write("rows.zip", Zip(Encoding.UTF8, ("rows.csv", Gzip(Rows))));

        Assert.Equal("not-a-table", (await feed.ReadAsync(Manifest("file: rows.zip, format: csv"))).Failure?.Code);
    }

    private static string Manifest(string source) => $$"""
        key: test
        title: Проба
        source: { {{source}} }
        record: Organization
        id-from: [id]
        map: { name: name }
        """;

    private static byte[] Zip(params (string Name, string Text)[] files) => Zip(null, files);

    private static byte[] Zip(Encoding? names, params (string Name, string Text)[] files) =>
        Zip(names, [.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    private static byte[] Zip(Encoding? names, params (string Name, byte[] Bytes)[] files)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, bytes) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return result.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return result.ToArray();
    }
}
