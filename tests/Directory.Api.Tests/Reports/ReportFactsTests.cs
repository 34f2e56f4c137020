using System.Globalization;
using System.Text;
using System.Text.Json;
using CenterDirectory.Api.Hosting;

namespace CenterDirectory.Api.Tests.Reports;

/// <summary>
/// Every fact of the five reports, asked for as a client would: imported from the shipped feeds, stored without loss, answered. What a report does
/// not tell is null here, and stays so.
/// </summary>
public class ReportFactsTests(DirectoryServer server)
{
    /// <summary>How many facts each report has.</summary>
    private static readonly int[] Counts = [12, 9, 10, 14, 10];

    public static TheoryData<string, string, string, string> Facts() =>
        [.. ReportFacts.All.Select(fact => new TheoryDataRow<string, string, string, string>(fact.Number, fact.Root, fact.Path, fact.Expected))];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Is_answered_as_reported(string number, string root, string path, string expected)
    {
        var fact = new ReportFact(number, root, path, expected);

        var answer = await server.QueryAsync(fact.Document);

        var steps = path.Split('.');
        var found = Values(answer.At(fact.Field), steps.Select(step => step.Split('(', ' ')[0]).ToArray()).ToList();
        using var wanted = JsonDocument.Parse(expected);
        var wantedValues = steps.Any(step => step == "nodes") ? wanted.RootElement.EnumerateArray().ToList() : [wanted.RootElement];
        Assert.True(
            wantedValues.Select(value => JsonSerializer.Serialize(value)).SequenceEqual(found.Select(value => JsonSerializer.Serialize(value))),
            $"{number} {root} {path}: {string.Join(", ", found)}");
    }

    [Fact]
    public void Every_fact_of_every_report_is_asked_for() => Assert.Equal(
        Counts.SelectMany((count, report) => Enumerable.Range(1, count).Select(fact => $"R{report}.{fact}")),
        ReportFacts.All.Select(fact => fact.Number).Distinct());

    /// <summary>UPDATE_SNAPSHOTS=1 writes the document.</summary>
    [Fact]
    public void The_document_tells_these_facts()
    {
        var document = new StringBuilder(
            """
            # Facts of the reports

            What five news reports tell of resource centers, fact by fact: the query that asks for it, the way to the value in the answer, the value. `null` is what a report leaves open. All of it comes out of `feeds/reports`, and every line is asked of a running directory by `tests/Directory.Api.Tests/Reports/ReportFactsTests.cs`, which also writes this page.

            | fact | query | value at | value |
            |---|---|---|---|

            """);
        foreach (var fact in ReportFacts.All)
        {
            document.AppendLine(CultureInfo.InvariantCulture, $"| {fact.Number} | `{fact.Document}` | `{fact.JsonPath}` | `{fact.Expected}` |");
        }

        Snapshot.MatchFile(document.ToString(), Path.Combine(HostPaths.Root, "docs", "reports.md"));
    }

    /// <summary>The values at the end of a path: one, or one for each item of a connection on the way; null ends the way.</summary>
    private static IEnumerable<JsonElement> Values(JsonElement value, ReadOnlyMemory<string> steps) =>
        steps.IsEmpty || value.ValueKind == JsonValueKind.Null ? [value]
        : steps.Span[0] == "nodes" ? value.GetProperty("nodes").EnumerateArray().SelectMany(node => Values(node, steps[1..]))
        : Values(value.GetProperty(steps.Span[0]), steps[1..]);
}
