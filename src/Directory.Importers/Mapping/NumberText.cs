using System.Globalization;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Numbers as Russian tables write them: <c>3 000 000</c>, <c>2 000 000,00</c>, <c>600 000 р.</c>, <c>650 тыс.</c></summary>
internal static class NumberText
{
    private static readonly (string Word, decimal Factor)[] Units =
    [
        ("тыс", 1_000m), ("млн", 1_000_000m), ("млрд", 1_000_000_000m),
    ];

    private static readonly string[] Currencies = ["рублей", "рубля", "рубль", "руб.", "руб", "р.", "р", "₽"];

    /// <summary>The number as JSON writes it.</summary>
    public static bool TryRead(string text, out string? number)
    {
        number = null;
        var rest = text.AsSpan().Trim();
        foreach (var currency in Currencies)
        {
            if (rest.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[..^currency.Length].TrimEnd();
                break;
            }
        }

        var factor = TakeUnit(ref rest);
        if (!TryReadPlain(rest, out var value) || Math.Abs(value) > decimal.MaxValue / factor)
        {
            return false;
        }

        number = Write(value * factor);
        return true;
    }

    private static decimal TakeUnit(ref ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd('.');
        foreach (var (word, factor) in Units)
        {
            if (bare.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = bare[..^word.Length].TrimEnd();
                return factor;
            }
        }

        return 1;
    }

    private static bool TryReadPlain(ReadOnlySpan<char> text, out decimal value)
    {
        Span<char> plain = stackalloc char[40];
        var length = 0;
        foreach (var symbol in text)
        {
            if (char.IsWhiteSpace(symbol))
            {
                continue;
            }

            if (length == plain.Length)
            {
                value = 0;
                return false;
            }

            plain[length++] = symbol is ',' ? '.' : symbol is '−' or '–' ? '-' : symbol;
        }

        return decimal.TryParse(
            plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static string Write(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
