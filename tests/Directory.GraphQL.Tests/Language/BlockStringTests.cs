using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \n \t \n", "")]
    [InlineData("one", "one")]
    [InlineData("\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\n\n    first\n    second\n\n\n", "first\nsecond")]
    [InlineData("    first keeps its indent\n      second\n    third", "    first keeps its indent\n  second\nthird")]
    [InlineData("\n  a\n\n b", " a\n\nb")]
    [InlineData("\n\ta\n\t\tb", "a\n\tb")]
    [InlineData("\n \ta\n  b", "a\nb")]
    [InlineData("\n  trailing  \n  spaces stay \t", "trailing  \nspaces stay \t")]
    [InlineData("\n    a\n      \n    b", "a\n  \nb")]
    [InlineData("\n    a\n \n    b", "a\n\nb")]
    [InlineData("a\r\n  b\r  c\n  d", "a\nb\nc\nd")]
    [InlineData("\n\u00A0\u00A0no-break space is text", "\u00A0\u00A0no-break space is text")]
    [InlineData("a \\\"\"\" b \\\\\"\"\" c \\n", "a \"\"\" b \\\"\"\" c \\n")]
    public void Parse_takes_the_common_indent_and_blank_ends_away(string raw, string expected) => Assert.Equal(expected, BlockString.Parse(raw));

    [Theory]
    [InlineData("", "\"\"\"\"\"\"")]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("two\nlines", "\"\"\"\ntwo\nlines\n\"\"\"")]
    [InlineData(" leading space", "\"\"\" leading space\"\"\"")]
    [InlineData("a\n  b", "\"\"\"\na\n  b\n\"\"\"")]
    [InlineData("ends in \"", "\"\"\"\nends in \"\n\"\"\"")]
    [InlineData(" both \"", "\"\"\" both \"\n\"\"\"")]
    [InlineData("ends in \\", "\"\"\"\nends in \\\n\"\"\"")]
    [InlineData("has \"\"\" quotes", "\"\"\"has \\\"\"\" quotes\"\"\"")]
    [InlineData("ends in \"\"\"", "\"\"\"\nends in \\\"\"\"\n\"\"\"")]
    [InlineData(
        "a text that is a little too long to stand beside its quotes on one line",
        "\"\"\"\na text that is a little too long to stand beside its quotes on one line\n\"\"\"")]
    public void Print_is_undone_by_Parse(string value, string expected)
    {
        var printed = BlockString.Print(value);

        Assert.Equal(expected, printed);
        Assert.Equal(value, BlockString.Parse(printed[3..^3]));
    }
}
