using System.Text.Json;

namespace CenterDirectory.Api.Tests.Schema;

/// <summary>Everything that the schema promises can be asked of the database.</summary>
public class EveryFieldTests(DirectoryServer server)
{
    public static TheoryData<string> Probes() => [.. SchemaProbes.All()];

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task Can_be_asked_for(string probe)
    {
        var document = SchemaProbes.DocumentOf(probe);
        var center = (await server.QueryAsync("""{ center(slug: "erc-yakutii") { id } }""")).At("center.id");

        Judge(document, await server.QueryAsync(document, JsonSerializer.SerializeToElement(new { id = center })));
    }

    public static TheoryData<string> Filters() => [.. FilterProbes.Filters()];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Can_be_filtered_by(string probe) => await RunAsync(FilterProbes.FilterDocument(probe));

    public static TheoryData<string> Sorts() => [.. FilterProbes.Sorts()];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Can_be_sorted_by(string probe) => await RunAsync(FilterProbes.SortDocument(probe));

    private async Task RunAsync(string document) => Judge(document, await server.QueryAsync(document));

    /// <summary>What needs a key says so, and nothing else; with one it is asked for in the tests of requests.</summary>
    private static void Judge(string document, Answer answer)
    {
        if (document.Contains("myRequests", StringComparison.Ordinal))
        {
            Assert.All(answer.Json.GetProperty("errors").EnumerateArray(), error => Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString()));
            return;
        }

        Assert.False(answer.Json.TryGetProperty("errors", out _), $"{document}\n{answer.Body}");
    }
}
