namespace CenterDirectory.GraphQL.Language;

/// <summary>Kind of a lexical token (2.1.6); comments and other ignored text never become tokens.</summary>
internal enum TokenKind
{
    End,
    Bang,
    Dollar,
    Ampersand,
    ParenLeft,
    ParenRight,
    Spread,
    Colon,
    EqualsSign,
    At,
    BracketLeft,
    BracketRight,
    BraceLeft,
    Pipe,
    BraceRight,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="Text">A name or number as written, the unescaped value of a string, empty for punctuation.</param>
internal readonly record struct Token(TokenKind Kind, int Start, string Text)
{
    private const int LongestQuote = 40;

    /// <summary>The token in the words of an error message.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.Name => $"the name \"{Quote()}\"",
        TokenKind.Int or TokenKind.Float => $"the number {Quote()}",
        TokenKind.String or TokenKind.BlockString => "a string",
        _ => Describe(Kind),
    };

    /// <summary>A kind of token in the words of an error message.</summary>
    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.End => "the end of the document",
        TokenKind.Name => "a name",
        TokenKind.Int => "a whole number",
        TokenKind.Float => "a number",
        TokenKind.String or TokenKind.BlockString => "a string",
        TokenKind.Spread => "\"...\"",
        _ => $"\"{Punctuator(kind)}\"",
    };

    private static char Punctuator(TokenKind kind) => kind switch
    {
        TokenKind.Bang => '!',
        TokenKind.Dollar => '$',
        TokenKind.Ampersand => '&',
        TokenKind.ParenLeft => '(',
        TokenKind.ParenRight => ')',
        TokenKind.Colon => ':',
        TokenKind.EqualsSign => '=',
        TokenKind.At => '@',
        TokenKind.BracketLeft => '[',
        TokenKind.BracketRight => ']',
        TokenKind.BraceLeft => '{',
        TokenKind.Pipe => '|',
        TokenKind.BraceRight => '}',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a punctuator."),
    };

    private string Quote() => Text.Length <= LongestQuote ? Text : string.Concat(Text.AsSpan(0, LongestQuote), "…");
}
