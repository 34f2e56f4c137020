using System.Text;
using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Formats.Paths;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats.Documents;

public sealed class DocumentReaderTests
{
    private const string List = """
        {
          "items": "не те", "meta": { "items": [{ "id": 0 }], "data": { "items": [] } },
          "data": { "note": ["x", { "items": [9] }], "items": [
            { "id": 1, "name": " Двор ", "address": { "city": "Омск" }, "phones": [{ "number": "1" }, { "number": "2" }], "open": true },
            { "id": 2.50, "name": null, "tags": ["а", "б"], "extra": { "id": 7 } }
          ] },
          "items": [3]
        }
        """;

    [Fact]
    public async Task Columns_are_paths_and_what_repeats_is_joined()
    {
        var read = await ReadAsync(List, "data.items", "id", "name", "address.city", "phones.number", "open", "tags");

        Assert.Equal(["1: 1|Двор|Омск|1⏎2|true|", "2: 2.50|||||а⏎б"], read.Rows);
        Assert.Null(read.Failure);
    }

    [Theory]
    [InlineData("""[{"id":1},{"id":2}]""", null)]
    [InlineData("""{"items":[{"id":1},{"id":2}]}""", "items")]
    [InlineData("""{"a":{"items":[{"id":1},{"id":2}]}}""", "a.items")]
    [InlineData("\uFEFF[ {\"id\":1},\n{\"id\":2} ]", null)]
    public async Task The_records_are_where_the_manifest_says(string text, string? records) =>
        Assert.Equal(["1: 1", "2: 2"], (await ReadAsync(text, records, "id")).Rows);

    [Fact]
    public async Task Each_line_of_ndjson_is_a_record() => Assert.Equal(
        ["1: 1|Двор", "2: 2|Дом"],
        (await ReadAsync("{\"id\":1,\"name\":\"Двор\"}\r\n\n{\"id\":2,\"name\":\"Дом\"}\n", null, ["id", "name"], "ndjson")).Rows);

    [Fact]
    public async Task Records_are_found_across_the_blocks_in_which_they_arrive()
    {
        var text = new StringBuilder("{\"data\":{\"items\":[");
        for (var i = 1; i <= 3_000; i++)
        {
            text.Append(i > 1 ? "," : "").Append("{\"skip\":\"").Append('я', i % 700).Append("\",\"id\":").Append(i).Append('}');
        }

        var read = await ReadAsync(text.Append("]}}").ToString(), "data.items", "id");

        Assert.Equal(Enumerable.Range(1, 3_000).Select(number => $"{number}: {number}"), read.Rows);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("utf-16")]
    public async Task Other_encodings_than_that_of_json_are_read_too(string encoding) => Assert.Equal(
        ["1: Общественная организация"],
        (await ReadAsync(TextEncodings.Find(encoding)!.GetBytes("[{\"name\":\"Общественная организация\"}]"), null, ["name"])).Rows);

    [Theory]
    [InlineData("""[{"id":1},{"id":2""")]
    [InlineData("""[{"id":1},{"id":2}""")]
    [InlineData("""[{"id":1},{"id":}]""")]
    [InlineData("""[{"id":1}, oops]""")]
    public async Task A_document_that_is_damaged_or_cut_off_fails(string text)
    {
        var read = await ReadAsync(text, null, "id");

        Assert.Equal("1: 1", read.Rows[0]);
        Assert.Equal("document-malformed", read.Failure);
        Assert.StartsWith("After record ", read.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"list":[]}}""")]
    [InlineData("""{"data":[{"items":[]}]}""")]
    public async Task A_path_that_leads_nowhere_fails(string text) =>
        Assert.Equal("records-missing", (await ReadAsync(text, "data.items", "id")).Failure);

    [Theory]
    [InlineData("""{"data":{"items":[]}}""")]
    [InlineData("""{"data":{"items":null}}""")]
    public async Task An_empty_list_is_no_failure(string text) => Assert.Null((await ReadAsync(text, "data.items", "id")).Failure);

    [Fact]
    public async Task A_record_longer_than_any_is_refused()
    {
        var text = "[{\"name\":\"" + new string('a', 9_000_000) + "\"}]";

        Assert.Equal("record-too-long", (await ReadAsync(text, null, "name")).Failure);
    }

    [Fact]
    public async Task A_well_without_a_bottom_is_refused() =>
        Assert.Equal("document-malformed", (await ReadAsync(new string('[', 100_000), null, "name")).Failure);

    [Fact]
    public async Task A_record_longer_than_any_is_refused_and_not_cut()
    {
        var read = await ReadAsync($"[{{\"id\":1}},{{\"id\":2,\"name\":[{string.Join(',', Enumerable.Repeat($"\"{new string('a', 1_000_000)}\"", 6))}]}}]", null, "id", "name");

        Assert.Equal(["1: 1|"], read.Rows);
        Assert.Equal("record-too-long", read.Failure);
    }

    [Fact]
    public async Task Half_a_character_is_left_out_with_a_remark()
    {
        var read = await ReadAsync("""[{"id":1,"name":"\ud83d"}]""", null, "id", "name");

        Assert.Equal(["1: 1|"], read.Rows);
        Assert.Equal(["text-damaged", "paths-unseen"], read.Remarks);
    }

    [Theory]
    [InlineData("<html>", "html-instead-of-table")]
    [InlineData("<items/>", "other-format")]
    [InlineData("id;name\n1;Двор\n", "document-malformed")]
    public async Task What_is_no_json_is_named(string text, string code) => Assert.Equal(code, (await ReadAsync(text, null, "id")).Failure);

    private static Task<Read> ReadAsync(string text, string? records, params string[] paths) => ReadAsync(text, records, paths, "json");

    private static Task<Read> ReadAsync(string text, string? records, string[] paths, string format) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), records, paths, format);

    private static Task<Read> ReadAsync(byte[] bytes, string? records, string[] paths, string format = "json") =>
        Reading.ReadAsync(bytes, new FeedLocation { File = "x", Format = format, Records = records, Paths = new PathUse(paths) });
}
