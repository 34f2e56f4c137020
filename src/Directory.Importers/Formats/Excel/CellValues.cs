using System.Globalization;

namespace CenterDirectory.Importers.Formats.Excel;

/// <summary>Cells of a workbook as the text that a person would have typed.</summary>
internal static class CellValues
{
    // A double holds 15 digits of a number faithfully: enough for an ОГРНИП, the longest number of the registries.
    private const double MaxWhole = 1e15;

    public static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        double number => Number(number, format),
        // The clock of a cell without a date is told from the day before Excel's first one.
        DateTime { Year: < 1900 } clock => Clock(clock.TimeOfDay),
        DateTime moment => moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => Clock(time),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Hours may be more than a day has; seconds are told if there are any.</summary>
    private static string Clock(TimeSpan time)
    {
        var whole = time.Duration();
        var seconds = whole.Seconds == 0 ? "" : $":{whole.Seconds:00}";
        return string.Create(CultureInfo.InvariantCulture, $"{(time < TimeSpan.Zero ? "-" : "")}{(int)whole.TotalHours:00}:{whole.Minutes:00}{seconds}");
    }

    private static string Number(double number, string? format)
    {
        if (Math.Abs(number) >= MaxWhole)
        {
            return Math.Abs(number) < 1e28 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : "";
        }

        if (number != Math.Floor(number))
        {
            return number.ToString("0.###############", CultureInfo.InvariantCulture);
        }

        var digits = ((long)number).ToString(CultureInfo.InvariantCulture);
        // «0000000000» is how a spreadsheet keeps the leading zeros of an ИНН.
        return format is { Length: > 1 } && format.AsSpan().Trim('0').IsEmpty ? digits.PadLeft(format.Length, '0') : digits;
    }
}
