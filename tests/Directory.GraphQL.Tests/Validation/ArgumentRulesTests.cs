namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class ArgumentRulesTests
{
    [Theory]
    [InlineData("{ sum(a: 1, b: 2) }", "")]
    [InlineData("{ sum(b: 1, a: 2, c: 3) }", "")]
    [InlineData("{ sum(a: 1, b: 2, d: 3) }", "KnownArgumentNames 1:19")]
    [InlineData("{ sum(a: 1, b: 2, d: 3, A: 4) }", "KnownArgumentNames 1:19; KnownArgumentNames 1:25")]
    [InlineData("{ person(id: 1) { age(in: \"years\") } }", "KnownArgumentNames 1:23")]
    [InlineData("{ named { name(language: RU) } }", "KnownArgumentNames 1:16")]
    [InlineData("{ unknown(x: 1) }", "FieldsOnCorrectType 1:3")]
    [InlineData("{ being @skip(if: true) { __typename } }", "")]
    [InlineData("{ being @skip(unless: true) { __typename } }", "KnownArgumentNames 1:15; ProvidedRequiredArguments 1:9")]
    [InlineData("{ being @mark(note: \"x\", size: 1) { __typename } }", "KnownArgumentNames 1:26")]
    [InlineData("{ being @nothing(note: \"x\") { __typename } }", "KnownDirectives 1:9")]
    [InlineData("query ($a: Int @mark(note: \"x\", size: 1)) { sum(a: 1, b: 2, c: $a) }", "KnownArgumentNames 1:33")]
    [InlineData("{ __type(name: \"x\", other: 1) { name } }", "KnownArgumentNames 1:21")]
    [InlineData("{ __typename(x: 1) }", "KnownArgumentNames 1:14")]
    public void Arguments_are_known(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ sum(a: 1, b: 2, a: 3) }", "UniqueArgumentNames 1:7 1:19")]
    [InlineData("{ sum(a: 1, b: 2, a: 3, a: 4, b: 5) }", "UniqueArgumentNames 1:13 1:31; UniqueArgumentNames 1:7 1:19 1:25")]
    [InlineData("{ being @mark(note: \"x\", note: \"y\") { __typename } }", "UniqueArgumentNames 1:15 1:26")]
    [InlineData("{ person(id: 1) { friends(first: 1, first: 1) { age } } }", "UniqueArgumentNames 1:27 1:37")]
    [InlineData("{ unknown(x: 1, x: 2) }", "FieldsOnCorrectType 1:3; UniqueArgumentNames 1:11 1:17")]
    [InlineData("{ a: sum(a: 1, b: 2) b: sum(a: 1, b: 2) }", "")]
    public void Arguments_are_given_once(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ sum }", "ProvidedRequiredArguments 1:3; ProvidedRequiredArguments 1:3")]
    [InlineData("{ sum(a: 1) }", "ProvidedRequiredArguments 1:3")]
    [InlineData("{ sum(b: 1) }", "ProvidedRequiredArguments 1:3")]
    [InlineData("{ sum(c: 1) }", "ProvidedRequiredArguments 1:3; ProvidedRequiredArguments 1:3")]
    [InlineData("{ sum(a: 1, b: 2) }", "")]
    [InlineData("{ people { age } }", "")]
    [InlineData("{ people(limit: 1) { age } }", "")]
    [InlineData("{ person { age } }", "ProvidedRequiredArguments 1:3")]
    [InlineData("{ sum(a: \"x\") }", "ProvidedRequiredArguments 1:3; ValuesOfCorrectType 1:10")]
    [InlineData("{ being @include { __typename } }", "ProvidedRequiredArguments 1:9")]
    [InlineData("{ being @mark { __typename } }", "ProvidedRequiredArguments 1:9")]
    [InlineData("{ being @mark(times: 2) { __typename } }", "ProvidedRequiredArguments 1:9")]
    [InlineData("{ being @mark(note: \"x\") @mark(note: \"y\", times: 2) { __typename } }", "")]
    [InlineData("query @mark { being { __typename } }", "ProvidedRequiredArguments 1:7")]
    [InlineData("query ($a: Int! @mark) { sum(a: $a, b: 1) }", "ProvidedRequiredArguments 1:17")]
    [InlineData(
        "fragment A on Query @mark { being { __typename } } { ...A @mark ... @mark { thing { __typename } } }",
        "ProvidedRequiredArguments 1:21; ProvidedRequiredArguments 1:59; ProvidedRequiredArguments 1:69")]
    [InlineData("{ __type { name } }", "ProvidedRequiredArguments 1:3")]
    [InlineData("{ nothing { age } }", "FieldsOnCorrectType 1:3")]
    public void Required_arguments_are_given(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));
}
