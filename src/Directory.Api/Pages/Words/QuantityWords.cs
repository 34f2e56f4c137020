using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>Numbers as carefully as their source states them: «более 20», "about ₽3.4 million".</summary>
internal static class QuantityWords
{
    private const char NoBreakSpace = '\u00A0';
    private const string Rouble = "RUB";

    /// <summary>The number with its comparator, and the currency if it is money; what is counted stands elsewhere.</summary>
    public static string Of(PageLanguage language, Quantity quantity)
    {
        var number = IsMoney(quantity) ? Money(language, quantity.Value, quantity.Unit!) : Number(language, quantity.Value);
        return quantity.Comparator == Comparator.Exact ? number : $"{Labels.Of(language, quantity.Comparator)}{NoBreakSpace}{number}";
    }

    /// <summary>What is counted, in the source's words; null if that is money or nobody said.</summary>
    public static string? UnitOf(Quantity quantity) => IsMoney(quantity) || string.IsNullOrWhiteSpace(quantity.Unit) ? null : quantity.Unit;

    private static bool IsMoney(Quantity quantity) => quantity.Unit is { Length: 3 } unit && unit.All(char.IsAsciiLetterUpper);

    private static string Money(PageLanguage language, double value, string currency)
    {
        var (sum, scale) = Math.Abs(value) switch
        {
            >= 1e9 => (value / 1e9, language.Pick("млрд", "billion")),
            >= 1e6 => (value / 1e6, language.Pick("млн", "million")),
            _ => (value, null),
        };
        // Rounding would say less than the source: only round millions are written in words.
        if (Math.Abs(sum - Math.Round(sum, 2)) > 1e-9)
        {
            (sum, scale) = (value, null);
        }

        var sign = currency == Rouble ? "₽" : currency;
        return scale is null ? $"{Number(language, sum)}{NoBreakSpace}{sign}" : $"{Number(language, sum)}{NoBreakSpace}{scale}{NoBreakSpace}{sign}";
    }

    private static string Number(PageLanguage language, double value) => value.ToString("#,0.##", language.Culture);
}
