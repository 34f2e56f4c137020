namespace CenterDirectory.Data.Values;

/// <summary>What the numbers of the state registers have in common: digits only, of a few lengths, with zeros that spreadsheets lose.</summary>
internal static class CheckedDigits
{
    private const int Longest = 16;

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
        var (zeros, most, up, down, inTurn) = (0, 0, 0, 0, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            zeros = digits[i] == '0' ? zeros + 1 : 0;
            most = Math.Max(most, zeros);
            // Behind 9 comes 0.
            var step = i == 0 ? 0 : digits[i] - digits[i - 1];
            (up, down) = (up + (step is 1 or -9 ? 1 : 0), down + (step is -1 or 9 ? 1 : 0));
            inTurn += i > 1 && digits[i] == digits[i - 2] ? 1 : 0;
        }

        // The last one may be made to fit. A region that ends in 0 stands before the zeros of a low serial.
        var tooMany = digits.Length switch { 10 => 7, 15 => 10, _ => 8 };
        return most >= tooMany || inTurn >= digits.Length - 3 || Math.Max(up, down) >= digits.Length - 2;
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
