using System.Text;

namespace CenterDirectory.GraphQL.Language;

internal ref partial struct Lexer
{
    private Token ReadString()
    {
        var start = position++;
        StringBuilder? unescaped = null;
        var copied = position;
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            switch (source[position])
            {
                case '"':
                    var rest = source.AsSpan(copied, position++ - copied);
                    return new Token(TokenKind.String, start, unescaped is null ? rest.ToString() : unescaped.Append(rest).ToString());
                case '\\':
                    unescaped ??= new StringBuilder();
                    unescaped.Append(source, copied, position - copied);
                    ReadEscape(unescaped);
                    copied = position;
                    break;
                default:
                    SkipCharacter("a string");
                    break;
            }
        }

        throw Error(position, "The string is not closed on its line; close it with a quote, or use three quotes for several lines.");
    }

    private void ReadEscape(StringBuilder unescaped)
    {
        if (Peek(1) == 'u')
        {
            unescaped.Append(Peek(2) == '{' ? ReadBracedEscape() : ReadFixedEscape());
            return;
        }

        unescaped.Append(Peek(1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(position, "Behind a backslash a string has one of \" \\ / b f n r t or u; write \\\\ for a backslash itself."),
        });
        position += 2;
    }

    /// <summary><c>\u{…}</c> with any number of hexadecimal digits.</summary>
    private string ReadBracedEscape()
    {
        const int first = 3;
        var size = first;
        var code = 0;
        while (char.IsAsciiHexDigit(Peek(size)) && code <= char.MaxValue << 4)
        {
            code = (code << 4) | HexValue(Peek(size++));
        }

        if (size == first || Peek(size) != '}' || !Rune.IsValid(code))
        {
            throw InvalidEscape();
        }

        position += size + 1;
        return new Rune(code).ToString();
    }

    /// <summary><c>\uXXXX</c>; a character beyond the basic plane is two of them.</summary>
    private string ReadFixedEscape()
    {
        const int size = 6;
        var code = HexAt(2);
        if (Rune.IsValid(code))
        {
            position += size;
            return ((char)code).ToString();
        }

        var low = Peek(size) == '\\' && Peek(size + 1) == 'u' ? HexAt(size + 2) : -1;
        if (code >= 0 && low >= 0 && Rune.TryCreate((char)code, (char)low, out var rune))
        {
            position += 2 * size;
            return rune.ToString();
        }

        throw InvalidEscape();
    }

    /// <summary>The value of four hexadecimal digits, or -1.</summary>
    private readonly int HexAt(int ahead)
    {
        var code = 0;
        for (var i = ahead; i < ahead + 4; i++)
        {
            if (!char.IsAsciiHexDigit(Peek(i)))
            {
                return -1;
            }

            code = (code << 4) | HexValue(Peek(i));
        }

        return code;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private Token ReadBlockString()
    {
        var start = position;
        var content = position += 3;
        while (position < source.Length)
        {
            if (StartsWithQuotes(position))
            {
                var value = BlockString.Parse(source[content..position]);
                position += 3;
                return new Token(TokenKind.BlockString, start, value);
            }

            if (source[position] == '\\' && StartsWithQuotes(position + 1))
            {
                position += 4;
            }
            else
            {
                SkipCharacter("a string");
            }
        }

        throw Error(position, "The block string is not closed; close it with three quotes.");
    }

    private readonly bool StartsWithQuotes(int offset) => source.AsSpan(offset).StartsWith("\"\"\"", StringComparison.Ordinal);

    private readonly GraphQLSyntaxException InvalidEscape() => Error(
        position, "A Unicode escape is \\uXXXX (two of them for a surrogate pair) or \\u{X…}, and names a Unicode scalar value.");
}
