using System.Text.Json;

namespace CenterDirectory.Api.Tests.OpenData;

/// <summary>Everything below <c>/hsds</c> is valid against the schemas of HSDS 3.0, which are sample data.</summary>
public sealed class HsdsSchemaTests(DirectoryServer server)
{
    private static readonly string[] Around = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"];

    [Theory]
    [InlineData("organizations", "organization")]
    [InlineData("organizations?full=true", "organization")]
    [InlineData("organizations?full_service=true", "organization")]
    [InlineData("services", "service")]
    [InlineData("services?full=true", "service")]
    [InlineData("services?minimal=true", "service")]
    [InlineData("service_at_locations", "service_at_location")]
    [InlineData("service_at_locations?full=true", "service_at_location")]
    [InlineData("taxonomies", "taxonomy")]
    [InlineData("taxonomy_terms", "taxonomy_term")]
    public async Task Pages_and_their_items_are_valid(string address, string schema)
    {
        var schemas = Schemas();

        var page = await GetAsync($"/hsds/{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page=200");

        Assert.Equal(Around, page.EnumerateObject().Select(property => property.Name));
        Assert.NotEqual(0, page.GetProperty("contents").GetArrayLength());
        Assert.Empty(page.GetProperty("contents").EnumerateArray().SelectMany(item => schemas.Check(schema, item)).Distinct());
    }

    [Theory]
    [InlineData("organizations", "organization")]
    [InlineData("services", "service")]
    [InlineData("service_at_locations", "service_at_location")]
    [InlineData("taxonomies", "taxonomy")]
    [InlineData("taxonomy_terms", "taxonomy_term")]
    public async Task Every_object_is_found_by_its_id_and_valid(string list, string schema)
    {
        var schemas = Schemas();
        var ids = (await GetAsync($"/hsds/{list}?per_page=200")).GetProperty("contents").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        foreach (var id in ids)
        {
            var item = await GetAsync($"/hsds/{list}/{id}");
            Assert.Equal(id, item.GetProperty("id").GetString());
            Assert.Empty(schemas.Check(schema, item));
        }
    }

    [Theory]
    [InlineData("organization_full", "organization")]
    [InlineData("service_full", "service")]
    [InlineData("taxonomy_term", "taxonomy_term")]
    public void The_examples_of_the_specification_are_valid(string example, string schema)
    {
        var schemas = Schemas();

        Assert.Empty(schemas.Check(schema, JsonElement.Parse(File.ReadAllText(Path.Combine(HsdsSchemas.Folder("examples")!, example + ".json")))));
    }

    [Fact]
    public void What_is_wrong_is_seen()
    {
        const string Wrong = """
            {"id":"1","name":5,"status":"open","url":"дом","last_modified":"today","phones":[{"id":"ac148810-d857-441c-9679-408f346de14b"}],"organization":{}}
            """;

        Assert.Equal(
            [
                "service.id: 1 is no uuid", "service.last_modified: today is no date-time", "service.name: Number is no string", "service.organization: description is missing",
                "service.organization: id is missing", "service.organization: name is missing", "service.phones[0]: number is missing",
                """service.status: open is not one of ["active","inactive","defunct","temporarily closed"]""", "service.url: дом is no uri",
            ],
            Schemas().Check("service", JsonElement.Parse(Wrong)).Select(problem => problem.Replace("\n", "", StringComparison.Ordinal).Replace("    ", "", StringComparison.Ordinal).Replace("\", \"", "\",\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static HsdsSchemas Schemas()
    {
        var schemas = HsdsSchemas.Find();
        Assert.SkipWhen(schemas is null, "DIRECTORY_SAMPLE_DATA names no folder with hsds/schema.");
        return schemas;
    }

    private async Task<JsonElement> GetAsync(string address) => JsonElement.Parse(await server.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
}
