using System.Globalization;

namespace CenterDirectory.Data.Values;

/// <summary>One date of an EDTF text: year, month and day, each perhaps with unspecified digits, and a qualifier.</summary>
internal readonly record struct FuzzyDatePart(string Text, DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>Whether it is the end of an interval that no date bounds.</summary>
    public bool IsOpen => Text is "" or "..";

    public static string Write(int? year, int? month, int? day)
    {
        var text = year?.ToString("0000", CultureInfo.InvariantCulture) ?? "XXXX";
        if (month is null)
        {
            return text;
        }

        text += month.Value.ToString("-00", CultureInfo.InvariantCulture);
        return day is null ? text : text + day.Value.ToString("-00", CultureInfo.InvariantCulture);
    }

    public static FuzzyDatePart? Read(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[11];
        if (text.Length is < 4 or > 11)
        {
            return null;
        }

        text.ToUpperInvariant(buffer);
        var whole = (ReadOnlySpan<char>)buffer[..text.Length];
        var date = whole[^1] is '~' or '?' or '%' ? whole[..^1] : whole;
        var hasForm = date.Length switch
        {
            4 => true,
            7 => date[4] == '-',
            10 => date[4] == '-' && date[7] == '-',
            _ => false,
        };
        return hasForm ? Read(whole, date[..4], date.Length > 4 ? date[5..7] : "XX", date.Length > 7 ? date[8..] : "XX") : null;
    }

    private static FuzzyDatePart? Read(ReadOnlySpan<char> whole, ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        if (ReadDigits(year, 1, 9999) is not { } years || ReadDigits(month, 1, 12) is not { } months || ReadDigits(day, 1, 31) is not { } days)
        {
            return null;
        }

        var isYearUnknown = year.SequenceEqual("XXXX");
        // A day of an unknown month or a leap day of an unknown year is judged by the widest month it could stand in.
        var longestMonth = months.First == months.Last
            ? DateTime.DaysInMonth(years.First == years.Last ? years.First : 2000, months.First)
            : 31;
        if (days.First > longestMonth)
        {
            return null;
        }

        if (isYearUnknown)
        {
            return new FuzzyDatePart(whole.ToString(), null, null);
        }

        return new FuzzyDatePart(
            whole.ToString(),
            new DateOnly(years.First, months.First, Math.Min(days.First, DateTime.DaysInMonth(years.First, months.First))),
            new DateOnly(years.Last, months.Last, Math.Min(days.Last, DateTime.DaysInMonth(years.Last, months.Last))));
    }

    /// <summary>The least and greatest number that the digits may stand for within the range, or null if there is none.</summary>
    private static (int First, int Last)? ReadDigits(ReadOnlySpan<char> digits, int least, int greatest)
    {
        var first = 0;
        var last = 0;
        var isOpen = false;
        foreach (var digit in digits)
        {
            var isUnspecified = digit == 'X';
            if (!isUnspecified && (isOpen || !char.IsAsciiDigit(digit)))
            {
                return null;
            }

            isOpen |= isUnspecified;
            first = (first * 10) + (isUnspecified ? 0 : digit - '0');
            last = (last * 10) + (isUnspecified ? 9 : digit - '0');
        }

        first = Math.Max(first, least);
        last = Math.Min(last, greatest);
        return first <= last ? (first, last) : null;
    }
}
