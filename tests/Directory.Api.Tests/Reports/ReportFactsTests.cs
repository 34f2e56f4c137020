using System.Text.Json;

namespace CenterDirectory.Api.Tests.Reports;

/// <summary>
/// Every fact of the five reports that the present types can hold, asked for as a client would: imported from the shipped feeds, stored without
/// loss, answered. What a report does not tell is null here, and stays so.
/// </summary>
public sealed class ReportFactsTests(DirectoryServer server)
{
    public static TheoryData<string, string, string, string> Facts() =>
        [.. ReportFacts.All.Select(fact => new TheoryDataRow<string, string, string, string>(fact.Number, fact.Root, fact.Path, fact.Expected))];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task Is_answered_as_reported(string number, string root, string path, string expected)
    {
        var steps = path.Split('.');
        var answer = await server.QueryAsync($"{{ fact: {root} {string.Concat(steps.Select(step => $"{{ {step} "))}{new string('}', steps.Length)} }}");

        var found = Values(answer.At("fact"), steps.Select(step => step.Split('(', ' ')[0]).ToArray()).ToList();

        using var wanted = JsonDocument.Parse(expected);
        var wantedValues = steps.Any(step => step == "nodes") ? wanted.RootElement.EnumerateArray().ToList() : [wanted.RootElement];
        Assert.True(
            wantedValues.Select(value => JsonSerializer.Serialize(value)).SequenceEqual(found.Select(value => JsonSerializer.Serialize(value))),
            $"{number} {root} {path}: {string.Join(", ", found)}");
    }

    /// <summary>The values at the end of a path: one, or one for each item of a connection on the way; null ends the way.</summary>
    private static IEnumerable<JsonElement> Values(JsonElement value, ReadOnlyMemory<string> steps) =>
        steps.IsEmpty || value.ValueKind == JsonValueKind.Null ? [value]
        : steps.Span[0] == "nodes" ? value.GetProperty("nodes").EnumerateArray().SelectMany(node => Values(node, steps[1..]))
        : Values(value.GetProperty(steps.Span[0]), steps[1..]);
}

/// <summary>A fact of a report.</summary>
/// <param name="Number">Report and fact.</param>
/// <param name="Root">The field of the query that finds what the fact is about.</param>
/// <param name="Path">The way to its value, arguments of fields included; a connection gives the values of all its items.</param>
/// <param name="Expected">The value as JSON.</param>
internal sealed record ReportFact(string Number, string Root, string Path, string Expected);
