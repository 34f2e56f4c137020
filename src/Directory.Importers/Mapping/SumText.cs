using System.Text.RegularExpressions;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// Exact sums: <c>500 000,00 руб.</c>, <c>1 млн. 500 тыс.</c>, <c>10 000 USD</c>, <c>€ 500</c>. Without a currency they are roubles. A sum of
/// parts of a kopeck is none.
/// </summary>
internal static partial class SumText
{
    private const string Rouble = "RUB";
    private const int LongestText = 80;

    /// <summary>Currencies of a hundred minor units that are met in tables of grants.</summary>
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        [Rouble] = Rouble, ["RUR"] = Rouble, ["USD"] = "USD", ["$"] = "USD", ["EUR"] = "EUR", ["€"] = "EUR", ["евро"] = "EUR",
        ["GBP"] = "GBP", ["CNY"] = "CNY", ["BYN"] = "BYN", ["KZT"] = "KZT",
    };

    public static bool TryRead(string text, out Money? money)
    {
        money = null;
        var match = text.Length <= LongestText ? Parts().Match(text) : Match.Empty;
        var currency = match.Groups["before"] is { Length: > 0 } before ? before.Value : match.Groups["behind"].Value;
        if (!match.Success || !MoneyText.TryReadSum(match.Groups["sum"].Value, out var sum) || sum > long.MaxValue / 100 || !decimal.IsInteger(sum * 100))
        {
            return false;
        }

        money = new Money { AmountMinor = (long)(sum * 100), Currency = currency.Length == 0 ? Rouble : Currencies[currency] };
        return true;
    }

    [GeneratedRegex(
        """^\s*(?<before>RU[BR]|USD|EUR|GBP|CNY|BYN|KZT|[$€])?\s*(?<sum>\d.*?)\s*(?<behind>RU[BR]|USD|EUR|GBP|CNY|BYN|KZT|[$€]|евро)?\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
