using System.Text.Json;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>The catalog for portals, and the numbers.</summary>
public sealed class CatalogTests(DirectoryServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_distribution_of_the_catalog_can_be_downloaded_as_it_says()
    {
        await PublishedDump.AsyncOf(server.Services);
        var catalog = JsonElement.Parse(await server.Client.GetStringAsync("/data/catalog.jsonld", Cancellation));
        var distributions = catalog.GetProperty("dcat:dataset").EnumerateArray().SelectMany(dataset => dataset.GetProperty("dcat:distribution").EnumerateArray()).ToList();

        Assert.Equal("dcat:Catalog", catalog.GetProperty("@type").GetString());
        Assert.NotEmpty(distributions);
        foreach (var distribution in distributions)
        {
            using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Id(distribution, "dcat:downloadURL")), Cancellation);

            Assert.True(head.IsSuccessStatusCode, Id(distribution, "dcat:downloadURL"));
            Assert.Equal(distribution.GetProperty("dcat:byteSize").GetProperty("@value").GetString(), $"{head.Content.Headers.ContentLength}");
            Assert.Contains(distribution.GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString()!, head.Headers.ETag!.Tag, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_portal_needs_is_there_in_both_languages()
    {
        await PublishedDump.AsyncOf(server.Services);
        var catalog = JsonElement.Parse(await server.Client.GetStringAsync("/data/catalog.jsonld", Cancellation));
        var prefixes = catalog.GetProperty("@context").EnumerateObject().Select(prefix => prefix.Name).ToHashSet();

        foreach (var part in catalog.GetProperty("dcat:dataset").EnumerateArray().Prepend(catalog))
        {
            Assert.Equal(["ru", "en"], part.GetProperty("dct:title").EnumerateArray().Select(text => text.GetProperty("@language").GetString()!));
            Assert.Equal(2, part.GetProperty("dct:description").GetArrayLength());
            Assert.Equal("CenterDirectory", part.GetProperty("dct:publisher").GetProperty("foaf:name").GetString());
        }

        Assert.Empty(Names(catalog).Where(name => name.Contains(':', StringComparison.Ordinal)).Select(name => name.Split(':')[0]).Except(prefixes));
    }

    [Fact]
    public async Task Statistics_are_what_GraphQL_counts()
    {
        var numbers = JsonElement.Parse(await server.Client.GetStringAsync("/data/statistics.json", Cancellation));
        var answer = await server.QueryAsync("""
            {
              centers { totalCount } active: centers(where: { status: { eq: ACTIVE } }) { totalCount }
              omsk: centers(where: { territory: { within: "55" } }) { totalCount } organizations(where: { territory: { within: "27" } }) { totalCount }
              training: centers(where: { supportKinds: { some: { eq: TRAINING } } }) { totalCount } revision { number }
            }
            """);

        Assert.Equal(answer.At("centers.totalCount").GetInt64(), Count("types", "CENTER"));
        Assert.Equal(answer.At("active.totalCount").GetInt64(), Count("centersByStatus", "ACTIVE"));
        Assert.Equal(answer.At("training.totalCount").GetInt64(), Count("centersBySupportKind", "TRAINING"));
        Assert.Equal(answer.At("omsk.totalCount").GetInt64(), Region("55").GetProperty("centers").GetInt64());
        Assert.Equal(answer.At("organizations.totalCount").GetInt64(), Region("27").GetProperty("organizations").GetInt64());
        Assert.Equal(answer.At("revision.number").GetInt32(), numbers.GetProperty("revisions")[0].GetProperty("number").GetInt32());

        long Count(string group, string value) =>
            numbers.GetProperty(group).EnumerateArray().Single(count => count.GetProperty("value").GetString() == value).GetProperty("count").GetInt64();
        JsonElement Region(string code) => numbers.GetProperty("regions").EnumerateArray().Single(region => region.GetProperty("code").GetString() == code);
    }

    [Fact]
    public async Task The_table_says_the_same_as_the_document()
    {
        var table = (await server.Client.GetStringAsync("/data/statistics.csv", Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var numbers = JsonElement.Parse(await server.Client.GetStringAsync("/data/statistics.json", Cancellation));

        Assert.Equal("statistic,value,labelRu,labelEn,count", table[0]);
        Assert.All(numbers.GetProperty("types").EnumerateArray(), type => Assert.Contains(
            $"entriesByType,{type.GetProperty("value").GetString()},{type.GetProperty("label").GetProperty("ru").GetString()},{type.GetProperty("label").GetProperty("en").GetString()},{type.GetProperty("count")}",
            table));
    }

    [Fact]
    public async Task Who_has_the_numbers_is_told_so_without_a_statement()
    {
        await PublishedDump.AsyncOf(server.Services);
        using var first = await server.Client.GetAsync("/data/statistics.json", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/statistics.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var answer = await server.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.NotModified, answer.Status);
        Assert.Empty(answer.Statements);
    }

    [Theory]
    [InlineData("ru", "Открытые данные")]
    [InlineData("en", "Open data")]
    public async Task The_page_leads_to_every_file(string language, string heading)
    {
        var dump = await PublishedDump.AsyncOf(server.Services);
        var page = await server.Client.GetStringAsync($"/data?lang={language}", Cancellation);

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.All(dump.Package.Resources, file => Assert.Contains($"href=\"/data/{dump.Revision}/{file.Path}\"", page, StringComparison.Ordinal));
    }

    private static string Id(JsonElement part, string property) => part.GetProperty(property).GetProperty("@id").GetString()!;

    private static IEnumerable<string> Names(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
