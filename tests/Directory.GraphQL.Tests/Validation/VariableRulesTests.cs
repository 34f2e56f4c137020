namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class VariableRulesTests
{
    [Theory]
    [InlineData("query A($v: Int) { values(int: $v) } query B($v: String) { values(string: $v) }", "")]
    [InlineData("query ($v: Int, $v: Int) { values(int: $v) }", "UniqueVariableNames 1:9 1:18")]
    [InlineData(
        "query ($v: Int, $w: Int, $v: Int, $w: Int, $v: Int) { values(int: $v) sum(a: 1, b: 1, c: $w) }",
        "UniqueVariableNames 1:18 1:36; UniqueVariableNames 1:9 1:27 1:45")]
    [InlineData("query (\"described\" $v: Int, \"again\" $v: Int) { values(int: $v) }", "UniqueVariableNames 1:21 1:38")]
    public void Variables_are_defined_once(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("query ($a: Int, $b: [Locale!], $c: PersonFilter!, $d: Day) { values(int: $a, locales: $b, day: $d) people(filter: $c) { age } }", "")]
    [InlineData("query ($a: City) { values(int: 1) }", "NoUnusedVariables 1:8; VariablesAreInputTypes 1:12")]
    [InlineData(
        "query ($a: [City!]!, $b: Being, $c: Node) { values(int: $a, float: $b, string: $c) }",
        "VariablesAreInputTypes 1:12; VariablesAreInputTypes 1:26; VariablesAreInputTypes 1:37; VariablesInAllowedPosition 1:22 1:68; VariablesInAllowedPosition 1:33 1:80; VariablesInAllowedPosition 1:8 1:57")]
    public void Variables_are_of_input_types(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("query ($a: Int) { values(int: $a) }", "")]
    [InlineData("query ($a: Int) { values(int: $a, float: $b) }", "NoUndefinedVariables 1:42 1:1")]
    [InlineData("{ values(int: $a) }", "NoUndefinedVariables 1:15 1:1")]
    [InlineData("query Q { values(ints: [$a, 1], point: {x: $b, y: 1}) }", "NoUndefinedVariables 1:25 1:1; NoUndefinedVariables 1:44 1:1")]
    [InlineData("query Q { being @skip(if: $a) { __typename } }", "NoUndefinedVariables 1:27 1:1")]
    [InlineData("query Q @mark(note: $a) { being { __typename } }", "NoUndefinedVariables 1:21 1:1")]
    [InlineData("query Q($a: Int) { ...A } fragment A on Query { values(int: $a) ...B } fragment B on Query { values(int: $a) }", "")]
    [InlineData("query Q { ...A } fragment A on Query { values(int: $a) }", "NoUndefinedVariables 1:52 1:1")]
    [InlineData(
        "query P($a: Int) { ...A } query Q { ...A } fragment A on Query { ...B } fragment B on Query { values(int: $a, float: $b) }",
        "NoUndefinedVariables 1:107 1:27; NoUndefinedVariables 1:118 1:1; NoUndefinedVariables 1:118 1:27")]
    [InlineData("query P($a: Int) { ...A } fragment A on Query { values(int: $a) ...A }", "NoFragmentCycles 1:65")]
    [InlineData("{ unknown(x: $a, y: {z: [$b]}) }", "FieldsOnCorrectType 1:3; NoUndefinedVariables 1:14 1:1; NoUndefinedVariables 1:26 1:1")]
    [InlineData(
        "query { ... @include(if: $a) { ...A @skip(if: $b) } } fragment A on Query @mark(note: $c) { being { __typename } }",
        "NoUndefinedVariables 1:26 1:1; NoUndefinedVariables 1:47 1:1; NoUndefinedVariables 1:87 1:1")]
    public void Variables_in_use_are_defined(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("query ($a: Int, $b: Boolean!, $c: Float!) { values(int: $a, point: {x: $c, y: 1}) @skip(if: $b) }", "")]
    [InlineData("query ($a: Int) { being { __typename } }", "NoUnusedVariables 1:8")]
    [InlineData("query Q($a: Int, $b: Int, $c: Int) { values(int: $b) }", "NoUnusedVariables 1:27; NoUnusedVariables 1:9")]
    [InlineData("query Q(\"described\" $a: Int) { being { __typename } }", "NoUnusedVariables 1:9")]
    [InlineData("query Q($a: Int) { ...A } fragment A on Query { values(int: $a) }", "")]
    [InlineData(
        "query P($a: Int) { ...A } query Q($a: Int) { ...B } fragment A on Query { values(int: $a) } fragment B on Query { being { __typename } }",
        "NoUnusedVariables 1:35")]
    [InlineData("query Q($a: Int) { values(int: 1) ...A } fragment A on Query { values(int: 1) }", "NoUnusedVariables 1:9")]
    [InlineData("query Q($a: Int) { values(int: 1) } fragment A on Query { values(int: $a) }", "NoUnusedFragments 1:37; NoUnusedVariables 1:9")]
    public void Defined_variables_are_used(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("query ($a: Int) { values(int: $a) }", "")]
    [InlineData("query ($a: Int!) { values(int: $a) sum(a: $a, b: $a, c: $a) }", "")]
    [InlineData("query ($a: Int) { sum(a: $a, b: 1) }", "VariablesInAllowedPosition 1:8 1:26")]
    [InlineData("query ($a: Int = 1) { sum(a: $a, b: 1) }", "")]
    [InlineData("query ($a: Int = null) { sum(a: $a, b: 1) }", "VariablesInAllowedPosition 1:8 1:33")]
    [InlineData("query ($a: Int) { people(limit: $a) { age } }", "")]
    [InlineData("query ($a: Int) { values(point: {x: 1, y: 1, z: $a}) }", "VariablesInAllowedPosition 1:8 1:49")]
    [InlineData("query ($a: Float) { values(point: {x: 1, y: 1, z: $a}) }", "")]
    [InlineData("query ($a: Float) { values(point: {x: $a, y: 1}) }", "VariablesInAllowedPosition 1:8 1:39")]
    [InlineData("query ($a: Float = 1) { values(point: {x: $a, y: 1}) }", "")]
    [InlineData("query ($a: String) { values(int: $a) }", "VariablesInAllowedPosition 1:8 1:34")]
    [InlineData("query ($a: Int) { values(float: $a) }", "VariablesInAllowedPosition 1:8 1:33")]
    [InlineData("query ($a: String) { values(id: $a) }", "VariablesInAllowedPosition 1:8 1:33")]
    [InlineData("query ($a: [Int]) { values(ints: $a) }", "")]
    [InlineData("query ($a: [Int!]!) { values(ints: $a, noNullInts: $a) }", "")]
    [InlineData("query ($a: [Int]) { values(noNullInts: $a) }", "VariablesInAllowedPosition 1:8 1:40")]
    [InlineData("query ($a: Int) { values(ints: $a) }", "VariablesInAllowedPosition 1:8 1:32")]
    [InlineData("query ($a: Int) { values(ints: [$a], nested: [[$a]]) }", "")]
    [InlineData("query ($a: Int) { values(noNullInts: [$a]) }", "VariablesInAllowedPosition 1:8 1:39")]
    [InlineData("query ($a: Int = 1) { values(noNullInts: [$a]) }", "")]
    [InlineData("query ($a: [Int]) { values(nested: [$a]) }", "")]
    [InlineData("query ($a: [[Int!]!]!) { values(nested: $a) }", "")]
    [InlineData("query ($a: [Int]) { values(nested: $a) }", "VariablesInAllowedPosition 1:8 1:36")]
    [InlineData("query ($a: [Int]) { values(int: $a) }", "VariablesInAllowedPosition 1:8 1:33")]
    [InlineData("query ($a: Point) { values(point: $a) }", "")]
    [InlineData("query ($a: PersonFilter) { people(filter: {alive: true, and: [$a]}) { age } }", "VariablesInAllowedPosition 1:8 1:63")]
    [InlineData("query ($a: PersonFilter!) { people(filter: {alive: true, and: [$a]}) { age } }", "")]
    [InlineData("query ($a: PersonFilter!) { people(filter: {alive: true, and: $a}) { age } }", "VariablesInAllowedPosition 1:8 1:63")]
    [InlineData("query ($a: Boolean) { being @skip(if: $a) { __typename } }", "VariablesInAllowedPosition 1:8 1:39")]
    [InlineData("query ($a: Boolean = true) { being @skip(if: $a) { __typename } }", "")]
    [InlineData("query ($a: Boolean!) { being @skip(if: $a) { __typename } }", "")]
    [InlineData("query ($a: Int) { being @mark(note: \"x\", times: $a) { __typename } }", "")]
    [InlineData("query ($a: Int) { ...A } fragment A on Query { sum(a: $a, b: 1) }", "VariablesInAllowedPosition 1:8 1:55")]
    [InlineData(
        "query P($a: Int) { ...A } query Q($a: Int!) { ...A } query R($a: String) { ...A } fragment A on Query { sum(a: $a, b: 1) }",
        "VariablesInAllowedPosition 1:62 1:112; VariablesInAllowedPosition 1:9 1:112")]
    [InlineData("query ($a: Locale) { values(locale: $a, locales: [$a]) }", "VariablesInAllowedPosition 1:8 1:51")]
    [InlineData("query ($a: Locale!) { values(locales: $a) }", "VariablesInAllowedPosition 1:8 1:39")]
    [InlineData("query ($a: Int, $a: Int!) { sum(a: $a, b: 1) }", "UniqueVariableNames 1:9 1:18")]
    [InlineData(
        "query ($a: Nothing, $b: City) { values(int: $a, float: $b) }",
        "KnownTypeNames 1:12; VariablesAreInputTypes 1:25; VariablesInAllowedPosition 1:21 1:56")]
    [InlineData("query ($a: Int) { values(string: [$a]) }", "ValuesOfCorrectType 1:34")]
    public void Variables_fit_where_they_stand(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    [Theory]
    [InlineData("query ($a: ID!) { place(by: {id: $a}) { id } }", "")]
    [InlineData("query ($a: ID) { place(by: {id: $a}) { id } }", "VariablesInAllowedPosition 1:8 1:33")]
    [InlineData("query ($a: ID = 1) { place(by: {id: $a}) { id } }", "VariablesInAllowedPosition 1:8 1:37")]
    [InlineData("query ($a: Int) { place(by: {name: $a}) { id } }", "VariablesInAllowedPosition 1:8 1:36; VariablesInAllowedPosition 1:8 1:36")]
    [InlineData("query ($a: PlaceBy) { place(by: $a) { id } }", "")]
    [InlineData("query ($a: PlaceBy) { exactPlace(by: $a) { id } }", "VariablesInAllowedPosition 1:8 1:38")]
    [InlineData("query ($a: Float) { place(by: {near: {x: 1, y: 1, z: $a}}) { id } }", "")]
    [InlineData("query ($a: Point) { people(filter: {alive: true, home: {near: $a}}) { age } }", "VariablesInAllowedPosition 1:8 1:63")]
    public void Variables_in_oneOf_objects_cannot_be_null(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));

    /// <summary>The reference implementation does not look behind the non-null wrapper or the list here; the specification (5.8.5) does.</summary>
    [Theory]
    [InlineData("query ($a: ID) { exactPlace(by: {id: $a}) { id } }", "VariablesInAllowedPosition 1:8 1:38")]
    [InlineData("query ($a: ID) { people(by: [{id: $a}]) { age } }", "VariablesInAllowedPosition 1:8 1:35")]
    [InlineData("query ($a: ID) { people(by: {id: $a}) { age } }", "VariablesInAllowedPosition 1:8 1:34")]
    [InlineData("query ($a: ID!) { exactPlace(by: {id: $a}) { id } people(by: [{id: $a}]) { age } }", "")]
    public void Variables_in_oneOf_objects_cannot_be_null_wherever_the_object_stands(string document, string expected) =>
        Assert.Equal(expected, Verdict.Of(document));
}
