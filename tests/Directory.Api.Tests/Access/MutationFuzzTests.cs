using System.Net;
using System.Text.Json.Nodes;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>Whatever an operator sends into a mutation, it is done or it is refused in words: nothing breaks inside.</summary>
public sealed class MutationFuzzTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private const int InputsOfEach = 40;

    /// <summary>Texts that have broken programs: empty, long, of other alphabets and directions, numbers, dates, addresses and ids that are none.</summary>
    private static readonly string[] Texts =
    [
        "", " ", "Центр", "svoj", "kraj", "set", "\0", "\u202Eобратно", "a\u0301\u0301\u0301", "💡", "'; DROP TABLE \"Centers\"; --", "<script>alert(1)</script>",
        new string('я', 5_000), "null", "-1", "1e999", "9223372036854775808", "2026-02-30", "2026-11-22", "2026-11-22T25:61:00Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z", "2026-11~", "http://", "https://[::1", "javascript:alert(1)", "https://example.org/ё?a=%zz", "+7 (999) 000-00-00", "a@b", "x@xn--/",
        "1027700132195", "0000000000000", "Q2VudGVyOjE", "Q2VudGVyOjk5OTk5OTk5OTk5OTk5OTk5OTk", "U2VydmljZTox", "T3JnYW5pemF0aW9uOi0x", "%%%", "RU-KHA", "{}", "[]",
    ];

    private static readonly GraphQL.Types.Schema Schema = DirectorySchema.Build();

    public static TheoryData<string> Mutations() => [.. Schema.MutationType!.Fields.Select(field => field.Name)];

    /// <summary>What the scalars of the schema would take, ordinary and odd.</summary>
    private static readonly Dictionary<string, string[]> Usable = new()
    {
        ["FuzzyDate"] = ["2026-11", "2026", "2026-11-22", "2019-04~", "2026-02-28/2026-03-01", "0001", "9999-12-31"],
        ["DateTime"] = ["2026-11-22T10:00:00Z", "2026-11-22T10:00:00+03:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
        ["Date"] = ["2026-11-22", "0001-01-01", "9999-12-31"],
        ["LocalTime"] = ["09:00", "23:59", "00:00"],
        ["URL"] = ["https://example.org/", "http://пример.рф/ё?a=1#b", "https://example.org/" + new string('a', 3_000)],
        ["TerritoryKey"] = ["kraj", "ostrov", "rajon", "RU-KHA", "nowhere"],
        ["ID"] = ["Q2VudGVyOjk5OTk5OTk5OTk", "U2VydmljZTox", "RXZlbnQ6MQ", "UHJvamVjdDox", "T3JnYW5pemF0aW9uOi0x", "svoj", ""],
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task No_input_breaks_a_mutation(string mutation)
    {
        var argument = Schema.MutationType!.FieldsByName[mutation].Arguments.Single(candidate => candidate.Name == "input");
        var random = new Random(mutation.Sum(letter => letter) + 20261122);
        var ids = new List<string>();
        foreach (var (type, slug) in new[] { ("center", "svoj"), ("center", "dalnij"), ("standard", "obshchij") })
        {
            ids.Add(await shared.Stage.IdOfAsync(type, slug));
        }

        var (key, understood) = ("", 0);
        for (var round = 0; round < InputsOfEach; round++)
        {
            // A key may only write so often.
            key = round % 20 == 0 ? await shared.Stage.IssueOperatorAsync() : key;
            var input = Value(argument.Type, random, ids, depth: 0);

            var answer = await shared.Stage.AskAsync(key, $"mutation($input: {argument.Type}) {{ {mutation}(input: $input) {{ errors {{ __typename }} }} }}", new { input });

            Assert.True(answer.Status is < HttpStatusCode.InternalServerError, $"{answer.Status} for {input?.ToJsonString()}: {answer.Body}");
            Assert.False(answer.Body.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal), $"{input?.ToJsonString()}: {answer.Body}");
            understood += answer.Body.Contains($"\"{mutation}\":{{", StringComparison.Ordinal) && !answer.Body.Contains("RateLimited", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(understood >= InputsOfEach / 10, $"Only {understood} inputs got as far as the mutation.");
    }

    private static JsonNode? Value(GraphType type, Random random, List<string> ids, int depth) => type switch
    {
        NonNullType required => depth > 1 && random.Next(100) == 0 ? null : Value(required.OfType, random, ids, depth),
        _ when depth > 0 && random.Next(12) == 0 => null,
        ListType list => new JsonArray([.. Enumerable.Range(0, Length(random, depth)).Select(_ => Value(new NonNullType(list.ItemType.Nullable), random, ids, depth + 1))]),
        InputObjectType item => Item(item, random, ids, depth),
        EnumType choice => random.Next(60) == 0 ? "NO_SUCH_VALUE" : choice.Values[random.Next(choice.Values.Count)].Name,
        ScalarType { Name: "Boolean" } => random.Next(4) > 0,
        ScalarType { Name: "Int" } => new[] { 0, 1, -1, 7, int.MaxValue, int.MinValue }[random.Next(6)],
        ScalarType { Name: "Float" } => new[] { 0, -0.0, 55.7, 181, 1e300, -1e-300 }[random.Next(6)],
        ScalarType { Name: "ID" } when random.Next(4) > 0 => ids[random.Next(ids.Count)],
        _ => Text(type.Named.Name, random),
    };

    private static JsonNode? Text(string scalar, Random random) =>
        random.Next(40) == 0 ? random.Next(-5, 1_000_000)
        : Usable.TryGetValue(scalar, out var usable) && random.Next(15) > 0 ? usable[random.Next(usable.Length)]
        : scalar is "Long" or "BigInt" && random.Next(15) > 0 ? random.NextInt64()
        : Texts[random.Next(Texts.Length)];

    private static int Length(Random random, int depth) => depth > 3 ? 0 : random.Next(20) == 0 ? 120 >> depth : random.Next(3);

    /// <summary>Half of the optional fields, all of the required ones; of a choice exactly one, mostly.</summary>
    private static JsonObject Item(InputObjectType type, Random random, List<string> ids, int depth)
    {
        var fields = type.IsOneOf && random.Next(20) > 0
            ? [type.Fields[random.Next(type.Fields.Count)]]
            : type.Fields.Where(field => field.Type is NonNullType || random.Next(depth > 0 ? 4 : 2) == 0);
        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, depth > 6 ? null : Value(field.Type, random, ids, depth + 1))));
    }
}
