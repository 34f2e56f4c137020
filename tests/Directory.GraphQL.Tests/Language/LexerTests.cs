using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n,,\uFEFF # nothing but a comment", "")]
    [InlineData(
        "! $ & ( ) ... : = @ [ ] { | }",
        "Bang Dollar Ampersand ParenLeft ParenRight Spread Colon EqualsSign At BracketLeft BracketRight BraceLeft Pipe BraceRight")]
    [InlineData("name _name n4me __4", "Name:name Name:_name Name:n4me Name:__4")]
    [InlineData("a#b\nc#d\re#f\r\ng", "Name:a Name:c Name:e Name:g")]
    [InlineData("a,b,,c", "Name:a Name:b Name:c")]
    [InlineData("\uFEFFa\uFEFFb", "Name:a Name:b")]
    [InlineData("0 -0 7 -12 90071992547409930", "Int:0 Int:-0 Int:7 Int:-12 Int:90071992547409930")]
    [InlineData("0.0 -1.5 1e9 1E-9 0.1e+10 -1.0E0", "Float:0.0 Float:-1.5 Float:1e9 Float:1E-9 Float:0.1e+10 Float:-1.0E0")]
    [InlineData("1-2", "Int:1 Int:-2")]
    [InlineData("1\"a\"", "Int:1 String:a")]
    [InlineData("# \u0439 \U0001F600 is fine in a comment\na", "Name:a")]
    public void Cuts_a_text_into_tokens(string source, string expected) => Assert.Equal(expected, Describe(Read(source)));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white \t space \"", " white \t space ")]
    [InlineData("\"quote \\\"\"", "quote \"")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\"", "escaped \n\r\b\t\f")]
    [InlineData("\"slashes \\\\ \\/\"", "slashes \\ /")]
    [InlineData("\"\\u1234\\u5678\\u90AB\\uCDEF\"", "\u1234\u5678\u90AB\uCDEF")]
    [InlineData("\"\\u00e9\\u00E9\"", "\u00E9\u00E9")]
    [InlineData("\"\\u0000\"", "\0")]
    [InlineData("\"\\u{41}\\u{1F600}\\u{10FFFF}\"", "A\U0001F600\U0010FFFF")]
    [InlineData("\"\\u{00000000041}\"", "A")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("\"\\uDBFF\\uDFFF\"", "\U0010FFFF")]
    [InlineData("\"\U0001F600 raw\"", "\U0001F600 raw")]
    [InlineData("\"\u2028 \u0007 \uFEFF\"", "\u2028 \u0007 \uFEFF")]
    [InlineData("\"# no comment\"", "# no comment")]
    public void Unescapes_strings(string source, string expected)
    {
        var token = Assert.Single(Read(source));
        Assert.Equal(TokenKind.String, token.Kind);
        Assert.Equal(expected, token.Text);
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" three\"\"\"", "contains \"\"\" three")]
    [InlineData("\"\"\"\\\\\"\"\"\"\"\"", "\\\"\"\"")]
    [InlineData("\"\"\"multi\nline\"\"\"", "multi\nline")]
    [InlineData("\"\"\"a\rb\r\nc\n\nd\"\"\"", "a\nb\nc\n\nd")]
    [InlineData("\"\"\"unescaped \\n\\u1234 \\u{41}\"\"\"", "unescaped \\n\\u1234 \\u{41}")]
    [InlineData("\"\"\"\U0001F600\"\"\"", "\U0001F600")]
    [InlineData("\"\"\"\n\n  spans\n    several\n  lines\n\n\"\"\"", "spans\n  several\nlines")]
    public void Reads_block_strings(string source, string expected)
    {
        var token = Assert.Single(Read(source));
        Assert.Equal(TokenKind.BlockString, token.Kind);
        Assert.Equal(expected, token.Text);
    }

    [Theory]
    [InlineData("..", 0)]
    [InlineData("a.b", 1)]
    [InlineData(".5", 0)]
    [InlineData("?", 0)]
    [InlineData("a ^", 2)]
    [InlineData("'a'", 0)]
    [InlineData("\u0439", 0)]
    [InlineData("\0", 0)]
    [InlineData("\u00A0", 0)]
    [InlineData("\U0001F600", 0)]
    [InlineData("<high>", 0)]
    [InlineData("<low><high>", 0)]
    public void Refuses_other_characters_between_tokens(string source, int offset) => AssertFails(source, offset);

    [Theory]
    [InlineData("# a<high>b", 3)]
    [InlineData("# <low>", 2)]
    public void Refuses_nul_and_lone_surrogates_in_comments(string source, int offset) => AssertFails(source, offset);

    [Theory]
    [InlineData("00", 1)]
    [InlineData("01", 1)]
    [InlineData("-01", 2)]
    [InlineData("01.23", 1)]
    [InlineData("+1", 0)]
    [InlineData("-", 1)]
    [InlineData("-A", 1)]
    [InlineData("--1", 1)]
    [InlineData("1.", 2)]
    [InlineData("1e", 2)]
    [InlineData("1E+", 3)]
    [InlineData("1.0e", 4)]
    [InlineData("1.A", 2)]
    [InlineData("1.a", 2)]
    [InlineData("1.e1", 2)]
    [InlineData("1.2.3", 3)]
    [InlineData("1.2e3.4", 5)]
    [InlineData("1.23.{}", 4)]
    [InlineData("1...", 2)]
    [InlineData("0xF", 1)]
    [InlineData("0b10", 1)]
    [InlineData("123abc", 3)]
    [InlineData("1_234", 1)]
    [InlineData("1.5f", 3)]
    [InlineData("1e5e", 3)]
    public void Refuses_numbers_that_only_look_like_ones(string source, int offset) => AssertFails(source, offset);

    [Theory]
    [InlineData("\"", 1)]
    [InlineData("\"no end", 7)]
    [InlineData("\"no\nend\"", 3)]
    [InlineData("\"no\rend\"", 3)]
    [InlineData("\"no end\\\"", 9)]
    [InlineData("\"lone <high>\"", 6)]
    [InlineData("\"lone <low>\"", 6)]
    [InlineData("\"swapped <low><high>\"", 9)]
    [InlineData("\"bad \\z\"", 5)]
    [InlineData("\"bad \\U0041\"", 5)]
    [InlineData("\"bad \\", 5)]
    [InlineData("\"bad \\u1\"", 5)]
    [InlineData("\"bad \\u0XX1\"", 5)]
    [InlineData("\"bad \\u123", 5)]
    [InlineData("\"bad \\u{}\"", 5)]
    [InlineData("\"bad \\u{41\"", 5)]
    [InlineData("\"bad \\u{110000}\"", 5)]
    [InlineData("\"bad \\u{FFFFFFFFFFFFFFFF}\"", 5)]
    [InlineData("\"bad \\u{G}\"", 5)]
    [InlineData("\"bad \\u{D83D}\"", 5)]
    [InlineData("\"bad \\u{D83D}\\u{DE00}\"", 5)]
    [InlineData("\"bad \\uD83D\"", 5)]
    [InlineData("\"bad \\uDE00\"", 5)]
    [InlineData("\"bad \\uD83Dx\"", 5)]
    [InlineData("\"bad \\uD83D\\u{DE00}\"", 5)]
    [InlineData("\"bad \\uD83D\\uD83D\"", 5)]
    public void Refuses_broken_strings(string source, int offset) => AssertFails(source, offset);

    [Theory]
    [InlineData("\"\"\"", 3)]
    [InlineData("\"\"\"no end", 9)]
    [InlineData("\"\"\"no end\"\"", 11)]
    [InlineData("\"\"\"no end\\\"\"\"", 13)]
    [InlineData("\"\"\"lone <high>\"\"\"", 8)]
    public void Refuses_broken_block_strings(string source, int offset) => AssertFails(source, offset);

    [Fact]
    public void Stays_at_the_end()
    {
        var lexer = new Lexer("a");
        lexer.Next();
        Assert.Equal(TokenKind.End, lexer.Next().Kind);
        Assert.Equal(new Token(TokenKind.End, 1, ""), lexer.Next());
    }

    [Fact]
    public void Names_the_character_it_cannot_read() =>
        Assert.Contains("U+1F600", Assert.Throws<GraphQLSyntaxException>(() => Read("\U0001F600")).Message, StringComparison.Ordinal);

    [Fact]
    public void Knows_where_each_token_starts() =>
        Assert.Equal([1, 3, 9, 12], Read("\uFEFFa \"b\\n\" ...{").Select(token => token.Start));

    /// <summary>Halves of a surrogate pair are written in words: an attribute cannot hold them.</summary>
    private static void AssertFails(string source, int offset)
    {
        var text = source.Replace("<high>", "\uD83D", StringComparison.Ordinal).Replace("<low>", "\uDE00", StringComparison.Ordinal);
        var exception = Assert.Throws<GraphQLSyntaxException>(() => Read(text));
        Assert.Equal(offset, exception.Offset);
        Assert.Equal("GRAPHQL_PARSE_FAILED", exception.Code);
    }

    private static List<Token> Read(string source)
    {
        var lexer = new Lexer(source);
        var tokens = new List<Token>();
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private static string Describe(IEnumerable<Token> tokens) =>
        string.Join(' ', tokens.Select(token => token.Text.Length == 0 ? $"{token.Kind}" : $"{token.Kind}:{token.Text}"));
}
