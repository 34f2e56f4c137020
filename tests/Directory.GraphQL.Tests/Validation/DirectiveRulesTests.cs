namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class DirectiveRulesTests
{
    [Theory]
    [InlineData(
        "query ($v: Int @onVariable) @onQuery { values(int: $v) @onField @skip(if: false) ...A @onSpread ... @onInline { being { __typename } } } fragment A on Query @onFragment { thing { __typename } }",
        "")]
    [InlineData("mutation @onMutation { rename(id: 1, name: \"x\") { age } }", "")]
    [InlineData("subscription @onSubscription { changed { id } }", "")]
    [InlineData("{ being @unknown { __typename } }", "KnownDirectives 1:9")]
    [InlineData(
        "{ being { __typename @unknown @other } thing @Skip(if: true) { __typename } }",
        "KnownDirectives 1:22; KnownDirectives 1:31; KnownDirectives 1:46")]
    [InlineData("query @onField { being { __typename } }", "KnownDirectives 1:7")]
    [InlineData("mutation @onQuery { rename(id: 1, name: \"x\") { age } }", "KnownDirectives 1:10")]
    [InlineData("subscription @onQuery { changed { id } }", "KnownDirectives 1:14")]
    [InlineData("{ being @onQuery { __typename } }", "KnownDirectives 1:9")]
    [InlineData(
        "{ ...A @onInline } fragment A on Query @onSpread { ... @onSpread { being { __typename } } ... on Query @onFragment { thing { __typename } } }",
        "KnownDirectives 1:104; KnownDirectives 1:40; KnownDirectives 1:56; KnownDirectives 1:8")]
    [InlineData("query ($v: Int @onField @include(if: true)) { values(int: $v) }", "KnownDirectives 1:16; KnownDirectives 1:25")]
    [InlineData("{ being @deprecated { __typename } }", "KnownDirectives 1:9")]
    [InlineData("query @skip(if: true) { being { __typename } }", "KnownDirectives 1:7")]
    public void Directives_are_known_and_stand_where_they_may(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ being @onField { __typename @onField } thing @onField { __typename } }", "")]
    [InlineData("{ being @onField @onField { __typename } }", "UniqueDirectivesPerLocation 1:9 1:18")]
    [InlineData(
        "{ being @onField @skip(if: true) @onField @skip(if: false) @onField { __typename } }",
        "UniqueDirectivesPerLocation 1:18 1:43; UniqueDirectivesPerLocation 1:9 1:34; UniqueDirectivesPerLocation 1:9 1:60")]
    [InlineData("{ being @mark(note: \"a\") @mark(note: \"b\") @mark(note: \"c\") { __typename } }", "")]
    [InlineData("{ being @unknown @unknown { __typename } }", "KnownDirectives 1:18; KnownDirectives 1:9")]
    [InlineData("query @onQuery @onQuery { being { __typename } }", "UniqueDirectivesPerLocation 1:7 1:16")]
    [InlineData("query ($v: Int @onVariable @onVariable) { values(int: $v) }", "UniqueDirectivesPerLocation 1:16 1:28")]
    [InlineData(
        "{ ...A @onSpread @onSpread ... @onInline @onInline { thing { __typename } } } fragment A on Query @onFragment @onFragment { being { __typename } }",
        "UniqueDirectivesPerLocation 1:32 1:42; UniqueDirectivesPerLocation 1:8 1:18; UniqueDirectivesPerLocation 1:99 1:111")]
    public void Directives_stand_once_unless_repeatable(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));
}
