using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Tests.Formats;

public sealed class HsdsReaderTests
{
    private const string Organization = """{"id":"o1","name":"Фонд","description":"Помогает","website":"https://fond.example"}""";

    [Theory]
    [InlineData("""{"id":"o1","name":"Фонд","description":"Помогает"}""")]
    [InlineData("""{"total_items":1,"contents":[{"id":"o1","name":"Фонд","description":"Помогает"}]}""")]
    [InlineData("""[{"id":"o1","name":"Фонд","description":"Помогает"}]""")]
    [InlineData("""{"organizations.csv":[{"id":"o1","name":"Фонд"}],"services.csv":[{"id":"s1","organization_id":"o1","name":"Приём"}]}""")]
    [InlineData("""{"id":"s1","name":"Приём","status":"active","organization":{"id":"o1","name":"Фонд"}}""")]
    [InlineData("{\"id\":\"o1\",\"name\":\"Фонд\",\"description\":\"\"}\n{\"id\":\"s1\",\"name\":\"Приём\",\"organization_id\":\"o1\"}\n")]
    public async Task An_organization_is_found_in_every_shape(string text) =>
        Assert.Equal(("o1", "Фонд"), ((await ReadAsync(text, "organizations")).Only["id"], (await ReadAsync(text, "organizations")).Only["name"]));

    [Fact]
    public async Task What_is_nested_belongs_to_what_it_is_nested_in()
    {
        const string Text = """{"id":"o1","name":"Фонд","services":[{"id":"s1","name":"Приём","service_at_locations":[{"id":"x","location":{"id":"l1","latitude":55.1}}]}]}""";

        Assert.Equal("o1", (await ReadAsync(Text, "services")).Only["organization_id"]);
        Assert.Equal("55.1", (await ReadAsync(Text, "locations")).Only["latitude"]);
        var link = (await ReadAsync(Text, "service_at_locations")).Only;
        Assert.Equal(("s1", "l1"), (link["service_id"], link["location_id"]));
    }

    [Fact]
    public async Task A_program_belongs_to_its_organization_or_service()
    {
        var nested = (await ReadAsync("{\"id\":\"o1\",\"name\":\"Фонд\",\"programs\":[{\"id\":\"p1\",\"name\":\"Школа\"}]}", "programs")).Only;
        var single = (await ReadAsync("{\"id\":\"s1\",\"organization_id\":\"o1\",\"status\":\"active\",\"program\":{\"id\":\"p1\",\"name\":\"Школа\"}}", "programs")).Only;

        Assert.Equal(("p1", "o1", "Школа"), (nested["id"], nested["organization_id"], nested["name"]));
        Assert.Equal(("p1", "o1"), (single["id"], single["organization_id"]));
    }

    [Theory]
    [InlineData("[{\"amount\":1500.5,\"currency\":\"rub\"}]", "1500.5 rub")]
    [InlineData("[{\"amount\":1500.5}]", null)]
    [InlineData("[{\"amount\":1,\"currency\":\"rub\"},{\"amount\":2,\"currency\":\"rub\"}]", null)]
    [InlineData("[]", null)]
    public async Task A_cost_is_told_if_there_is_one_with_its_currency(string options, string? cost) =>
        Assert.Equal(cost, (await ReadAsync($"{{\"id\":\"s1\",\"name\":\"Приём\",\"organization_id\":\"o1\",\"cost_options\":{options}}}", "services")).Only["cost"]);

    [Fact]
    public async Task Of_one_object_the_fullest_mention_counts()
    {
        var feed = await ReadAsync($"[{{\"id\":\"s1\",\"name\":\"a\",\"organization\":{{\"id\":\"o1\",\"name\":\"Фонд\"}}}},{Organization}]", "organizations");

        Assert.Equal("https://fond.example", feed.Only["website"]);
    }

    [Fact]
    public async Task Persons_are_not_read()
    {
        var feed = await ReadAsync(
            """{"id":"o1","name":"Фонд","description":"","contacts":[{"name":"Лицо","email":"p@fond.example","phones":[{"number":"1"}]}],"phones":[{"number":"2"}]}""", "organizations");

        Assert.Equal("2", feed.Only["phone"]);
        Assert.DoesNotContain(feed.Only.Cells.Values, value => value.Contains("Лицо", StringComparison.Ordinal) || value.Contains('@', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"error":"no"}""", "organizations", "not-hsds")]
    [InlineData("""{"id":"t","name":"Словарь","description":"","version":"1"}""", "organizations", "not-hsds")]
    [InlineData("""{"contents":[{"id":""", "organizations", "document-malformed")]
    [InlineData("<html>", "organizations", "html-instead-of-table")]
    public async Task What_is_wrong_is_named(string text, string records, string code) => Assert.Equal(code, (await ReadAsync(text, records)).Failure?.Code);

    [Fact]
    public async Task Only_prose_may_be_html_and_an_address_is_left_as_it_is()
    {
        const string Text = """{"id":"a&amp;b","name":"Фонд <дом>","website":"https://fond.example/?a=1&region=77","email":"a&reg=1@fond.example","description":"<p>Помогает &amp; учит.</p>\nПриходите","services":[]}""";

        var row = (await ReadAsync(Text, "organizations")).Only;

        Assert.Equal(
            ("a&amp;b", "Фонд <дом>", "https://fond.example/?a=1&region=77", "a&reg=1@fond.example", "Помогает & учит.\nПриходите"),
            (row["id"], row["name"], row["website"], row["email"], row["description"]));
        Assert.Equal("Первая\nВторая < третьей", (await ReadAsync("""{"id":"o1","name":"Ф","description":"Первая\n\nВторая < третьей","services":[]}""", "organizations")).Only["description"]);
    }

    [Theory]
    [InlineData("{\"id\":\"o1\",\"name\":\"а\u2028б\u0085в\",\"description\":\"\"}\n{\"id\":\"o2\",\"name\":\"г\",\"description\":\"\"}", "1 2")]
    [InlineData("{\n\"id\":\"o1\",\"name\":\"а\",\"description\":\"\"\n}\n{\n\"id\":\"o2\",\"name\":\"г\",\"description\":\"\"\n}", "1 4")]
    [InlineData("\n[{\"id\":\"o1\",\"name\":\"а\",\"description\":\"\"},{\"id\":\"o2\",\"name\":\"г\",\"description\":\"\"}]", "2 2")]
    public async Task Documents_may_follow_one_another_whatever_lines_they_take(string text, string rows) =>
        Assert.Equal(rows, string.Join(' ', (await ReadAsync(text, "organizations")).Rows.Select(row => row.Row)));

    [Fact]
    public async Task What_is_damaged_is_told_with_its_line() => Assert.StartsWith(
        "Line 2:", (await ReadAsync(Organization + "\n{\"id\":\"o2\",\"name\":}\n", "organizations")).Failure?.Message.En, StringComparison.Ordinal);

    [Fact]
    public async Task A_page_without_entries_is_a_page() => Assert.Null((await ReadAsync("""{"total_items":0,"contents":[]}""", "services")).Failure);

    private static Task<OpenedFeed> ReadAsync(string text, string records) => OpenedFeed.ReadAsync(
        FeedFormats.Reader("hsds"), new FeedLocation { File = "file", Format = "hsds", Records = records }, System.Text.Encoding.UTF8.GetBytes(text));
}
