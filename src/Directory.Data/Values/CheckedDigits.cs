namespace CenterDirectory.Data.Values;

/// <summary>What the numbers of the state registers have in common: digits only, of a few lengths, with zeros that spreadsheets lose.</summary>
internal static class CheckedDigits
{
    /// <summary>The digits of a text that may be grouped with white space, or null if anything else is in it.</summary>
    public static string? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<char> digits = stackalloc char[16];
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
