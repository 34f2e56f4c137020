namespace CenterDirectory.Data.Search;

/// <summary>Numbers as registers write them and as people type them: ОГРН, ИНН, telephone.</summary>
internal static class SearchNumbers
{
    /// <summary>The shortest number that is one even in groups.</summary>
    public const int MinimumLength = 9;

    /// <summary>The longest one, an ОГРНИП.</summary>
    public const int MaximumLength = 15;

    private const int NationalLength = 10;

    /// <summary>Whether a text is a number in groups: digits, and what stands between them.</summary>
    public static bool IsNumber(string text)
    {
        var digits = 0;
        foreach (var symbol in text)
        {
            if (char.IsAsciiDigit(symbol))
            {
                digits++;
            }
            else if (!IsSeparator(symbol))
            {
                return false;
            }
        }

        return digits is >= MinimumLength and <= MaximumLength;
    }

    /// <summary>What may stand between the digits of one number.</summary>
    public static bool IsSeparator(char symbol) => symbol is ' ' or '\u00A0' or '\u202F' or '-' or '–' or '‑' or '(' or ')' or '+' or '.' or '/';

    /// <summary>How many of the last digits of a telephone stand in the index: without its prefix, and without its area too.</summary>
    public static ReadOnlySpan<int> FormsOfTelephone => [NationalLength, 7, 6];

    /// <summary>The forms in which a number stands in the index.</summary>
    public static IEnumerable<string> FormsOf(string digits) =>
        IsTelephone(digits.Length, digits.FirstOrDefault()) ? FormsOfTelephone.ToArray().Select(length => digits[^length..]) : [digits];

    /// <summary>Whether a number is a telephone, by how many digits it has and the first of them.</summary>
    public static bool IsTelephone(int length, char first) => length == NationalLength + 1 && first is '7' or '8';

    /// <summary>The forms that one looks for: with the zero that a spreadsheet took, a telephone without its prefix.</summary>
    public static IEnumerable<string> FormsOfTyped(string digits)
    {
        yield return digits;
        if (IsTelephone(digits.Length, digits.FirstOrDefault()))
        {
            yield return digits[^NationalLength..];
        }

        if (digits.Length is 9 or 11 or 12 or 14)
        {
            yield return "0" + digits;
        }
    }
}
