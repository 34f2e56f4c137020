using System.Buffers;
using System.Text;

namespace CenterDirectory.GraphQL.Language;

/// <summary>Cuts a document into tokens (2.1), one at a time.</summary>
internal ref partial struct Lexer(string source)
{
    private int position;

    /// <summary>The next token; <see cref="TokenKind.End"/> again and again at the end.</summary>
    public Token Next()
    {
        SkipIgnored();
        var c = Peek(0);
        return c switch
        {
            '\0' when position >= source.Length => new Token(TokenKind.End, source.Length, ""),
            '!' => Punctuator(TokenKind.Bang),
            '$' => Punctuator(TokenKind.Dollar),
            '&' => Punctuator(TokenKind.Ampersand),
            '(' => Punctuator(TokenKind.ParenLeft),
            ')' => Punctuator(TokenKind.ParenRight),
            ':' => Punctuator(TokenKind.Colon),
            '=' => Punctuator(TokenKind.EqualsSign),
            '@' => Punctuator(TokenKind.At),
            '[' => Punctuator(TokenKind.BracketLeft),
            ']' => Punctuator(TokenKind.BracketRight),
            '{' => Punctuator(TokenKind.BraceLeft),
            '|' => Punctuator(TokenKind.Pipe),
            '}' => Punctuator(TokenKind.BraceRight),
            '.' => ReadSpread(),
            '"' => StartsWithQuotes(position) ? ReadBlockString() : ReadString(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ when IsNameStart(c) => ReadName(),
            _ => throw Unexpected(),
        };
    }

    /// <summary>White space, line ends, commas, byte order marks and comments (2.1.7) mean nothing between tokens.</summary>
    private void SkipIgnored()
    {
        while (position < source.Length)
        {
            switch (source[position])
            {
                case ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF':
                    position++;
                    break;
                case '#':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipComment()
    {
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            SkipCharacter("a comment");
        }
    }

    private Token Punctuator(TokenKind kind) => new(kind, position++, "");

    private Token ReadSpread()
    {
        if (Peek(1) == '.' && Peek(2) == '.')
        {
            var start = position;
            position += 3;
            return new Token(TokenKind.Spread, start, "");
        }

        throw Error(position, char.IsAsciiDigit(Peek(1))
            ? "A number cannot begin with a dot; write a digit in front of it, e.g. 0.5."
            : "A dot stands only in numbers and, three in a row, in front of a fragment: \"...\".");
    }

    private Token ReadName()
    {
        var start = position;
        while (IsNameStart(Peek(0)) || char.IsAsciiDigit(Peek(0)))
        {
            position++;
        }

        return new Token(TokenKind.Name, start, source[start..position]);
    }

    /// <summary>2.9.1 and 2.9.2: no leading zeros, digits on both sides of the dot, no name or dot directly behind.</summary>
    private Token ReadNumber()
    {
        var start = position;
        var kind = TokenKind.Int;
        Accept('-');
        if (Accept('0'))
        {
            if (char.IsAsciiDigit(Peek(0)))
            {
                throw Error(position, "A number has no leading zeros; write 7 instead of 07.");
            }
        }
        else
        {
            SkipDigits();
        }

        if (Accept('.'))
        {
            kind = TokenKind.Float;
            SkipDigits();
        }

        if (Accept('e') || Accept('E'))
        {
            kind = TokenKind.Float;
            _ = Accept('+') || Accept('-');
            SkipDigits();
        }

        if (Peek(0) == '.' || IsNameStart(Peek(0)))
        {
            throw Error(position, $"A number cannot be followed directly by {Here()}; write a space between them, or a decimal number.");
        }

        return new Token(kind, start, source[start..position]);
    }

    private void SkipDigits()
    {
        if (!char.IsAsciiDigit(Peek(0)))
        {
            throw Error(position, $"A number needs a digit here, found {Here()}.");
        }

        while (char.IsAsciiDigit(Peek(0)))
        {
            position++;
        }
    }

    private bool Accept(char expected)
    {
        var accepted = Peek(0) == expected;
        position += accepted ? 1 : 0;
        return accepted;
    }

    /// <summary>Strings and comments hold any Unicode scalar value (2.1).</summary>
    private void SkipCharacter(string place)
    {
        if (Rune.DecodeFromUtf16(source.AsSpan(position), out _, out var length) != OperationStatus.Done)
        {
            throw Error(position, $"Found {Here()}, which cannot stand in {place}; remove it or write it as an escape.");
        }

        position += length;
    }

    /// <summary>NUL stands for the end: it is no part of any token but strings, which do not ask here.</summary>
    private readonly char Peek(int ahead) => position + ahead < source.Length ? source[position + ahead] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private readonly GraphQLSyntaxException Unexpected() => Error(position, Peek(0) == '\''
        ? "A string stands between double quotes, not single ones."
        : $"Found {Here()}; only names, numbers, strings and punctuation stand outside strings and comments.");

    /// <summary>The character at the position in the words of an error message.</summary>
    private readonly string Here()
    {
        if (position >= source.Length)
        {
            return "the end of the document";
        }

        var isScalar = Rune.DecodeFromUtf16(source.AsSpan(position), out var rune, out _) == OperationStatus.Done;
        var code = isScalar ? rune.Value : source[position];
        return code is > 0x20 and < 0x7F ? $"\"{(char)code}\"" : $"the character U+{code:X4}";
    }

    private readonly GraphQLSyntaxException Error(int offset, string message) => new(source, offset, message);
}
