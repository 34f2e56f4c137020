using System.Net;
using System.Text.Json;
using CenterDirectory.Api.OpenData.Hsds;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>The reading API of HSDS as a client meets it.</summary>
public class HsdsOverHttpTests(DirectoryServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_root_names_the_version_and_where_it_is_described()
    {
        var root = await GetAsync("/hsds/");

        Assert.Equal("3.0", root.GetProperty("version").GetString());
        Assert.StartsWith(server.Client.BaseAddress!.ToString(), root.GetProperty("profile").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("openapi.json", root.GetProperty("openapi_url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organizations")]
    [InlineData("services")]
    [InlineData("service_at_locations")]
    [InlineData("taxonomy_terms")]
    public async Task Pages_one_after_the_other_and_the_stream_hold_the_same(string list)
    {
        var paged = new List<string>();
        JsonElement page;
        var number = 1;
        do
        {
            page = await GetAsync($"/hsds/{list}?per_page=3&page={number}");
            Assert.Equal((number, number == 1), (page.GetProperty("page_number").GetInt32(), page.GetProperty("first_page").GetBoolean()));
            Assert.Equal(page.GetProperty("contents").GetArrayLength(), page.GetProperty("size").GetInt32());
            paged.AddRange(Ids(page.GetProperty("contents").EnumerateArray()));
            number++;
        }
        while (!page.GetProperty("last_page").GetBoolean());

        Assert.Equal(page.GetProperty("total_items").GetInt32(), paged.Count);
        Assert.Equal(page.GetProperty("total_pages").GetInt32(), number - 1);
        Assert.Equal(paged, Ids(await LinesAsync($"/hsds/{list}?format=ndjson")));
    }

    [Fact]
    public async Task Behind_the_last_page_nothing_follows()
    {
        var page = await GetAsync("/hsds/services?page=2147483647&per_page=200");

        Assert.True(page.GetProperty("empty").GetBoolean());
        Assert.True(page.GetProperty("last_page").GetBoolean());
        Assert.False(page.GetProperty("first_page").GetBoolean());
    }

    [Fact]
    public async Task Services_are_found_by_term_taxonomy_organization_and_word()
    {
        var all = (await LinesAsync("/hsds/services?format=ndjson&full=true")).ToList();
        var term = HsdsTaxonomy.TermOf(Data.Values.SupportKind.Consulting);
        var center = all.First(service => service.TryGetProperty("center_id", out _)).GetProperty("organization_id").GetString();

        Assert.Equal(
            Ids(all.Where(service => Codes(service, "SupportKind").Contains("CONSULTING"))), Ids(await LinesAsync($"/hsds/services?format=ndjson&taxonomy_term_id={term.Id}")));
        Assert.Equal(
            Ids(all.Where(service => Codes(service, "SupportKind").Any())), Ids(await LinesAsync($"/hsds/services?format=ndjson&taxonomy_id={term.Taxonomy.Id}")));
        Assert.Equal(
            Ids(all.Where(service => service.TryGetProperty("organization_id", out var owner) && owner.GetString() == center)), Ids(await LinesAsync($"/hsds/services?format=ndjson&organization_id={center}")));
        Assert.Contains(
            await LinesAsync("/hsds/services?format=ndjson&search=" + Uri.EscapeDataString("сопровождение")),
            service => service.GetProperty("name").GetString()!.StartsWith("Сопровождение", StringComparison.Ordinal));
        Assert.Empty(await LinesAsync($"/hsds/services?format=ndjson&taxonomy_term_id={Guid.Empty}"));
    }

    [Theory]
    [InlineData("2026-01-15T09:30:00Z", true)]
    [InlineData("2026-01-15T12:30:00+03:00", true)]
    [InlineData("2026-01-15T09:30:01Z", false)]
    public async Task What_was_modified_at_the_instant_or_later_is_told(string since, bool isAny) =>
        Assert.Equal(isAny, (await GetAsync($"/hsds/services?modified_after={since}")).GetProperty("total_items").GetInt32() > 0);

    [Fact]
    public async Task A_center_is_an_organization_with_a_location_and_its_services_are_there()
    {
        var place = (await GetAsync("/hsds/service_at_locations?per_page=1&full=true")).GetProperty("contents")[0];
        var organization = await GetAsync($"/hsds/organizations/{place.GetProperty("service").GetProperty("organization_id").GetString()}?full_service=true");

        Assert.Equal("CENTER", organization.GetProperty("directory_type").GetString());
        Assert.Equal(place.GetProperty("location_id").GetString(), organization.GetProperty("locations")[0].GetProperty("id").GetString());
        Assert.Contains(
            organization.GetProperty("services").EnumerateArray(),
            service => service.GetProperty("service_at_locations")[0].GetProperty("id").GetString() == place.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/hsds/services?per_page=0&page=x", "page", "per_page")]
    [InlineData("/hsds/services?per_page=201", "per_page")]
    [InlineData("/hsds/services?format=xml&full=yes", "format", "full")]
    [InlineData("/hsds/services?modified_after=yesterday&taxonomy_term_id=1", "modified_after", "taxonomy_term_id")]
    [InlineData("/hsds/service_at_locations?postcode=644000&proximity=5", "postcode", "proximity")]
    public async Task What_cannot_be_understood_is_named(string address, params string[] parameters)
    {
        using var response = await server.Client.GetAsync(address, Cancellation);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(parameters.Order(), problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()!).Order());
    }

    [Theory]
    [InlineData("/hsds/services/00000000-0000-0000-0000-000000000000")]
    [InlineData("/hsds/organizations/00000000-0000-0000-0000-000000000000")]
    [InlineData("/hsds/service_at_locations/00000000-0000-0000-0000-000000000000")]
    [InlineData("/hsds/taxonomies/00000000-0000-0000-0000-000000000000")]
    [InlineData("/hsds/services/1")]
    public async Task What_is_not_there_is_404(string address)
    {
        using var response = await server.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Who_has_the_revision_is_told_so_without_a_statement()
    {
        using var first = await server.Client.GetAsync("/hsds/services?full=true", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hsds/services?full=true");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var answer = await server.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, answer.Status);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_page_of_services_is_two_statements_whatever_its_size()
    {
        // When sources were last visited is looked up once a minute, for all answers.
        using var first = new HttpRequestMessage(HttpMethod.Get, "/hsds/services?full=true&per_page=1");
        await server.SendAsync(first);
        using var few = new HttpRequestMessage(HttpMethod.Get, "/hsds/services?full=true&per_page=1");
        using var many = new HttpRequestMessage(HttpMethod.Get, "/hsds/services?full=true&per_page=100");

        Assert.Equal(2, (await server.SendAsync(few)).Statements.Count);
        Assert.Equal(2, (await server.SendAsync(many)).Statements.Count);
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> items) => items.Select(item => item.GetProperty("id").GetString()!);

    private static IEnumerable<string?> Codes(JsonElement service, string taxonomy) => service.TryGetProperty("attributes", out var attributes)
        ? attributes.EnumerateArray().Where(item => item.GetProperty("link_type").GetString() == taxonomy).Select(item => item.GetProperty("value").GetString())
        : [];

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(string address)
    {
        using var response = await server.Client.GetAsync(address, Cancellation);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private async Task<JsonElement> GetAsync(string address) => JsonElement.Parse(await server.Client.GetStringAsync(address, Cancellation));
}
