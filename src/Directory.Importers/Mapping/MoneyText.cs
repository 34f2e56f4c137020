using System.Globalization;
using System.Text.RegularExpressions;
using CenterDirectory.Importers.Formats;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// Sums in roubles as tables of grants hold them: <c>300000</c>, <c>3 000 000</c>, <c>2 000 000,00</c>, <c>600 000р.</c>,
/// <c>650 тыс.</c>, <c>1 млн. 500 тыс.</c>, and <c>942.916</c>, where a point or a comma before three digits parts thousands.
/// </summary>
internal static partial class MoneyText
{
    private const int LongestText = 60;

    // The currency, and what a keyboard left behind it, say nothing. One part may be read in many ways, so nothing is tried twice.
    private static readonly Regex Sum = new(
        """^\s*(?<parts>\d[\d\s.,]*(тыс|млн|млрд)?[.\s]*(\d[\d\s.,]*(тыс|млн)?[.\s]*)*)(рублей|рубля|рубль|руб|р|₽)?[\s.=═*]*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>The sum as JSON writes it.</summary>
    public static bool TryRead(string text, out string? money)
    {
        var isSum = TryReadSum(text, out var sum);
        money = isSum ? sum.ToString("0.##", CultureInfo.InvariantCulture) : null;
        return isSum;
    }

    /// <summary>The sum.</summary>
    public static bool TryReadSum(string text, out decimal sum)
    {
        sum = 0;
        var match = text.Length <= LongestText ? Sum.Match(text) : Match.Empty;
        if (!match.Success)
        {
            return false;
        }

        var total = 0m;
        var smallest = decimal.MaxValue;
        foreach (Match part in Part().Matches(match.Groups["parts"].Value))
        {
            var factor = FactorOf(part.Groups["unit"].Value);
            // «1 млн. 500 тыс.» goes down; anything else is two sums in one cell.
            if (factor >= smallest || !TryReadNumber(part.Groups["number"].Value, factor, out var number) || number > (decimal.MaxValue - total) / factor)
            {
                return false;
            }

            (total, smallest) = (total + (number * factor), factor);
        }

        sum = total;
        return true;
    }

    private static decimal FactorOf(string unit) => unit switch
    {
        "" => 1m,
        _ when unit.StartsWith("тыс", StringComparison.OrdinalIgnoreCase) => 1_000m,
        _ when unit.StartsWith("млн", StringComparison.OrdinalIgnoreCase) => 1_000_000m,
        _ => 1_000_000_000m,
    };

    private static bool TryReadNumber(string text, decimal factor, out decimal number)
    {
        var plain = CellText.Collapse(text);
        if (factor == 1 && Thousands().IsMatch(plain))
        {
            plain = string.Concat(plain.Where(char.IsAsciiDigit));
        }

        plain = plain.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex("""(?<number>\d([\d\s.,]*\d)?)\s*(?<unit>тыс|млн|млрд)?""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex("""^[1-9]\d{0,2}([ .,]\d{3})+$""", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
