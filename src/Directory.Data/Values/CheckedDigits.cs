namespace CenterDirectory.Data.Values;

/// <summary>What the numbers of the state registers have in common: digits only, of a few lengths, with zeros that spreadsheets lose.</summary>
internal static class CheckedDigits
{
    private const int Longest = 16;

    private const string Zeros = "0000000000";

    /// <summary>The digits of a text that may be grouped with white space, or null if anything else is in it.</summary>
    public static string? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length is > 0 and <= Longest && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return text;
        }

        Span<char> digits = stackalloc char[Longest];
        var length = 0;
        foreach (var symbol in text)
        {
            if (char.IsWhiteSpace(symbol))
            {
                continue;
            }

            if (!char.IsAsciiDigit(symbol) || length == digits.Length)
            {
                return null;
            }

            digits[length++] = symbol;
        }

        return length == 0 ? null : new string(digits[..length]);
    }

    /// <summary>Somebody had to write something: one digit all along, two in turn, digits that follow one another, more zeros than a serial has. Check digits are often right by chance.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> digits)
    {
        // A region that ends in 0 stands before the zeros of a low serial.
        var tooMany = digits.Length switch { 10 => 7, 15 => 10, _ => 8 };
        return digits.IndexOf(Zeros.AsSpan(0, tooMany)) >= 0 || Follow(digits, 2, 0) || Follow(digits, 1, 1) || Follow(digits, 1, -1);
    }

    /// <summary>Whether each digit follows from the one some places before by a step; behind 9 comes 0. The last one may be made to fit.</summary>
    private static bool Follow(ReadOnlySpan<char> digits, int distance, int step)
    {
        var others = 0;
        for (var i = distance; i < digits.Length && others <= 1; i++)
        {
            others += (digits[i] - digits[i - distance] - step) % 10 == 0 ? 0 : 1;
        }

        return others <= 1;
    }

    public static int WeightedSum(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }
}
