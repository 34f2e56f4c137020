using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Feeds;

/// <summary>The template that publishers fill in says the same in each of its forms.</summary>
public sealed class CenterListTests
{
    private static readonly string Folder = Path.Combine(TestFeed.SolutionRoot, "feeds", "center-list");

    [Theory]
    [InlineData("")]
    [InlineData("center-list.xlsx")]
    [InlineData("center-list.json")]
    public async Task All_forms_of_the_template_say_the_same(string file) => await AssertSameAsync(Path.Combine(Folder, file));

    [Fact]
    public async Task So_does_an_archive_of_its_files()
    {
        using var feed = new TestFeed();
        var archive = Path.Combine(feed.Folder, "centers.zip");
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            foreach (var name in new[] { "centers.csv", "services.csv", "events.csv" })
            {
                await zip.CreateEntryFromFileAsync(Path.Combine(Folder, name), "наш список/" + name, TestContext.Current.CancellationToken);
            }
        }

        await AssertSameAsync(archive);
    }

    [Fact]
    public async Task A_table_as_a_russian_spreadsheet_saves_it_is_read_too()
    {
        using var feed = new TestFeed();
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(feed.Folder, "list")).FullName;
        foreach (var name in new[] { "centers.csv", "services.csv", "events.csv" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(
                Path.Combine(folder, name), CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text.ReplaceLineEndings("\r\n")), TestContext.Current.CancellationToken);
        }

        await AssertSameAsync(folder);
    }

    [Fact]
    public async Task A_single_table_cannot_stand_for_all()
    {
        using var feed = new TestFeed();

        Assert.Equal("from-needs-one-table", (await feed.ReadAsync(Manifest(), Path.Combine(Folder, "centers.csv"))).Failure?.Code);
    }

    [Fact]
    public async Task A_workbook_that_lacks_a_sheet_is_refused_with_the_sheets_that_it_has()
    {
        using var feed = new TestFeed();
        var manifest = Manifest();
        var four = manifest with { Tables = [.. manifest.Tables, manifest.Tables[0] with { Name = "Ещё", Source = manifest.Tables[0].Source with { File = "more.csv" } }] };

        var read = await feed.ReadAsync(four, Path.Combine(Folder, "center-list.xlsx"));

        Assert.Equal("sheet-missing", read.Failure?.Code);
        Assert.Contains("«Центры», «Услуги», «События»", read.Failure?.Message.Ru, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_word_of_the_lookups_is_a_word_of_the_document()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(TestFeed.SolutionRoot, "docs", "center-list.md"), TestContext.Current.CancellationToken);

        Assert.All(Manifest().Lookups.Values.SelectMany(lookup => lookup.Keys), word => Assert.Contains(word, document, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_column_of_the_template_is_explained_in_the_document_in_its_order()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(TestFeed.SolutionRoot, "docs", "center-list.md"), TestContext.Current.CancellationToken);
        foreach (var name in new[] { "centers", "services", "events" })
        {
            var header = (await File.ReadAllLinesAsync(Path.Combine(Folder, name + ".csv"), TestContext.Current.CancellationToken))[0].Split(';');
            var rows = document[document.IndexOf($"`{name}.csv`", StringComparison.Ordinal)..].Split('\n')
                .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith('|'));

            Assert.Equal(header, rows.Select(row => row.Split('|')[1].Trim(' ', '*')));
        }
    }

    private static async Task AssertSameAsync(string file)
    {
        using var feed = new TestFeed();
        var expected = await feed.ReadAsync(Manifest());

        var read = await feed.ReadAsync(Manifest(), file);

        Assert.Null(read.Failure);
        Assert.Equal(4, expected.Records.Count);
        Assert.Equal(expected.Payloads.Select(Plain), read.Payloads.Select(Plain));
        Assert.Empty(read.Codes);
    }

    private static string Plain(string payload) => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(payload));

    private static FeedManifest Manifest() =>
        Assert.Single(ManifestLoader.LoadFile(Path.Combine(TestFeed.SolutionRoot, "feeds", "center-list.yaml")).Manifests);
}
