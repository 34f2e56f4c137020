using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class DumpReaderTests
{
    private const string Center = """{"type":"Center","id":"c1","name":"Центр","supportKinds":["TRAINING","CONSULTING"],"statedSupportKinds":["CONSULTING"],"aliases":["РЦ"]}""";

    [Fact]
    public async Task Lines_of_other_kinds_are_passed_over()
    {
        var feed = await ReadAsync($"{{\"type\":\"Territory\",\"id\":\"t1\",\"name\":\"Край\"}}\n\n{Center}\n");

        Assert.Equal(("c1", "Центр", """["РЦ"]""", 3), (feed.Only["id"], feed.Only["name"], feed.Only["aliases"], feed.Only.Row));
    }

    [Fact]
    public async Task What_a_center_offers_through_its_services_is_not_what_was_stated_of_it()
    {
        Assert.Equal("""["CONSULTING"]""", (await ReadAsync(Center)).Only["supportKinds"]);
        Assert.Null((await ReadAsync("""{"type":"Center","id":"c1","supportKinds":["TRAINING"]}""")).Only["supportKinds"]);
    }

    [Fact]
    public async Task A_type_without_entries_has_an_empty_file()
    {
        var feed = await ReadAsync("");

        Assert.Null(feed.Failure);
        Assert.Empty(feed.Rows);
    }

    [Theory]
    [InlineData("{\"type\":\"Center\",")]
    [InlineData("[1]")]
    public async Task A_damaged_line_is_a_row_without_an_id(string line)
    {
        var feed = await ReadAsync($"{line}\n{Center}\n");

        Assert.Equal(["", "c1"], feed.Rows.Select(row => row["id"] ?? ""));
    }

    [Fact]
    public async Task A_line_without_end_is_no_dump() =>
        Assert.Equal("record-too-large", (await ReadAsync($"{{\"type\":\"Center\",\"name\":\"{new string('а', 9_000_000)}\"}}")).Failure?.Code);

    [Fact]
    public async Task A_page_of_a_site_is_no_dump() => Assert.Equal("html-instead-of-table", (await ReadAsync("<html>")).Failure?.Code);

    [Fact]
    public void Only_dumps_are_called_as_the_fields()
    {
        using var feed = new TestFeed();

        Assert.Contains(
            "6: 'map: same' is only for the format dump.",
            feed.Problems("key: x\ntitle: X\nsource: { file: a.csv }\nrecord: Center\nid-from: [id]\nmap: same\n"));
    }

    [Fact]
    public async Task References_and_objects_that_are_none_are_told()
    {
        using var feed = new TestFeed();
        feed.Write("all.ndjson", """{"type":"Center","id":"c1","name":"Центр","operator":"Фонд","contacts":{"kind":"PHONE"},"foundingAct":{"number":"5"},"level":"REGIONAL"}""");

        var read = await feed.ReadAsync("key: x\ntitle: X\nsource: { file: all.ndjson, format: dump, records: Center }\nrecord: Center\nid-from: [id]\nmap: same\n");

        Assert.Equal("""{"name":"Центр","level":"Regional"}""", Assert.Single(read.Payloads));
        Assert.Equal(["object-incomplete"], read.Issues.CountByCode.Keys);
    }

    private static Task<OpenedFeed> ReadAsync(string text) => OpenedFeed.ReadAsync(
        FeedFormats.Reader("dump"), new FeedLocation { File = "file", Format = "dump", Records = "Center" }, System.Text.Encoding.UTF8.GetBytes(text));
}
