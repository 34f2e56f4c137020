namespace CenterDirectory.Data.Sqlite;

/// <summary>Instants and days as Microsoft.Data.Sqlite writes them: <c>2026-11-22 04:30:00.1234567</c> without the zeros at its end, <c>2026-11-22</c>.</summary>
internal static class SqliteInstants
{
    private const int LengthOfDay = 10;
    private const int LengthOfSeconds = 19;
    private const int LengthOfTicks = 27;

    /// <summary>Reads an instant; false if it is written in any other way.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out DateTime instant)
    {
        instant = default;
        if (text.Length is < LengthOfSeconds or > LengthOfTicks || text[10] != ' ' || text[13] != ':' || text[16] != ':' || !TryReadDay(text[..LengthOfDay], out var day))
        {
            return false;
        }

        var isTime = TryReadNumber(text.Slice(11, 2), out var hour) & TryReadNumber(text.Slice(14, 2), out var minute) & TryReadNumber(text.Slice(17, 2), out var second);
        if (!isTime || hour > 23 || minute > 59 || second > 59 || !TryReadTicks(text[LengthOfSeconds..], out var ticks))
        {
            return false;
        }

        instant = day.ToDateTime(new TimeOnly(hour, minute, second)).AddTicks(ticks);
        return true;
    }

    /// <summary>Reads a day; false if it is written in any other way.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length != LengthOfDay || text[4] != '-' || text[7] != '-'
            || !(TryReadNumber(text[..4], out var year) & TryReadNumber(text.Slice(5, 2), out var month) & TryReadNumber(text.Slice(8, 2), out var number))
            || year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool TryReadTicks(ReadOnlySpan<byte> fraction, out int ticks)
    {
        ticks = 0;
        if (fraction.IsEmpty)
        {
            return true;
        }

        var digits = fraction[1..];
        if (fraction[0] != '.' || digits.IsEmpty || !TryReadNumber(digits, out ticks))
        {
            return false;
        }

        for (var place = digits.Length; place < 7; place++)
        {
            ticks *= 10;
        }

        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
