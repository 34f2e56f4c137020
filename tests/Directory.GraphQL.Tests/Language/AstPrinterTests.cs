using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class AstPrinterTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1E+5", "1E+5")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("NAME_ASC", "NAME_ASC")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"\\u0007\\u007F\\u00A0\\u00E9\\n\\t\\r\\b\\f\\\"\\\\/\"", "\"\\u0007\\u007F\u00A0\u00E9\\n\\t\\r\\b\\f\\\"\\\\/\"")]
    [InlineData("\"\"\"a\n   b\"\"\"", "\"\"\"\na\nb\n\"\"\"")]
    [InlineData("[]", "[]")]
    [InlineData("[1,2 , [3]]", "[1, 2, [3]]")]
    [InlineData("{}", "{  }")]
    [InlineData("{a:1,b:{c:[X]}}", "{ a: 1, b: { c: [X] } }")]
    [InlineData(
        "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" {b:\"cccccccccccccccccccccccccccccccccccc\"}]",
        "[\n  \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\n  { b: \"cccccccccccccccccccccccccccccccccccc\" }\n]")]
    [InlineData(
        "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:[1] bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb:{c:\"\"\"x\ny\"\"\"}}",
        "{\n  aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: [1]\n  bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: { c: \"\"\"\n  x\n  y\n  \"\"\" }\n}")]
    public void Prints_values_as_the_reference_implementation_does(string source, string expected) =>
        Assert.Equal(expected, AstPrinter.Print(Parser.ParseValue(source)));

    [Fact]
    public void Prints_variables()
    {
        var document = Parser.Parse("query ($a: [Int!]!) { f(x: [$a]) }", ParserLimits.Default);
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);

        Assert.Equal("[$a]", AstPrinter.Print(field.Arguments[0].Value));
    }

    [Theory]
    [InlineData("Int")]
    [InlineData("Int!")]
    [InlineData("[[Int!]]!")]
    public void Prints_types(string type) => Assert.Equal(type, AstPrinter.Print(Parser.ParseType(type)));
}
