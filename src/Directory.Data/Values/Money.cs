using System.Globalization;

namespace CenterDirectory.Data.Values;

/// <summary>An exact sum.</summary>
public sealed record Money
{
    private const string Rouble = "RUB";
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Sum in minor units: kopecks for RUB.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = Rouble;

    /// <summary>The sum for people: <c>500 000 ₽</c>, with kopecks only where there are some.</summary>
    public string Format(Locale locale)
    {
        var (separator, point) = locale == Locale.En ? (",", ".") : (NoBreakSpace.ToString(), ",");
        var format = new NumberFormatInfo { NumberGroupSeparator = separator, NumberDecimalSeparator = point };
        var sum = (AmountMinor / 100m).ToString(AmountMinor % 100 == 0 ? "N0" : "N2", format);
        return $"{sum}{NoBreakSpace}{(Currency == Rouble ? "₽" : Currency)}";
    }
}
