using System.Text.Json;
using CenterDirectory.GraphQL;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema.Provenance;

/// <summary>Who says what, who confirms it, and how good that makes a card.</summary>
public class ProvenanceTests(DirectoryServer server)
{
    private const string Strong = """
        key: a-strong
        title: Реестр
        priority: 80
        grace-runs: 0
        tables:
          - source: { file: strong.csv }
            record: Organization
            id-from: [id]
            record-url: page
            as-of: day
            map: { slug: id, name: name, nameEn: en, kind: kind, territory: place, activityAreas: { from: areas, split: "|" } }
        expect: { removed-at-most: 100% }
        """;

    private const string Live = """
        key: b-live
        title: Список палаты
        grace-runs: 0
        schedule: { cron: "0 0 12 * * ?", zone: Asia/Omsk }
        tables:
          - source: { file: live.csv }
            record: Organization
            id-from: [id]
            map: { slug: id, name: name, territory: place, activityAreas: { from: areas, split: "|" } }
          - source: { file: places.csv }
            record: Territory
            id-from: [code]
            map: { code: code, name: name, kind: { const: REGION } }
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: name, status: { const: ACTIVE }, territory: place, website: { from: site, url: true } }
        expect: { removed-at-most: 100% }
        """;

    [Fact]
    public async Task Each_field_names_who_won_and_what_the_others_say()
    {
        await using var directory = await CreateAsync();

        var organization = (await directory.DataAsync(
            """
            { organization(slug: "fond") { name activityAreas sources { key }
                provenance { field locale value display source { key } recordUrl alternatives { value display source { key } } } } }
            """)).GetProperty("organization");

        Assert.Equal(["a-strong", "b-live"], organization.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("key").GetString()));
        Assert.Equal("""["спорт","дети"]""", organization.GetProperty("activityAreas").GetRawText());
        Assert.Equal(
            [
                "slug : fond (fond) a-strong | fond (fond) b-live",
                "name EN: River Fund (River Fund) a-strong",
                "name RU: Фонд «Речной» (Фонд «Речной») a-strong | Речной фонд (Речной фонд) b-live",
                "kind : FOUNDATION (Фонд) a-strong",
                """activityAreas : ["спорт"] (["спорт"]) a-strong | ["дети","Спорт"] (["дети","Спорт"]) b-live""",
                "territory : 27 (Речной край) a-strong | Речной край (Речной край) b-live",
            ],
            organization.GetProperty("provenance").EnumerateArray().Select(Line).Order(Comparer<string>.Create((one, other) => Place(one).CompareTo(Place(other)))));
        Assert.All(organization.GetProperty("provenance").EnumerateArray(), field => Assert.Equal("https://example.org/fond", field.GetProperty("recordUrl").GetString()));
    }

    [Fact]
    public async Task Only_the_fields_that_are_asked_for_are_told()
    {
        await using var directory = await CreateAsync();

        var data = await directory.DataAsync("""{ organization(slug: "fond") { provenance(fields: ["kind", "nothing"]) { field } } }""");

        Assert.Equal("""[{"field":"kind"}]""", data.GetProperty("organization").GetProperty("provenance").GetRawText());
    }

    [Fact]
    public async Task A_source_that_loses_the_entry_brings_the_next_value_up()
    {
        await using var directory = await CreateAsync();
        directory.Write("strong.csv", "id,name,en,kind,place,areas,page,day\n");
        await directory.ImportAsync();

        var organization = (await directory.DataAsync(
            """{ organization(slug: "fond") { name kind provenance(fields: ["name", "kind"]) { value source { key } alternatives { value } } } }""")).GetProperty("organization");

        Assert.Equal(
            """{"name":"Речной фонд","kind":"UNKNOWN","provenance":[{"value":"Речной фонд","source":{"key":"b-live"},"alternatives":[]}]}""",
            organization.GetRawText());
    }

    [Fact]
    public async Task Twenty_entries_with_sources_and_provenance_take_one_statement_a_level()
    {
        var answer = await server.QueryAsync(
            """{ centers(first: 20) { nodes { sources { key } provenance(fields: ["name"]) { value source { key } alternatives { source { key } } } } } }""");

        Assert.Equal(20, answer.At("centers.nodes").GetArrayLength());
        // The page; records and sources; records and sources. Nobody loses, so no sources of alternatives are read.
        Assert.Equal(5, answer.Statements.Count);
    }

    [Fact]
    public async Task What_nobody_confirms_any_more_becomes_stale_with_the_clock()
    {
        await using var directory = await CreateAsync();
        await CheckAsync(directory, "CONFIRMED", freshness: 1, confirmed: 1, stale: 0);

        directory.Now += TimeSpan.FromDays(200);
        await CheckAsync(directory, "CONFIRMED", freshness: 0.5, confirmed: 1, stale: 0);

        directory.Now += TimeSpan.FromDays(201);
        await CheckAsync(directory, "STALE", freshness: 0, confirmed: 0, stale: 1);

        // A run that finds nothing new confirms.
        await directory.ImportAsync();
        await CheckAsync(directory, "CONFIRMED", freshness: 1, confirmed: 1, stale: 0);
    }

    [Fact]
    public async Task Confirmations_sort_and_filter_entries()
    {
        await using var directory = await CreateAsync();

        var data = await directory.DataAsync(
            """
            { organizations(order: [{ verifiedAt: DESC }, { name: ASC }]) { nodes { slug verifiedBy { key } } }
              after: organizations(where: { verifiedAt: { gte: "2020-01-01T00:00:00Z" } }) { nodes { slug } }
              never: organizations(where: { verifiedAt: { eq: null } }) { nodes { slug } }
              live: organizations(where: { verifiedBy: { key: { eq: "b-live" } } }) { totalCount } }
            """);

        Assert.Equal(
            """{"organizations":{"nodes":[{"slug":"fond","verifiedBy":{"key":"b-live"}},{"slug":"soyuz","verifiedBy":null}]},"after":{"nodes":[{"slug":"fond"}]},"never":{"nodes":[{"slug":"soyuz"}]},"live":{"totalCount":1}}""",
            data.GetRawText());
    }

    [Theory]
    [InlineData("{ centers { nodes { quality { completeness verification missingFields } } } }", true)]
    [InlineData("{ centers(where: { quality: { completeness: { gt: 0.2 } } }, order: [{ quality: { verification: DESC } }]) { nodes { slug } } }", true)]
    [InlineData("{ centers { nodes { provenance { value } } } }", true)]
    [InlineData("{ centers { nodes { provenance { fetchedAt } } } }", false)]
    [InlineData("{ centers { nodes { sources { key } } } }", false)]
    [InlineData("{ centers { nodes { freshness } } }", false)]
    [InlineData("{ centers { nodes { verifiedAt } } }", false)]
    [InlineData("{ centers { nodes { quality { score } } } }", false)]
    [InlineData("{ centers(where: { freshness: { eq: STALE } }) { nodes { slug } } }", false)]
    [InlineData("{ centers(where: { or: [{ verifiedBy: { lastSuccessAt: { eq: null } } }] }) { nodes { slug } } }", false)]
    [InlineData("{ centers(order: [{ name: ASC }, { verifiedAt: ASC }]) { nodes { slug } } }", false)]
    public async Task What_asks_runs_or_the_clock_is_not_kept_by_revision(string query, bool isKept)
    {
        await using var scope = server.Services.CreateAsyncScope();

        var prepared = server.Services.GetRequiredService<GraphQLEngine>().Prepare(new GraphQLRequest(query, null, null), scope.ServiceProvider);

        Assert.NotNull(prepared.Plan);
        Assert.Equal(isKept, prepared.IsStable);
    }

    private static async Task CheckAsync(OwnDirectory directory, string state, double freshness, int confirmed, int stale)
    {
        var data = await directory.DataAsync(
            """
            { center(slug: "dom") { freshness verifiedAt quality { score completeness freshness } }
              confirmed: centers(where: { freshness: { eq: CONFIRMED } }) { totalCount }
              stale: centers(where: { freshness: { in: [STALE] } }) { totalCount }
              other: centers(where: { freshness: { nin: [STALE, UNCONFIRMED] } }) { totalCount }
              coverage(territory: "27") { staleCenters { totalCount nodes { slug } } } }
            """);
        var center = data.GetProperty("center");
        Assert.Equal(state, center.GetProperty("freshness").GetString());
        var quality = center.GetProperty("quality");
        Assert.Equal(freshness, quality.GetProperty("freshness").GetDouble(), 2);
        Assert.Equal((0.5 * quality.GetProperty("completeness").GetDouble()) + (0.3 * freshness), quality.GetProperty("score").GetDouble(), 2);
        Assert.Equal(confirmed, data.GetProperty("confirmed").GetProperty("totalCount").GetInt32());
        Assert.Equal(confirmed, data.GetProperty("other").GetProperty("totalCount").GetInt32());
        Assert.Equal(stale, data.GetProperty("stale").GetProperty("totalCount").GetInt32());
        Assert.Equal(stale, data.GetProperty("coverage").GetProperty("staleCenters").GetProperty("totalCount").GetInt32());
    }

    private static int Place(string line) => Array.FindIndex(["slug", "name EN", "name RU", "kind", "activityAreas", "territory"], line.StartsWith);

    private static string Line(JsonElement field) =>
        $"{field.GetProperty("field").GetString()} {field.GetProperty("locale").GetString()}: "
        + string.Join(" | ", field.GetProperty("alternatives").EnumerateArray().Prepend(field)
            .Select(said => $"{said.GetProperty("value").GetString()} ({said.GetProperty("display").GetString()}) {said.GetProperty("source").GetProperty("key").GetString()}"));

    private static async Task<OwnDirectory> CreateAsync()
    {
        var directory = await OwnDirectory.CreateAsync();
        directory.Write("a.yaml", Strong);
        directory.Write("b.yaml", Live);
        directory.Write("strong.csv",
            "id,name,en,kind,place,areas,page,day\nfond,Фонд «Речной»,River Fund,FOUNDATION,27,спорт,https://example.org/fond,2024-03\nsoyuz,Союз,,,,,,\n");
        directory.Write("live.csv", "id,name,place,areas\nfond,Речной фонд,Речной край,дети|Спорт\n");
        directory.Write("places.csv", "code,name\n27,Речной край\n");
        directory.Write("centers.csv", "id,name,place,site\ndom,Дом,27,https://dom.example/\n");
        await directory.ImportAsync();
        return directory;
    }
}
