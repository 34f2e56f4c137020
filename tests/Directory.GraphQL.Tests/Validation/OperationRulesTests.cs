namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class OperationRulesTests
{
    [Theory]
    [InlineData("query A { being { __typename } }", "")]
    [InlineData("query A { being { __typename } } query B { being { __typename } } mutation C { rename(id: 1, name: \"x\") { age } }", "")]
    [InlineData("query A { being { __typename } } query A { thing { __typename } }", "UniqueOperationNames 1:7 1:40")]
    [InlineData(
        "query A { being { __typename } } mutation A { rename(id: 1, name: \"x\") { age } } subscription A { changed { id } }",
        "UniqueOperationNames 1:7 1:43; UniqueOperationNames 1:7 1:95")]
    [InlineData("query A { ...A } fragment A on Query { being { __typename } }", "")]
    public void Operations_have_names_of_their_own(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ being { __typename } }", "")]
    [InlineData("fragment A on Query { being { __typename } } { ...A }", "")]
    [InlineData("{ being { __typename } } { thing { __typename } }", "LoneAnonymousOperation 1:1; LoneAnonymousOperation 1:26")]
    [InlineData("{ being { __typename } } query A { thing { __typename } }", "LoneAnonymousOperation 1:1")]
    [InlineData(
        "query A { thing { __typename } } mutation { rename(id: 1, name: \"x\") { age } } subscription { changed { id } }",
        "LoneAnonymousOperation 1:34; LoneAnonymousOperation 1:80")]
    public void An_anonymous_operation_stands_alone(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("subscription S { changed { id } }", "")]
    [InlineData("subscription { changed { id __typename } }", "")]
    [InlineData("subscription S { ...A } fragment A on Subscription { changed { id } }", "")]
    [InlineData("subscription S { ... { ... on Subscription { changed { id } } } changed { __typename } }", "")]
    [InlineData("subscription S { a: changed { id } a: changed { __typename } }", "")]
    [InlineData("subscription S { changed { id } renamed { age } }", "SingleFieldSubscriptions 1:33")]
    [InlineData("subscription S { changed { id } a: changed { id } renamed { age } a: changed { id } }", "SingleFieldSubscriptions 1:33 1:67 1:51")]
    [InlineData(
        "subscription S { changed { id } ...A } fragment A on Subscription { renamed { age } ...A }",
        "NoFragmentCycles 1:85; SingleFieldSubscriptions 1:69")]
    [InlineData("subscription { __typename }", "SingleFieldSubscriptions 1:16")]
    [InlineData("subscription S { a: __typename changed { id } }", "SingleFieldSubscriptions 1:18; SingleFieldSubscriptions 1:32")]
    [InlineData(
        "subscription S { changed { id } ...A } fragment A on Subscription { __typename }",
        "SingleFieldSubscriptions 1:69; SingleFieldSubscriptions 1:69")]
    [InlineData("subscription S($v: Boolean!) { changed @skip(if: $v) { id } }", "SingleFieldSubscriptions 1:40")]
    [InlineData(
        "subscription S($v: Boolean!) { changed @include(if: $v) { id } ... @skip(if: true) { renamed { age } } }",
        "SingleFieldSubscriptions 1:40 1:68")]
    [InlineData("subscription S { ...A @include(if: true) } fragment A on Subscription { changed { id } }", "SingleFieldSubscriptions 1:23")]
    [InlineData("subscription S { ...A } fragment A on Subscription { changed @skip(if: false) { id } }", "SingleFieldSubscriptions 1:62")]
    [InlineData("subscription S { changed { id @skip(if: true) } }", "")]
    [InlineData("query Q { being { __typename } thing { __typename } }", "")]
    public void A_subscription_has_one_unconditional_root_field(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("mutation { rename(id: 1, name: \"x\") { age } }", "KnownOperationTypes 1:1")]
    [InlineData("query A { being { __typename } } subscription B { changed { id } }", "KnownOperationTypes 1:34")]
    public void The_schema_has_a_root_type_for_the_operation(string document, string expected) =>
        Assert.Equal(expected, Verdict.Of(ValidationSchema.QueriesOnly, document));
}
