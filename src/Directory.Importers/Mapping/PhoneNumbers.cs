namespace CenterDirectory.Importers.Mapping;

/// <summary>Telephone numbers as E.164; an extension is kept as in RFC 3966: <c>+74232000000;ext=12</c>.</summary>
internal static class PhoneNumbers
{
    private static readonly string[] ExtensionWords = ["доб.", "доб", "ext.", "ext", "вн.", "вн", "#"];

    /// <summary>Reads a number of Russia, or of any country if it begins with a plus.</summary>
    public static bool TryRead(string text, out string? number)
    {
        var (main, extension) = SplitExtension(text);
        Span<char> digits = stackalloc char[16];
        number = null;
        if (ReadDigits(main, digits) is not { } length || (extension is not null && extension.Length is 0 or > 7))
        {
            return false;
        }

        var read = digits[..length];
        var isInternational = main.AsSpan().TrimStart("( ").StartsWith("+", StringComparison.Ordinal);
        var whole = (isInternational, read.Length, read.IsEmpty ? ' ' : read[0]) switch
        {
            // «+8 (495)» is a slip for either way to write a Russian number.
            (true, 11, '8') => string.Concat("+7", read[1..]),
            (true, >= 8 and <= 15, _) => string.Concat("+", read),
            (false, 11, '7' or '8') => string.Concat("+7", read[1..]),
            (false, 10, >= '3') => string.Concat("+7", read),
            _ => null,
        };
        number = whole is null || extension is null ? whole : $"{whole};ext={extension}";
        return whole is not null;
    }

    private static (string Main, string? Extension) SplitExtension(string text)
    {
        foreach (var word in ExtensionWords)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                var extension = string.Concat(text[(at + word.Length)..].Where(char.IsAsciiDigit));
                return (text[..at].TrimEnd(' ', '\u00A0', ',', '(', ';'), extension);
            }
        }

        return (text, null);
    }

    private static int? ReadDigits(string text, Span<char> digits)
    {
        var length = 0;
        foreach (var symbol in text)
        {
            if (char.IsAsciiDigit(symbol))
            {
                if (length == digits.Length)
                {
                    return null;
                }

                digits[length++] = symbol;
            }
            else if (!char.IsWhiteSpace(symbol) && symbol is not ('+' or '-' or '(' or ')' or '.' or '–' or '—' or '‑' or '‐'))
            {
                return null;
            }
        }

        return length;
    }
}
