using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Fact]
    public void Accepts_exactly_the_number_of_tokens_allowed() =>
        Assert.Single(Parser.Parse("{ a(b: 1) }", new ParserLimits(MaxTokens: 8)).Definitions);

    [Fact]
    public void Refuses_one_token_more_and_says_which_limit_it_was()
    {
        var exception = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{ a(b: 1) }", new ParserLimits(MaxTokens: 7)));

        Assert.Equal(10, exception.Offset);
        AssertLimit(exception, "tokens", 8, 7);
    }

    [Fact]
    public void Counts_2000_tokens_by_default_and_no_comments()
    {
        var fields = string.Concat(Enumerable.Repeat("a#a a a\n", 1_998));

        Assert.Single(Parser.Parse($"{{{fields}}}", ParserLimits.Default).Definitions);
        AssertLimit(Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse($"{{{fields} a}}", ParserLimits.Default)), "tokens", 2_001, 2_000);
    }

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...", "}")]
    [InlineData("{... on T ", "}")]
    public void Counts_nested_selections(string open, string close)
    {
        string Nested(int depth) => Repeat(open, depth - 1) + "{a}" + Repeat(close, depth - 1);

        Assert.Single(Parser.Parse(Nested(200), ParserLimits.Default).Definitions);
        AssertLimit(Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(Nested(201), ParserLimits.Default)), "nested levels", 201, 200);
    }

    [Theory]
    [InlineData("[", "1", "]")]
    [InlineData("{a:", "1", "}")]
    [InlineData("[{a:", "1", "}]")]
    public void Counts_nested_values(string open, string inner, string close)
    {
        var perRepetition = open.Count(c => c is '[' or '{');
        string Nested(int depth) => Repeat(open, depth / perRepetition) + inner + Repeat(close, depth / perRepetition);

        Assert.NotNull(Parser.ParseValue(Nested(200)));
        AssertLimit(Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue(Nested(202))), "nested levels", 201, 200);
    }

    [Fact]
    public void Counts_nested_list_types() => AssertLimit(
        Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseType(Repeat("[", 201) + "Int" + Repeat("]", 201))), "nested levels", 201, 200);

    [Fact]
    public void Levels_side_by_side_are_not_nested() =>
        Assert.Single(Parser.Parse("{a{b{c}}d{e(f:[[1]] g:{h:[2]}){i}}}", new ParserLimits(MaxNesting: 5)).Definitions);

    [Fact]
    public void Survives_a_million_open_brackets_whatever_the_token_limit() => AssertLimit(
        Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{a(b:" + Repeat("[", 1_000_000), new ParserLimits(MaxTokens: int.MaxValue))),
        "nested levels", 201, 200);

    private static void AssertLimit(GraphQLSyntaxException exception, string limit, int actual, int maximum)
    {
        var error = exception.ToError();
        Assert.Equal("LIMIT_EXCEEDED", error.Code);
        Assert.NotNull(error.Extensions);
        Assert.Equal((limit, actual, maximum), (error.Extensions["limit"], error.Extensions["actual"], error.Extensions["maximum"]));
        Assert.Single(error.Locations);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
