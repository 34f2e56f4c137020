using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Schemas;

/// <summary>Mutations in the usual form: an input object, a payload, and errors that are a union whose members share an interface.</summary>
public sealed class PayloadTests
{
    private static readonly Schema TheSchema = new SchemaBuilder()
        .UseTranslations(new Translations(typeof(Tongue), Tongue.Ru, (_, _) => null))
        .AddType(typeof(LedgerQuery)).AddType(typeof(LedgerMutation)).AddType(typeof(MishapType)).AddType(typeof(INoteMishap))
        .Build();

    private static readonly GraphQLEngine Engine = new(TheSchema, Options.Create(new EngineOptions()), NullLogger<GraphQLEngine>.Instance);

    [Fact]
    public void A_union_of_errors_and_their_interface_know_their_members()
    {
        Assert.Equal("union NoteMishap = TooLong | Locked", Line("union NoteMishap"));
        Assert.Equal("type TooLong implements Mishap {", Line("type TooLong"));
        Assert.Equal("type Locked implements Mishap {", Line("type Locked"));
        // The language of the operation is no argument.
        Assert.Contains("  message: String!", SchemaPrinter.Print(TheSchema), StringComparison.Ordinal);

        static string Line(string start) =>
            SchemaPrinter.Print(TheSchema).Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ text: \"long enough to be refused\" }", """{"note":{"text":null,"errors":[{"__typename":"TooLong","message":"Не длиннее 10","path":["input","text"],"limit":10}]}}""")]
    [InlineData("{ text: \"locked\" }", """{"note":{"text":null,"errors":[{"__typename":"Locked","message":"Закрыто","path":[]}]}}""")]
    [InlineData("{ text: \"ok\" }", """{"note":{"text":"ok (absent)","errors":[]}}""")]
    [InlineData("{ text: \"ok\", place: null }", """{"note":{"text":"ok ","errors":[]}}""")]
    [InlineData("{ text: \"ok\", place: \"here\" }", """{"note":{"text":"ok here","errors":[]}}""")]
    public async Task Errors_are_asked_by_their_interface_or_by_their_type(string input, string expected) => Assert.Equal(
        $$"""{"data":{{expected}}}""",
        await AnswerAsync($$"""mutation { note(input: {{input}}) { text errors { __typename ... on Mishap { message path } ... on TooLong { limit } } } }"""));

    [Theory]
    [InlineData("mutation @inContext(locale: EN) { note(input: { text: \"locked\" }) { errors { ... on Locked { message } } } }", "Locked")]
    [InlineData("mutation @inContext(locale: RU) { note(input: { text: \"locked\" }) { errors { ... on Locked { message } } } }", "Закрыто")]
    [InlineData("mutation($l: Tongue!) @inContext(locale: $l) { note(input: { text: \"locked\" }) { errors { ... on Mishap { message } } } }", "Locked")]
    public async Task Messages_speak_the_language_of_the_operation(string document, string expected) => Assert.Equal(
        """{"data":{"note":{"errors":[{"message":"@"}]}}}""".Replace("@", expected, StringComparison.Ordinal), await AnswerAsync(document, new { l = "EN" }));

    [Fact]
    public async Task Each_mutation_sees_what_the_one_before_it_left_behind() => Assert.Equal(
        """{"data":{"a":{"text":"one (absent)"},"b":{"text":"two after 1 (absent)"},"c":{"text":"three after 2 (absent)"}}}""",
        await AnswerAsync("""mutation { a: note(input: { text: "one" }) { text } b: note(input: { text: "two" }) { text } c: note(input: { text: "three" }) { text } }"""));

    [Fact]
    public void A_parameter_of_another_type_is_not_taken_for_the_language()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .UseTranslations(new Translations(typeof(Tongue), Tongue.Ru, (_, _) => null)).AddType(typeof(MistakenQuery)).Build());

        Assert.Contains("MistakenQuery.GetHello(language): the language of an operation is a Tongue, never a String.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(string document, object? variables = null)
    {
        await using var services = new ServiceCollection().AddSingleton(new Ledger()).BuildServiceProvider();
        var values = variables is null ? (JsonElement?)null : JsonSerializer.SerializeToElement(variables);
        var response = await Engine.ExecuteAsync(new GraphQLRequest(document, null, values), services, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}

internal enum Tongue
{
    Ru,
    En,
}

internal sealed class Ledger
{
    public int Notes { get; set; }
}

internal abstract record Mishap(string Ru, string En, IReadOnlyList<string> Path)
{
    internal string Ru { get; } = Ru;

    internal string En { get; } = En;
}

[UnionType(typeof(TooLong), typeof(Locked), Name = "NoteMishap")]
internal interface INoteMishap;

internal sealed record TooLong(int Limit) : Mishap($"Не длиннее {Limit}", $"At most {Limit}", ["input", "text"]), INoteMishap;

internal sealed record Locked() : Mishap("Закрыто", "Locked", []), INoteMishap;

[InterfaceType<Mishap>]
internal static class MishapType
{
    public static string GetMessage([Parent] Mishap mishap, [OperationLanguage] Tongue tongue) => tongue == Tongue.En ? mishap.En : mishap.Ru;
}

[InputType]
internal sealed record NoteInput(string Text, Optional<string?> Place = default);

internal sealed record NotePayload(string? Text, IReadOnlyList<INoteMishap> Errors);

[QueryType]
internal static class LedgerQuery
{
    public static string GetHello() => "hello";
}

[QueryType]
internal static class MistakenQuery
{
    public static string GetHello([OperationLanguage] string language) => language;
}

[MutationType]
internal static class LedgerMutation
{
    public static async Task<NotePayload> NoteAsync(NoteInput input, Ledger ledger)
    {
        await Task.Yield();
        if (input.Text.Length > 10)
        {
            return new NotePayload(null, [new TooLong(10)]);
        }

        if (input.Text == "locked")
        {
            return new NotePayload(null, [new Locked()]);
        }

        var before = ledger.Notes++ == 0 ? "" : $" after {ledger.Notes - 1}";
        return new NotePayload($"{input.Text}{before} {input.Place}", []);
    }
}
