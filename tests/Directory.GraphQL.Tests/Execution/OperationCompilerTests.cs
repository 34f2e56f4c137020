using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Tests.Golden;

namespace CenterDirectory.GraphQL.Tests.Execution;

public sealed class OperationCompilerTests
{
    [Fact]
    public void A_fragment_that_is_spread_twice_counts_once()
    {
        var fragments = string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} "));

        var plan = Compile($"{{ ...F0 }} {fragments} fragment F60 on Query {{ echo }}");

        Assert.Single(Assert.Single(plan.Root.Fields).Occurrences);
    }

    [Fact]
    public void Fragments_under_more_conditions_than_can_be_told_apart_are_refused()
    {
        var fragments = string.Concat(Enumerable.Range(0, 30)
            .Select(i => $"fragment F{i} on Query {{ ...F{i + 1} @include(if: $a{i}) ...F{i + 1} @include(if: $b{i}) }} "));
        var variables = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"$a{i}: Boolean! $b{i}: Boolean!"));

        var error = Assert.Throws<GraphQLException>(() => Compile($"query ({variables}) {{ ...F0 }} {fragments} fragment F30 on Query {{ echo }}"));

        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Equal("fieldVisits", error.Extensions!["limit"]);
    }

    [Fact]
    public void More_than_64_conditions_are_refused()
    {
        var variables = string.Join(' ', Enumerable.Range(0, 65).Select(i => $"$v{i}: Boolean!"));
        var fields = string.Join(' ', Enumerable.Range(0, 65).Select(i => $"f{i}: echo @skip(if: $v{i})"));

        Assert.Equal("conditions", Assert.Throws<GraphQLException>(() => Compile($"query ({variables}) {{ {fields} }}")).Extensions!["limit"]);
    }

    [Fact]
    public void Nesting_and_number_of_fields_have_limits()
    {
        Assert.Equal("depth", Assert.Throws<GraphQLException>(() => Compile(
            $"{{ bubble {{ {string.Concat(Enumerable.Repeat("object { ", 20))} leaf {new string('}', 20)} }} }}")).Extensions!["limit"]);
        Assert.Equal("fields", Assert.Throws<GraphQLException>(() => Compile(
            $"{{ {string.Join(' ', Enumerable.Range(0, 501).Select(i => $"f{i}: echo"))} }}")).Extensions!["limit"]);
    }

    [Fact]
    public void The_introspection_query_of_tools_is_within_the_usual_limits()
    {
        var query = GoldenCase.Read("introspection-full.graphql")[0].Document;

        Assert.InRange(Compile(query).Depth, 10, new EngineOptions().Depth);
    }

    private static OperationPlan Compile(string document)
    {
        var parsed = Parser.Parse(document, ParserLimits.Default);
        return OperationCompiler.Compile(TestSchema.Instance, parsed, parsed.Definitions.OfType<OperationDefinitionNode>().First(), new EngineOptions());
    }
}
