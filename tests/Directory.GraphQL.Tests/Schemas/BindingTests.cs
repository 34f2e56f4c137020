using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Schemas;

/// <summary>What a resolver gets for its parameters, and what becomes of what it returns.</summary>
public sealed class BindingTests
{
    private static readonly GraphQLEngine Engine = new(
        new SchemaBuilder().AddType(typeof(Bindings)).Build(), Options.Create(new EngineOptions()), NullLogger<GraphQLEngine>.Instance);

    [Theory]
    [InlineData("{ byId(id: \"7\") }", "{\"data\":{\"byId\":\"7\"}}")]
    [InlineData("{ byId(id: 7) }", "{\"data\":{\"byId\":\"7\"}}")]
    [InlineData("{ price(factor: 2) }", "{\"data\":{\"price\":2.5}}")]
    [InlineData("{ whole }", "{\"data\":{\"whole\":3}}")]
    [InlineData("{ sum(values: [1, 2]) list(values: [\"a\"]) }", "{\"data\":{\"sum\":3,\"list\":[\"a\"]}}")]
    [InlineData("{ presence a: presence(value: null) b: presence(value: 1) }", "{\"data\":{\"presence\":\"(absent)\",\"a\":\"\",\"b\":\"1\"}}")]
    [InlineData("{ settable(input: {first: 1}) a: settable(input: {first: 1, second: 2}) }", "{\"data\":{\"settable\":\"1 5\",\"a\":\"1 2\"}}")]
    [InlineData("{ service }", "{\"data\":{\"service\":\"served\"}}")]
    public async Task Arguments_come_in_the_type_of_the_parameter(string document, string expected) => Assert.Equal(expected, await AnswerAsync(document));

    [Fact]
    public async Task An_id_that_is_no_number_is_the_fault_of_the_client()
    {
        using var answer = JsonDocument.Parse(await AnswerAsync("{ byId(id: \"seven\") }"));

        Assert.Equal(ErrorCodes.BadUserInput, answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Messages_of_exceptions_stay_here()
    {
        var answer = await AnswerAsync("{ broken }");

        Assert.DoesNotContain("password", answer, StringComparison.Ordinal);
        Assert.Contains("traceId", answer, StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(string document)
    {
        await using var services = new ServiceCollection().AddSingleton(new StringBuilder("served")).BuildServiceProvider();
        var response = await Engine.ExecuteAsync(new GraphQLRequest(document), services, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}

[QueryType]
internal static class Bindings
{
    [ID]
    public static long? GetById([ID] long id) => id;

    [GraphQLScalar("Float")]
    public static decimal GetPrice([GraphQLScalar("Float")] decimal factor) => 1.25m * factor;

    [GraphQLScalar("Float")]
    public static int GetWhole() => 3;

    public static int GetSum(int[] values) => values.Sum();

    public static List<string> GetList(List<string> values) => values;

    public static string GetPresence(Optional<int?> value) => value.ToString();

    public static string GetSettable(SettableInput input) => $"{input.First} {input.Second}";

    public static string GetService(StringBuilder service) => service.ToString();

    public static int? GetBroken() => throw new InvalidOperationException("The password is swordfish.");
}

[InputType]
internal sealed class SettableInput
{
    public int First { get; set; }

    [DefaultValueSyntax("5")]
    public int? Second { get; set; }
}
