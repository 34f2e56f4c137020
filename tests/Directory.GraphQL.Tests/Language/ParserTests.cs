using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("{a}", "Query:- {a}")]
    [InlineData("\uFEFF { a , b }", "Query:- {a, b}")]
    [InlineData("query { a }", "Query:- {a}")]
    [InlineData("query Q { a }", "Query:Q {a}")]
    [InlineData("mutation { a }", "Mutation:- {a}")]
    [InlineData("mutation M @d { a }", "Mutation:M @d {a}")]
    [InlineData("subscription S { a }", "Subscription:S {a}")]
    [InlineData("query query { query }", "Query:query {query}")]
    [InlineData("{ a } { b }", "Query:- {a} | Query:- {b}")]
    [InlineData("query on { on }", "Query:on {on}")]
    public void Parses_operations(string source, string expected) => Assert.Equal(expected, Outline(source));

    [Theory]
    [InlineData("{ a: b }", "Query:- {a=b}")]
    [InlineData("{ a: b(c: 1) @d(e: 2) @f { g } }", "Query:- {a=b(c: 1) @d(e: 2) @f{g}}")]
    [InlineData("{ a(b: 1, c: \"x\" d: [true null E]) }", "Query:- {a(b: 1, c: \"x\", d: [true, null, E])}")]
    [InlineData("{ a(b: {c: {d: $e}}) }", "Query:- {a(b: { c: { d: $e } })}")]
    [InlineData("{ a(b: [], c: {}) }", "Query:- {a(b: [], c: {  })}")]
    [InlineData("{ a(b: 1.50, c: -3e2) }", "Query:- {a(b: 1.50, c: -3e2)}")]
    [InlineData("{ true false null }", "Query:- {true, false, null}")]
    [InlineData("{ fragment: on }", "Query:- {fragment=on}")]
    [InlineData("{ a(true: 1, on: on) }", "Query:- {a(true: 1, on: on)}")]
    [InlineData("{ a @on(on: 1) }", "Query:- {a @on(on: 1)}")]
    public void Parses_fields(string source, string expected) => Assert.Equal(expected, Outline(source));

    [Theory]
    [InlineData("{ ...F }", "Query:- {...F}")]
    [InlineData("{ ...F @d }", "Query:- {...F @d}")]
    [InlineData("{ ...only }", "Query:- {...only}")]
    [InlineData("{ ... { a } }", "Query:- {...on -{a}}")]
    [InlineData("{ ... @d { a } }", "Query:- {...on - @d{a}}")]
    [InlineData("{ ... on T { a } }", "Query:- {...on T{a}}")]
    [InlineData("{ ... on T @d { a } }", "Query:- {...on T @d{a}}")]
    [InlineData("{ ... on on { a } }", "Query:- {...on on{a}}")]
    [InlineData("fragment F on T { a }", "Fragment:F on T {a}")]
    [InlineData("fragment F on on @d { a }", "Fragment:F on on @d {a}")]
    [InlineData("fragment fragment on fragment { fragment }", "Fragment:fragment on fragment {fragment}")]
    public void Parses_fragments(string source, string expected) => Assert.Equal(expected, Outline(source));

    [Theory]
    [InlineData("query ($a: Int) { f }", "Query:-($a: Int) {f}")]
    [InlineData("query Q($a: [Int!]! = [1], $b: T) { f }", "Query:Q($a: [Int!]! = [1], $b: T) {f}")]
    [InlineData("query ($a: T = {b: [null, {c: D}]}) { f }", "Query:-($a: T = { b: [null, { c: D }] }) {f}")]
    [InlineData("query ($a: Int = 1 @d(e: 2) @f, $b: Int @g) { f }", "Query:-($a: Int = 1 @d(e: 2) @f, $b: Int @g) {f}")]
    [InlineData("query ($on: on $query: query) { f }", "Query:-($on: on, $query: query) {f}")]
    public void Parses_variables(string source, string expected) => Assert.Equal(expected, Outline(source));

    [Theory]
    [InlineData("\"what\" query { a }", "'what' Query:- {a}")]
    [InlineData("\"\"\"\n  what\n  for\n\"\"\" mutation M { a }", "'what\nfor' Mutation:M {a}")]
    [InlineData("\"what\" fragment F on T { a }", "'what' Fragment:F on T {a}")]
    [InlineData("query (\"one\" $a: Int, \"\"\"two\"\"\" $b: Int) { a }", "Query:-('one' $a: Int, 'two' $b: Int) {a}")]
    public void Keeps_descriptions_of_definitions_and_variables(string source, string expected) => Assert.Equal(expected, Outline(source));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("# nothing\n", 2, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("}", 1, 1)]
    [InlineData("{ a", 1, 4)]
    [InlineData("{ a }}", 1, 6)]
    [InlineData("{}", 1, 2)]
    [InlineData("query {}", 1, 8)]
    [InlineData("{ a {} }", 1, 6)]
    [InlineData("{ ... on T {} }", 1, 13)]
    [InlineData("fragment F on T {}", 1, 18)]
    [InlineData("query", 1, 6)]
    [InlineData("query Q", 1, 8)]
    [InlineData("queries { a }", 1, 1)]
    [InlineData("a", 1, 1)]
    [InlineData("1", 1, 1)]
    [InlineData("notAnOperation Foo { a }", 1, 1)]
    [InlineData("query () { a }", 1, 8)]
    [InlineData("{ a() }", 1, 5)]
    [InlineData("{ a @d() }", 1, 8)]
    [InlineData("{ a @ }", 1, 7)]
    [InlineData("{ a: }", 1, 6)]
    [InlineData("{ a: b: c }", 1, 7)]
    [InlineData("{ a(b) }", 1, 6)]
    [InlineData("{ a(b: ) }", 1, 8)]
    [InlineData("{ a(b: 1 }", 1, 10)]
    [InlineData("{ a(b: [1) }", 1, 10)]
    [InlineData("{ a(b: {c 1}) }", 1, 11)]
    [InlineData("{ a(b: {c: 1) }", 1, 13)]
    [InlineData("{ a(b: {\"c\": 1}) }", 1, 9)]
    [InlineData("{ a(b: $) }", 1, 9)]
    [InlineData("{ a(b: $1) }", 1, 9)]
    [InlineData("{ a(b: @c) }", 1, 8)]
    [InlineData("{ ... on { a } }", 1, 10)]
    [InlineData("{ ... }", 1, 7)]
    [InlineData("{ ...F { a } }", 1, 8)]
    [InlineData("{ ...F(a: 1) }", 1, 7)]
    [InlineData("{ ... on on }", 1, 13)]
    [InlineData("fragment on on on { on }", 1, 10)]
    [InlineData("fragment F { a }", 1, 12)]
    [InlineData("fragment F on { a }", 1, 15)]
    [InlineData("fragment F($a: Int) on T { a }", 1, 11)]
    [InlineData("fragment on T { a }", 1, 10)]
    [InlineData("query ($a) { f }", 1, 10)]
    [InlineData("query ($a: ) { f }", 1, 12)]
    [InlineData("query ($a: []) { f }", 1, 13)]
    [InlineData("query ($a: [Int) { f }", 1, 16)]
    [InlineData("query ($a: Int!!) { f }", 1, 16)]
    [InlineData("query (a: Int) { f }", 1, 8)]
    [InlineData("query ($a: Int = $b) { f }", 1, 18)]
    [InlineData("query ($a: T = {b: [$c]}) { f }", 1, 21)]
    [InlineData("query ($a: Int @d(e: $b)) { f }", 1, 22)]
    [InlineData("query ($a: Int @d = 1) { f }", 1, 19)]
    [InlineData("\"no\" { a }", 1, 1)]
    [InlineData("\"no\" word { a }", 1, 1)]
    [InlineData("\"no\"", 1, 5)]
    [InlineData("\"one\" \"two\" query { a }", 1, 7)]
    [InlineData("{ \"no\" a }", 1, 3)]
    [InlineData("query \"no\" Q { a }", 1, 7)]
    [InlineData("{\n  a\n  ?\n}", 3, 3)]
    [InlineData("{\r\n  a\r\n  b(c: \"no\r\n end\")\r\n}", 3, 11)]
    [InlineData("{ a } & { b }", 1, 7)]
    public void Refuses_what_is_no_document_and_says_where(string source, int line, int column)
    {
        var exception = Assert.Throws<GraphQLSyntaxException>(() => Outline(source));

        Assert.Equal((line, column), (exception.Location.Line, exception.Location.Column));
        var error = exception.ToError();
        Assert.Equal("GRAPHQL_PARSE_FAILED", error.Code);
        Assert.Equal([exception.Location], error.Locations);
        Assert.Null(error.Path);
        Assert.Null(error.Extensions);
    }

    [Theory]
    [InlineData("type T { a: Int }", 0)]
    [InlineData("schema { query: Q }", 0)]
    [InlineData("extend type T { a: Int }", 0)]
    [InlineData("directive @d on FIELD", 0)]
    [InlineData("{ a } input I { a: Int }", 6)]
    [InlineData("\"what\" scalar S", 7)]
    public void Says_that_type_system_definitions_are_not_for_requests(string source, int offset)
    {
        var exception = Assert.Throws<GraphQLSyntaxException>(() => Outline(source));

        Assert.Equal(offset, exception.Offset);
        Assert.Contains("type system definition", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ a(b: }", "Expected a value, found \"}\".")]
    [InlineData("{ a b", "Expected a field or a fragment, found the end of the document.")]
    [InlineData("query Q(", "Expected \"$\", found the end of the document.")]
    [InlineData("{ a(1: 2) }", "Expected a name, found the number 1.")]
    [InlineData("{ a: \"b\" }", "Expected a name, found a string.")]
    [InlineData("select { a }", "Expected an operation, a fragment or \"{\", found the name \"select\".")]
    public void Says_what_would_be_right(string source, string message) =>
        Assert.Equal(message, Assert.Throws<GraphQLSyntaxException>(() => Outline(source)).Message);

    [Fact]
    public void Knows_where_each_node_starts()
    {
        var document = Parser.Parse("\"d\" query ($a: [Int!] = 1) { x: f(a: $a) @d ...F ... on T { g } }", ParserLimits.Default);

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var variable = operation.VariableDefinitions[0];
        Assert.Equal([0, 11, 11, 12, 15, 16, 24], [operation.Start, variable.Start, variable.Variable.Start, variable.Variable.Name.Start,
            variable.Type.Start, ((ListTypeNode)variable.Type).ItemType.Start, variable.DefaultValue!.Start]);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal([27, 29, 32, 34, 37, 41], [operation.SelectionSet.Start, field.Start, field.Name.Start,
            field.Arguments[0].Start, field.Arguments[0].Value.Start, field.Directives[0].Start]);
        Assert.Equal([44, 49], operation.SelectionSet.Selections.Skip(1).Select(selection => selection.Start));
    }

    [Fact]
    public void ParseValue_takes_one_constant_and_nothing_else()
    {
        Assert.IsType<ListValueNode>(Parser.ParseValue(" [1, {a: B}] "));
        Assert.Equal(0, Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue("$a")).Offset);
        Assert.Equal(2, Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue("1 2")).Offset);
        Assert.Equal(0, Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue("")).Offset);
    }

    [Fact]
    public void ParseType_takes_one_type_and_nothing_else()
    {
        var list = Assert.IsType<ListTypeNode>(Assert.IsType<NonNullTypeNode>(Parser.ParseType("[[Int]]!")).Type);
        Assert.IsType<ListTypeNode>(list.ItemType);
        Assert.Equal(4, Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseType("Int Int")).Offset);
    }

    private static string Outline(string source) => SyntaxOutline.Of(Parser.Parse(source, ParserLimits.Default));
}
