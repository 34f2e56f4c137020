using System.Globalization;
using NodaTime;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>A date or a time as written, before its zone is known.</summary>
/// <param name="Local">What the clock says; of a date midnight.</param>
/// <param name="IsDate">Whether it is a whole day.</param>
/// <param name="IsUtc">Whether the clock is that of UTC.</param>
internal readonly record struct CalendarTime(LocalDateTime Local, bool IsDate, bool IsUtc)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Null if it is neither, or of a year that no event has.</summary>
    public static CalendarTime? Parse(string text) => Parse(text, FirstYear);

    /// <summary>The same of when a zone's clocks were changed: Windows lets its rules begin in the year 1601.</summary>
    public static CalendarTime? ParseOnset(string text) => Parse(text, firstYear: 1);

    private static CalendarTime? Parse(string text, int firstYear)
    {
        var value = text.AsSpan().Trim();
        var isUtc = value.EndsWith("Z", StringComparison.Ordinal);
        value = value.TrimEnd('Z');
        var isDate = value.Length == 8;
        if ((!isDate && (value.Length is not (13 or 15) || value[8] != 'T'))
            || !int.TryParse(value[..8], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !TryDate(day, firstYear, out var date))
        {
            return null;
        }

        if (isDate)
        {
            return new CalendarTime(date.AtMidnight(), true, false);
        }

        var digits = value[9..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }

        time = digits.Length == 4 ? time * 100 : time;
        var (hour, minute, second) = (time / 10_000, time / 100 % 100, Math.Min(time % 100, 59));
        return hour > 23 || minute > 59 ? null : new CalendarTime(date + new LocalTime(hour, minute, second), false, isUtc);
    }

    /// <summary>Years and months have no fixed length and do not occur: weeks, days, hours, minutes, seconds.</summary>
    public static Duration? ParseDuration(string text)
    {
        var value = text.AsSpan().Trim().TrimStart('+');
        if (value.IsEmpty || value[0] != 'P' || value.Length > 32)
        {
            return null;
        }

        long seconds = 0;
        long number = 0;
        var hasDigits = false;
        foreach (var symbol in value[1..])
        {
            if (char.IsAsciiDigit(symbol))
            {
                number = Math.Min((number * 10) + (symbol - '0'), 100_000_000);
                hasDigits = true;
                continue;
            }

            var unit = symbol switch { 'W' => 604_800, 'D' => 86_400, 'H' => 3600, 'M' => 60, 'S' => 1, 'T' => 0, _ => -1 };
            if (unit < 0 || hasDigits == (unit == 0))
            {
                return null;
            }

            seconds += number * unit;
            (number, hasDigits) = (0, false);
        }

        return hasDigits || seconds > 10L * 366 * 86_400 ? null : Duration.FromSeconds(seconds);
    }

    private static bool TryDate(int number, int firstYear, out LocalDate date)
    {
        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        var isDate = year >= firstYear && year <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = isDate ? new LocalDate(year, month, day) : default;
        return isDate;
    }
}
