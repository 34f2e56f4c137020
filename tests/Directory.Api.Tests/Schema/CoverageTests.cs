using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>What a territory has and lacks.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private const string Manifest = """
        key: invented
        title: Придуманный край
        tables:
          - source: { file: territories.csv }
            record: Territory
            id-from: [id]
            map: { slug: id, name: name, kind: kind, parent: parent, declaredCenters: { value: declared, comparator: { const: AT_LEAST } } }
          - source: { file: centers.csv }
            record: Center
            id-from: [id]
            map: { slug: id, name: id, territory: territory, status: status, supportKinds: { from: kinds, split: "|" } }
          - source: { file: services.csv }
            record: Service
            id-from: [id]
            map: { slug: id, name: id, center: center, status: status, supportKinds: { from: kinds, split: "|" } }
        """;

    private OwnDirectory directory = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await OwnDirectory.CreateAsync();
        directory.Write("invented.yaml", Manifest);
        directory.Write("territories.csv", """
            id,name,kind,parent,declared
            kraj,Край,REGION,,9
            gorod,Город,URBAN_DISTRICT,Край,
            rajon-a,Район А,MUNICIPAL_DISTRICT,Край,
            rajon-b,Район Б,MUNICIPAL_DISTRICT,Край,
            rajon-v,Район В,MUNICIPAL_DISTRICT,Край,
            selo-a,Село А,SETTLEMENT,Район А,
            selo-b,Село Б,SETTLEMENT,Район Б,
            """);
        directory.Write("centers.csv", """
            id,territory,status,kinds
            in-town,Город,ACTIVE,TRAINING|CONSULTING
            also-in-town,Город,ACTIVE,TRAINING
            in-village,Село А,ACTIVE,
            planned,Район Б,PLANNED,FINANCIAL
            closed,Район В,CLOSED,PROPERTY
            """);
        directory.Write("services.csv", """
            id,center,status,kinds
            lessons,in-town,ACTIVE,TRAINING|METHODOLOGICAL
            old-lessons,in-town,CLOSED,PROCUREMENT
            advice,in-village,ACTIVE,CONSULTING
            """);
        await directory.ImportAsync();
    }

    [Fact]
    public async Task Centers_count_there_and_below_and_only_active_ones_support()
    {
        var kraj = (await directory.DataAsync(
            "{ coverage(territory: \"kraj\") { territory { name children(first: 1) { totalCount } } declaredCenters { value comparator } knownCenters activeCenters missingSupportKinds supportKinds { supportKind centers services } } }")).GetProperty("coverage");

        Assert.Equal("""{"name":"Край","children":{"totalCount":4}}""", kraj.GetProperty("territory").GetRawText());
        Assert.Equal("""{"value":9,"comparator":"AT_LEAST"}""", kraj.GetProperty("declaredCenters").GetRawText());
        Assert.Equal((5, 3), (kraj.GetProperty("knownCenters").GetInt32(), kraj.GetProperty("activeCenters").GetInt32()));
        var kinds = kraj.GetProperty("supportKinds").EnumerateArray()
            .Where(kind => kind.GetProperty("centers").GetInt32() + kind.GetProperty("services").GetInt32() > 0).Select(kind => kind.GetRawText());
        Assert.Equal(
            [
                """{"supportKind":"CONSULTING","centers":2,"services":1}""", """{"supportKind":"TRAINING","centers":2,"services":1}""",
                """{"supportKind":"METHODOLOGICAL","centers":1,"services":1}""",
            ],
            kinds);
        Assert.Equal(9, kraj.GetProperty("missingSupportKinds").GetArrayLength());
    }

    [Theory]
    [InlineData("kraj", "", "Район Б, Район В")]
    [InlineData("kraj", "kinds: [SETTLEMENT]", "Село Б")]
    [InlineData("kraj", "kinds: [MUNICIPAL_DISTRICT, SETTLEMENT, URBAN_DISTRICT, REGION]", "Район Б, Район В, Село Б")]
    [InlineData("rajon-b", "", "Село Б")]
    [InlineData("gorod", "", "")]
    [InlineData("kraj", "kinds: []", "")]
    public async Task Whoever_has_no_active_center_is_named(string territory, string kinds, string expected)
    {
        var data = await directory.DataAsync(
            $"{{ coverage(territory: \"{territory}\") {{ territoriesWithoutCenter(first: 10 {kinds}) {{ totalCount nodes {{ name }} }} }} }}");

        var without = data.GetProperty("coverage").GetProperty("territoriesWithoutCenter");
        var names = without.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()).ToList();
        Assert.Equal(expected, string.Join(", ", names));
        Assert.Equal(names.Count, without.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Territories_without_a_center_come_in_pages()
    {
        const string Document = "query($after: String) { coverage(territory: \"kraj\") { territoriesWithoutCenter(first: 1, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } } }";
        var first = (await directory.DataAsync(Document)).GetProperty("coverage").GetProperty("territoriesWithoutCenter");
        var second = (await directory.DataAsync(Document, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() }))
            .GetProperty("coverage").GetProperty("territoriesWithoutCenter");

        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal("""[{"name":"Район В"}]""", second.GetProperty("nodes").GetRawText());
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    [Fact]
    public async Task Every_statement_counts_before_the_first_is_run()
    {
        var answer = await directory.AskAsync(
            "{ coverage(territory: \"kraj\") { territory { name } knownCenters supportKinds { centers } missingSupportKinds territoriesWithoutCenter(first: 5) { totalCount nodes { id } } } }",
            cost: CostMode.Validate);

        Assert.Equal(8, answer.GetProperty("extensions").GetProperty("cost").GetProperty("statements").GetInt32());
    }

    [Fact]
    public async Task An_unknown_territory_has_none() =>
        Assert.Equal("""{"coverage":null}""", (await directory.DataAsync("{ coverage(territory: \"nowhere\") { knownCenters } }")).GetRawText());

    public ValueTask DisposeAsync() => directory.DisposeAsync();
}
