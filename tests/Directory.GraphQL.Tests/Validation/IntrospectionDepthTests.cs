namespace CenterDirectory.GraphQL.Tests.Validation;

public sealed class IntrospectionDepthTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { name type { name ofType { name ofType { name } } } } } } }", "")]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }", "")]
    [InlineData("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "MaxIntrospectionDepth 1:3")]
    [InlineData("{ __schema { types { interfaces { interfaces { interfaces { name } } } } } }", "MaxIntrospectionDepth 1:3")]
    [InlineData("{ __schema { types { possibleTypes { interfaces { possibleTypes { name } } } } } }", "MaxIntrospectionDepth 1:3")]
    [InlineData("{ __type(name: \"X\") { inputFields { type { inputFields { type { inputFields { name } } } } } } }", "MaxIntrospectionDepth 1:3")]
    [InlineData("{ a: __type(name: \"X\") { f: fields { type { g: interfaces { h: possibleTypes { name } } } } } }", "MaxIntrospectionDepth 1:3")]
    [InlineData(
        "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { fields { name } } } }",
        "MaxIntrospectionDepth 1:3")]
    [InlineData("{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { name } }", "")]
    [InlineData(
        "{ __schema { types { ...A fields { type { ...A } } } } } fragment A on __Type { fields { type { fields { name } } } }",
        "MaxIntrospectionDepth 1:3")]
    [InlineData(
        "{ __schema { types { ... { fields { type { ... on __Type { fields { type { ...A } } } } } } } } } fragment A on __Type { possibleTypes { name } }",
        "MaxIntrospectionDepth 1:3")]
    [InlineData("{ __schema { types { fields { args { type { enumValues { name } } } } } directives { args { type { name } } } } }", "")]
    [InlineData("{ __schema { types { ...A } } } fragment A on __Type { ofType { ...A } }", "NoFragmentCycles 1:65")]
    [InlineData("{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...A } } }", "MaxIntrospectionDepth 1:3; NoFragmentCycles 1:72")]
    [InlineData(
        "{ __schema { queryType { fields { type { fields { type { name } } } } } types { fields { name } } } __type(name: \"X\") { fields { type { fields { type { fields { name } } } } } } }",
        "MaxIntrospectionDepth 1:101")]
    [InlineData("{ person(id: 1) { friends { friends { friends { friends { name } } } } } }", "")]
    [InlineData(
        "{ __schema { __type { interfaces { interfaces { interfaces { name } } } } } }",
        "FieldsOnCorrectType 1:14; MaxIntrospectionDepth 1:3")]
    [InlineData("{ fields: sum(a: 1, b: 2) }", "")]
    public void Introspection_is_at_most_two_lists_deep(string document, string expected) => Assert.Equal(expected, Verdict.Of(document));
}
