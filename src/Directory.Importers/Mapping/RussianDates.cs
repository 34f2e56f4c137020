using System.Globalization;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mapping;

/// <summary>
/// Reads dates by the layouts of a manifest: the signs d, M, y as in .NET, <c>MMMM</c> = a Russian or English month name in any case,
/// <c>edtf</c> = EDTF text. A layout without day or month gives a date as vague as it is.
/// </summary>
internal sealed class RussianDates
{
    /// <summary>The layout of EDTF text.</summary>
    public const string Edtf = "edtf";

    private static readonly string[][] Months =
    [
        ["январь", "января", "january"], ["февраль", "февраля", "february"], ["март", "марта", "march"], ["апрель", "апреля", "april"],
        ["май", "мая", "may"], ["июнь", "июня", "june"], ["июль", "июля", "july"], ["август", "августа", "august"],
        ["сентябрь", "сентября", "september"], ["октябрь", "октября", "october"], ["ноябрь", "ноября", "november"], ["декабрь", "декабря", "december"],
    ];

    private static readonly string[] YearWords = ["года", "год", "г."];

    private readonly string[] layouts;

    private RussianDates(string[] layouts) => this.layouts = layouts;

    /// <summary>Null if a layout has other signs than those known, or neither month nor year.</summary>
    public static RussianDates? Of(IEnumerable<string> layouts)
    {
        string[] all = [.. layouts];
        return all.Length > 0 && Array.TrueForAll(all, layout => layout == Edtf || IsLayout(layout)) ? new RussianDates(all) : null;
    }

    /// <summary>The date as EDTF text by the first layout that fits.</summary>
    public bool TryRead(string text, out string? edtf)
    {
        foreach (var layout in layouts)
        {
            var date = layout == Edtf ? FuzzyDate.TryParse(text, out var value) ? value.Value : null : Read(text, layout);
            if (date is not null)
            {
                edtf = date;
                return true;
            }
        }

        edtf = null;
        return false;
    }

    private static bool IsLayout(string layout)
    {
        var parts = new HashSet<char>();
        for (var rest = layout.AsSpan(); !rest.IsEmpty;)
        {
            var run = RunLength(rest);
            if (char.IsAsciiLetter(rest[0]))
            {
                var isKnown = rest[..run] is "d" or "dd" or "M" or "MM" or "MMMM" or "yyyy";
                if (!isKnown || !parts.Add(rest[0]))
                {
                    return false;
                }
            }

            rest = rest[run..];
        }

        return parts.Contains('y') || parts.Contains('M');
    }

    private static string? Read(ReadOnlySpan<char> text, ReadOnlySpan<char> layout)
    {
        int? year = null, month = null, day = null;
        while (!layout.IsEmpty)
        {
            var run = RunLength(layout);
            var isRead = layout[..run] switch
            {
                "d" => ReadNumber(ref text, 1, 2, out day),
                "dd" => ReadNumber(ref text, 2, 2, out day),
                "M" => ReadNumber(ref text, 1, 2, out month),
                "MM" => ReadNumber(ref text, 2, 2, out month),
                "MMMM" => ReadMonth(ref text, out month),
                "yyyy" => ReadNumber(ref text, 4, 4, out year),
                var literal => ReadLiteral(ref text, literal),
            };
            if (!isRead)
            {
                return null;
            }

            layout = layout[run..];
        }

        return IsRest(text) && IsDate(year, month, day) ? Write(year, month, day) : null;
    }

    /// <summary>Equal letters go together; everything else is a sign of its own.</summary>
    private static int RunLength(ReadOnlySpan<char> layout)
    {
        var run = 1;
        while (char.IsAsciiLetter(layout[0]) && run < layout.Length && layout[run] == layout[0])
        {
            run++;
        }

        return run;
    }

    private static bool ReadNumber(ref ReadOnlySpan<char> text, int min, int max, out int? number)
    {
        var length = 0;
        while (length < max && length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        number = length < min ? null : int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        text = text[length..];
        return number is not null;
    }

    private static bool ReadMonth(ref ReadOnlySpan<char> text, out int? month)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        var word = text[..length];
        text = text[length..];
        for (var i = 0; i < Months.Length; i++)
        {
            foreach (var name in Months[i])
            {
                if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    month = i + 1;
                    return true;
                }
            }
        }

        month = null;
        return false;
    }

    private static bool ReadLiteral(ref ReadOnlySpan<char> text, ReadOnlySpan<char> literal)
    {
        if (literal[0] == ' ')
        {
            var trimmed = text.TrimStart();
            var isGap = trimmed.Length < text.Length;
            text = trimmed;
            return isGap;
        }

        if (!text.StartsWith(literal, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    /// <summary>«18 декабря 2018 года» says no more than «18 декабря 2018».</summary>
    private static bool IsRest(ReadOnlySpan<char> text)
    {
        var rest = text.Trim();
        if (rest.IsEmpty)
        {
            return true;
        }

        foreach (var word in YearWords)
        {
            if (rest.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDate(int? year, int? month, int? day) =>
        (year is null or (>= 1 and <= 9999))
        && (month is null or (>= 1 and <= 12))
        && (day is null || (month is { } known && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2000, known)));

    private static string Write(int? year, int? month, int? day) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(year is { } y ? y.ToString("0000", CultureInfo.InvariantCulture) : "XXXX")}{month:-00}{day:-00}");
}
