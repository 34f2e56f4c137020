using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;
using CenterDirectory.GraphQL.Validation;

namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class FieldMergingTests
{
    [Theory]
    [InlineData("{ being { __typename } being { __typename } }")]
    [InlineData("{ sum(a: 1, b: 2) sum(b: 2, a: 1) }")]
    [InlineData("{ x: sum(a: 1, b: 2) x: sum(a: 1, b: 2) y: sum(a: 3, b: 4) }")]
    [InlineData("{ values(point: {x: 1, y: 2}) values(point: {y: 2, x: 1}) }")]
    [InlineData("{ values(ints: [1, 2]) values(ints: [1, 2]) }")]
    [InlineData("query ($a: Int) { values(int: $a) values(int: $a) }")]
    [InlineData("{ person(id: 1) { age } person(id: 1) { age born } ...A } fragment A on Query { person(id: 1) { name } }")]
    [InlineData("{ being { ... on Person { age } } thing { ... on Robot { age } } }")]
    [InlineData("{ node { ... on City { name } ... on Village { name } ... on Place { name } } }")]
    [InlineData("{ person(id: 1) { age @skip(if: true) age @include(if: true) } }")]
    [InlineData("{ person(id: 1) { friends { ...A } } } fragment A on Person { home { ... on City { mayor { ...B } } } } fragment B on Person { age }")]
    public void Same_fields_merge(string document) => Assert.Equal("", Verdict.Of(document));

    [Theory]
    [InlineData("{ person(id: 1) { x: age x: born } }", "1:19 1:26")]
    [InlineData("{ person(id: 1) { age age: name } }", "1:19 1:23")]
    [InlineData("{ person(id: 1) { age: name age } }", "1:19 1:29")]
    [InlineData("{ sum(a: 1, b: 2) sum(a: 1, b: 3) }", "1:3 1:19")]
    [InlineData("{ sum(a: 1, b: 2) sum(a: 1, b: 2, c: 0) }", "1:3 1:19")]
    [InlineData("{ values(int: 1) values }", "1:3 1:18")]
    [InlineData("{ values values(int: 1) }", "1:3 1:10")]
    [InlineData("query ($a: Int, $b: Int) { values(int: $a) values(int: $b) }", "1:28 1:44")]
    [InlineData("{ values(ints: [1, 2]) values(ints: [2, 1]) }", "1:3 1:24")]
    [InlineData("{ values(string: \"1\") values(string: \"2\") }", "1:3 1:23")]
    [InlineData("{ values(point: {x: 1, y: 2}) values(point: {x: 1, y: 3}) }", "1:3 1:31")]
    [InlineData("{ being { ... on Person { x: age } ... on Person { x: born } } }", "1:27 1:52")]
    [InlineData("{ being { ...A ...B } } fragment A on Person { x: age } fragment B on Person { x: born }", "1:48 1:80")]
    [InlineData("{ person(id: 1) { x: age } person(id: 1) { x: born } }", "1:19 1:44")]
    [InlineData("{ person(id: 1) { home { x: id } } ...A } fragment A on Query { person(id: 1) { home { x: name } } }", "1:26 1:88")]
    [InlineData("{ person(id: 1) { friends { friends { x: age } } friends { friends { x: born } } } }", "1:39 1:70")]
    public void Different_fields_of_one_name_conflict(string document, string locations) =>
        Assert.Equal($"OverlappingFieldsCanBeMerged {locations}", Verdict.Of(document));

    [Theory]
    [InlineData("{ being { ... on Person { age } ... on Robot { age } } }", "1:27 1:48")]
    [InlineData("{ being { ... on Person { x: friends { name } } ... on Robot { x: owner { name } } } }", "1:27 1:64")]
    [InlineData("{ being { ... on Person { x: home { y: id } } ... on Robot { x: owner { y: name } } } }", "1:37 1:73")]
    public void Types_that_exclude_each_other_must_have_one_shape(string document, string locations) =>
        Assert.Equal($"OverlappingFieldsCanBeMerged {locations}", Verdict.Of(document));

    [Theory]
    [InlineData("{ being { ... on Person { x: name } ... on Robot { x: model } } }")]
    [InlineData("{ node { ... on City { name(locale: RU) } ... on Village { name } } }")]
    public void Types_that_exclude_each_other_may_have_different_fields_of_one_name(string document) => Assert.Equal("", Verdict.Of(document));

    [Fact]
    public void Each_field_is_compared_with_the_first_one() => Assert.Equal(
        "OverlappingFieldsCanBeMerged 1:19 1:26; OverlappingFieldsCanBeMerged 1:19 1:41",
        Verdict.Of("{ person(id: 1) { x: age x: born x: age x: name } }"));

    [Fact]
    public void A_conflict_inside_a_fragment_is_reported_once_however_often_it_is_spread() => Assert.Equal(
        "OverlappingFieldsCanBeMerged 1:80 1:87",
        Verdict.Of("{ a: person(id: 1) { ...A } b: person(id: 2) { ...A } } fragment A on Person { x: age x: born }"));

    [Fact]
    public void Fragments_that_contain_themselves_end_the_search() => Assert.Equal(
        "NoFragmentCycles 1:68; OverlappingFieldsCanBeMerged 1:51 1:73",
        Verdict.Of("{ person(id: 1) { ...A } } fragment A on Person { x: age friends { ...A x: born } }"));

    [Fact]
    public void Repeating_one_field_many_times_costs_no_more_than_reading_it() =>
        Assert.Equal("", Verdict.Of($"{{ person(id: 1) {{ {string.Join(' ', Enumerable.Repeat("age", 1_900))} }} }}"));

    [Fact]
    public void Fragments_that_double_at_each_level_are_looked_at_once()
    {
        var fragments = Enumerable.Range(0, 60).Select(i =>
            $"fragment F{i} on Person {{ a: friends(first: 1) {{ ...F{i + 1} }} b: friends(first: 2) {{ ...F{i + 1} }} }}");

        Assert.Equal("", Verdict.Of($"{{ person(id: 1) {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F60 on Person {{ age }}"));
    }

    [Fact]
    public void A_thousand_aliases_of_one_field_are_looked_at_once_each() =>
        Assert.Equal(1_000, VisitsOf($"{{ {string.Join(' ', Enumerable.Range(0, 1_000).Select(i => $"f{i}: __typename"))} }}"));

    [Fact]
    public void Circular_fragments_are_looked_at_once_a_place() => Assert.InRange(
        VisitsOf("{ person(id: 1) { ...A ...B } } fragment A on Person { friends { ...B ...A } } fragment B on Person { friends { ...A ...B } }"), 1, 100);

    [Fact]
    public void Ten_thousand_repeated_fields_end_at_the_wall() => Assert.InRange(
        VisitsOf($"{{ person(id: 1) {{ {string.Concat(Enumerable.Repeat("friends { name } ", 10_000))} }} }}"), FieldMerging.MaxVisits, FieldMerging.MaxVisits + 1);

    [Fact]
    public void Fields_that_multiply_at_each_level_end_at_the_wall()
    {
        var level = Enumerable.Range(0, 30).Aggregate("name", (inner, i) => $"... on Person {{ a{i}: friends {{ {inner} }} }} ... on Named {{ ... on Person {{ a{i}: friends {{ x: name }} }} }}");

        Assert.InRange(VisitsOf($"{{ person(id: 1) {{ {level} }} }}"), 1, FieldMerging.MaxVisits + 100);
    }

    [Fact]
    public void A_document_with_too_many_visits_is_refused()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"f{i}: __typename"));
        var operations = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"query Q{i} {{ ...A }}"));

        var error = Assert.Single(Verdict.Errors(ValidationSchema.Instance, $"fragment A on Query {{ {fields} }} {operations}"));

        Assert.Equal("OverlappingFieldsCanBeMerged", error.Rule);
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Equal(10_000, error.Extensions!["maximum"]);
    }

    private static int VisitsOf(string document)
    {
        var parsed = Parser.Parse(document, new ParserLimits(MaxTokens: 100_000));
        return FieldMerging.OverlappingFieldsCanBeMerged(new ValidationContext(ValidationSchema.Instance, parsed)).Visits;
    }
}
