using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Calendar;
using CenterDirectory.Importers.Formats.Hsds;
using CenterDirectory.Importers.Formats.Syndication;
using CenterDirectory.Importers.Tests.Workbooks;

namespace CenterDirectory.Importers.Tests;

/// <summary>The examples of docs/formats.md give what they say, and its tables are those of the code.</summary>
public sealed partial class FormatsDocumentTests
{
    private static readonly string File = Path.Combine(TestFeed.SolutionRoot, "docs", "formats.md");

    public static TheoryData<string> Sections() => [.. Examples().Select(example => example.Title)];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task An_example_gives_the_records_that_it_shows(string section)
    {
        var example = Examples().Single(example => example.Title == section);
        using var feed = new TestFeed();
        var name = FileName().Match(example.Manifest).Groups["name"].Value;
        feed.Write(name, Bytes(name, example.Data));

        var read = await feed.ReadAsync($"key: example\ntitle: Пример\n{example.Manifest}");

        Assert.Null(read.Failure);
        Assert.Equal(0, read.Issues.Errors);
        Assert.Equal(example.Records, string.Join('\n', read.Payloads) + "\n");
    }

    [Fact]
    public void Every_format_has_an_example()
    {
        var shown = Examples().SelectMany(example => FormatOf().Matches(example.Manifest)).Select(match => match.Groups["format"].Value).ToHashSet();

        // The same readers under other names.
        string[] twins = ["xls", "rdf", "atom", "feed"];
        Assert.Empty(FeedFormats.Names.Except(shown).Except(twins));
    }

    [Fact]
    public void Its_tables_are_those_of_the_code() => Snapshot.MatchFile(WithTables(Document()), File);

    /// <summary>The document with its tables written anew.</summary>
    private static string WithTables(string document)
    {
        document = Replace(document, "| format |", FeedFormats.Names.Select(name => $"| `{name}` | {string.Join(", ", FeedFormats.Keys(name).Select(key => $"`{key}`"))} |"));
        var news = document.IndexOf("## News", StringComparison.Ordinal);
        document = document[..news] + Replace(document[news..], "| column |", Rows(SyndicationColumns.All));
        var calendars = document.IndexOf("## Calendars", StringComparison.Ordinal);
        document = document[..calendars] + Replace(document[calendars..], "| column |", Rows(CalendarColumns.All));
        return Replace(document, "| column | organizations", HsdsRows());
    }

    private static IEnumerable<string> Rows<T>(IReadOnlyList<FixedColumn<T>> columns) => columns.Select(column => $"| `{column.Name}` | {column.Summary.En} |");

    private static IEnumerable<string> HsdsRows()
    {
        var kinds = Enum.GetValues<HsdsKind>().Select(kind => HsdsColumns.Of(kind).Select(column => column.Name).ToArray()).ToArray();
        return kinds.SelectMany(names => names).Distinct().Select(name => $"| `{name}` | {string.Join(" | ", kinds.Select(names => names.Contains(name) ? "yes" : ""))} |");
    }

    private static string Replace(string text, string head, IEnumerable<string> rows)
    {
        var start = text.IndexOf('\n', text.IndexOf("\n|---", text.IndexOf(head, StringComparison.Ordinal), StringComparison.Ordinal) + 1) + 1;
        var end = start;
        while (text[end] == '|')
        {
            end = text.IndexOf('\n', end) + 1;
        }

        return text[..start] + string.Concat(rows.Select(row => row + "\n")) + text[end..];
    }

    private static byte[] Bytes(string name, string text)
    {
        switch (Path.GetExtension(name))
        {
            case ".xlsx":
                return XlsxWriter.Write(new SheetBook("Лист", [.. text.TrimEnd('\n').Split('\n').Select(line => line.Split(';').Select(Cell).ToArray())]));
            case ".zip":
                using (var bytes = new MemoryStream())
                {
                    using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
                    using (var member = archive.CreateEntry("rows.csv").Open())
                    {
                        member.Write(Encoding.UTF8.GetBytes(text));
                    }

                    return bytes.ToArray();
                }

            default:
                return Encoding.UTF8.GetBytes(text);
        }
    }

    private static object Cell(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : text;

    private static IEnumerable<Example> Examples() =>
        from section in Document().Split("\n## ").Skip(1)
        let blocks = Blocks().Matches(section).Select(match => match.Groups["text"].Value).ToArray()
        where blocks.Length > 0
        select new Example(section[..section.IndexOf('\n')], blocks[0], blocks[1], blocks[2]);

    private static string Document() => System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");

    [GeneratedRegex("^```\\w+\\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    [GeneratedRegex("file: (?<name>[a-z.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex("(format: |file: [a-z]+\\.)(?<format>[a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FormatOf();

    private sealed record Example(string Title, string Manifest, string Data, string Records);
}
