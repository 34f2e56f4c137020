namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class FragmentRulesTests
{
    [Theory]
    [InlineData("{ ...A ...B } fragment A on Query { being { __typename } } fragment B on Query { thing { __typename } }", "")]
    [InlineData("{ ...A } fragment A on Query { being { __typename } } fragment A on Query { being { __typename } }", "UniqueFragmentNames 1:19 1:64")]
    [InlineData(
        "{ ...A } fragment A on Query { being { __typename } } fragment A on Query { being { __typename } } fragment A on Query { being { __typename } }",
        "UniqueFragmentNames 1:19 1:109; UniqueFragmentNames 1:19 1:64")]
    [InlineData("{ ... on Query { being { __typename } } ... on Query { thing { __typename } } }", "")]
    public void Fragments_have_names_of_their_own(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData(
        "query ($a: Int, $b: [Day!]!) { values(int: $a) ...A @include(if: true) } fragment A on Query { being { ... on Robot { age } } }",
        "NoUnusedVariables 1:17")]
    [InlineData("query ($a: Nothing) { values(int: $a) }", "KnownTypeNames 1:12")]
    [InlineData("query ($a: [[Nothing!]]!) { values(int: $a) }", "KnownTypeNames 1:14")]
    [InlineData("{ being { ... on Alien { age } } }", "KnownTypeNames 1:18")]
    [InlineData("{ being { ...A } } fragment A on Alien { age ... on Ufo { age } }", "KnownTypeNames 1:34; KnownTypeNames 1:53")]
    [InlineData("query ($a: __TypeKind) { values(int: $a) }", "VariablesInAllowedPosition 1:8 1:38")]
    public void Type_names_are_known(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ being { ... on Robot { age } ... on Being { __typename } ... on Named { name } ... { __typename } } }", "")]
    [InlineData("{ being { ... on Int { age } } }", "FragmentsOnCompositeTypes 1:18")]
    [InlineData("{ being { ... on Locale { age } } }", "FragmentsOnCompositeTypes 1:18")]
    [InlineData("{ being { ... on PersonFilter { age } } }", "FragmentsOnCompositeTypes 1:18")]
    [InlineData("{ being { ...A } } fragment A on Day { age }", "FragmentsOnCompositeTypes 1:34")]
    [InlineData("{ being { ...A } } fragment A on PlaceBy { id }", "FragmentsOnCompositeTypes 1:34")]
    public void Fragments_are_on_composite_types(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ being { ...A } } fragment A on Robot { age }", "")]
    [InlineData("{ ...A }", "KnownFragmentNames 1:6")]
    [InlineData("{ being { ...A ... on Robot { ...B } } thing { ...A } }", "KnownFragmentNames 1:14; KnownFragmentNames 1:34; KnownFragmentNames 1:51")]
    [InlineData("{ ...A } fragment A on Query { ...B }", "KnownFragmentNames 1:35")]
    public void Spread_fragments_exist(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { being { __typename } }", "")]
    [InlineData("query A { ...A } query B { ...B } fragment A on Query { being { __typename } } fragment B on Query { being { __typename } }", "")]
    [InlineData("{ being { __typename } } fragment A on Query { being { __typename } }", "NoUnusedFragments 1:26")]
    [InlineData(
        "{ being { __typename } } fragment A on Query { ...B } fragment B on Query { being { __typename } }",
        "NoUnusedFragments 1:26; NoUnusedFragments 1:55")]
    [InlineData("{ ...A } fragment A on Query { being { __typename } } \"described\" fragment B on Query { being { __typename } }", "NoUnusedFragments 1:55")]
    [InlineData(
        "{ being { __typename } } fragment A on Query { ...B } fragment B on Query { ...A }",
        "NoFragmentCycles 1:48 1:77; NoUnusedFragments 1:26; NoUnusedFragments 1:55")]
    [InlineData("fragment A on Query { being { __typename } }", "NoUnusedFragments 1:1")]
    public void Fragments_are_used_by_an_operation(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...C ...C } fragment C on Query { being { __typename } }", "")]
    [InlineData("{ ...A } fragment A on Query { ...A }", "NoFragmentCycles 1:32")]
    [InlineData("{ person(id: 1) { ...A } } fragment A on Person { friends { ...A } }", "NoFragmentCycles 1:61")]
    [InlineData("{ person(id: 1) { ...A } } fragment A on Person { ... on Person { ...A } ...A }", "NoFragmentCycles 1:67; NoFragmentCycles 1:74")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "NoFragmentCycles 1:32 1:61")]
    [InlineData(
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A ...B }",
        "NoFragmentCycles 1:32 1:61 1:90; NoFragmentCycles 1:61 1:95")]
    [InlineData(
        "{ ...A } fragment A on Query { ...B ...C } fragment B on Query { ...A } fragment C on Query { ...A }",
        "NoFragmentCycles 1:32 1:66; NoFragmentCycles 1:37 1:95")]
    [InlineData(
        "{ person(id: 1) { ...A } } fragment A on Person { friends { ...B } ...C } fragment B on Person { ...A } fragment C on Person { friends { ...C } ...B }",
        "NoFragmentCycles 1:138; NoFragmentCycles 1:68 1:145 1:98")]
    [InlineData("{ ...A } fragment A on Query { ...Missing ...B } fragment B on Query { ...B }", "KnownFragmentNames 1:35; NoFragmentCycles 1:72")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...B ...B }", "NoFragmentCycles 1:61; NoFragmentCycles 1:66")]
    public void Fragments_do_not_contain_themselves(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("{ person(id: 1) { ... on Person { age } ... on Named { name } ... on Being { __typename } } }", "")]
    [InlineData(
        "{ node { ... on City { population } ... on Village { houses } ... on Place { city { id } } ... on Named { name } ... on Thing { __typename } } }",
        "")]
    [InlineData("{ being { ... on Person { born } ... on Named { name } ... on Thing { __typename } } }", "")]
    [InlineData("{ named { ...A } } fragment A on Being { __typename }", "")]
    [InlineData("{ person(id: 1) { ... on Robot { serial } } }", "PossibleFragmentSpreads 1:19")]
    [InlineData("{ person(id: 1) { ... on Node { id } } }", "PossibleFragmentSpreads 1:19")]
    [InlineData("{ person(id: 1) { ... on Thing { __typename } } }", "PossibleFragmentSpreads 1:19")]
    [InlineData("{ node { ... on Person { age } } }", "PossibleFragmentSpreads 1:10")]
    [InlineData("{ node { ... on Being { __typename } } }", "PossibleFragmentSpreads 1:10")]
    [InlineData("{ place { ... on Robot { age } ... on Person { born } } }", "PossibleFragmentSpreads 1:11; PossibleFragmentSpreads 1:32")]
    [InlineData("{ thing { ... on Village { houses } } }", "PossibleFragmentSpreads 1:11")]
    [InlineData("{ thing { ... on Person { born } } }", "PossibleFragmentSpreads 1:11")]
    [InlineData("{ being { ... on Place { id } } }", "PossibleFragmentSpreads 1:11")]
    [InlineData("{ being { ...A } } fragment A on City { population }", "PossibleFragmentSpreads 1:11")]
    [InlineData("{ person(id: 1) { ...A ... on Named { ...A } } } fragment A on Node { id }", "PossibleFragmentSpreads 1:19")]
    [InlineData("{ person(id: 1) { ... on Robot { ... on Person { born } } } }", "PossibleFragmentSpreads 1:19; PossibleFragmentSpreads 1:34")]
    [InlineData("{ unseen { ... on Unseen { ghost } } }", "")]
    [InlineData("{ unseen { ... on City { id } } }", "PossibleFragmentSpreads 1:12")]
    [InlineData("{ city { ... on City { id } } unknown { ... on Robot { age } } }", "FieldsOnCorrectType 1:3; FieldsOnCorrectType 1:31")]
    [InlineData("{ being { ... { ... on City { id } } } }", "PossibleFragmentSpreads 1:17")]
    public void Fragments_can_apply_where_they_are_spread(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));
}
