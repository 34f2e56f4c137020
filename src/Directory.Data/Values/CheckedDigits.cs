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

    /// <summary>Somebody had to write something: zeros, one or two digits all along, or digits that follow one another. Check digits are often right by chance.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> digits)
    {
        const int FewDigits = 2;
        var noSerial = digits.Length - 6;
        var (seen, zeros, up, down) = (0, 0, 0, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            seen |= 1 << (digits[i] - '0');
            zeros = digits[i] == '0' ? zeros + 1 : 0;
            var step = i == 0 ? 0 : (digits[i] - digits[i - 1] + 10) % 10;
            (up, down) = (up + (step == 1 ? 1 : 0), down + (step == 9 ? 1 : 0));
            if (zeros >= noSerial)
            {
                return true;
            }
        }

        // The last one may be made to fit.
        return int.PopCount(seen) <= FewDigits || Math.Max(up, down) >= digits.Length - 2;
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
