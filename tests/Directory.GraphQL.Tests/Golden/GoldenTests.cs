using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CenterDirectory.GraphQL.Tests.Golden;

/// <summary>Compares the engine with the committed answers of the reference implementation.</summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, int, string> Cases()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in GoldenCase.Files())
        {
            var cases = GoldenCase.Read(file);
            for (var i = 0; i < cases.Count; i++)
            {
                // Test reports cannot hold every character that a case does.
                data.Add(file, i, string.Concat(cases[i].Document.Take(80).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_engine_answers_as_the_reference_implementation(string file, int index, string document)
    {
        var item = GoldenCase.Read(file)[index];
        var expected = AnswersOf(file)[index];

        Assert.True(item.Key == expected["case"]!.ToString(), $"{document}: the answer belongs to another document; run tests/oracle/generate.mjs.");
        expected.Remove("case");
        Assert.Equal(expected.ToJsonString(Json), (await GoldenAnswer.OfAsync(item)).ToJsonString(Json));
    }

    [Fact]
    public void There_is_an_answer_to_each_case() =>
        Assert.All(GoldenCase.Files(), file => Assert.Equal(GoldenCase.Read(file).Count, AnswersOf(file).Count));

    private static List<JsonObject> AnswersOf(string file) =>
        [.. File.ReadLines(Path.Combine(GoldenCase.Folder(), "Answers", file + ".jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())];
}
