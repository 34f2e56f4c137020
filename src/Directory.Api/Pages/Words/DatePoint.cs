using System.Globalization;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>One date of an EDTF text, taken apart for those who put it into words.</summary>
/// <param name="Year">The year, if it is known.</param>
/// <param name="Month">The month, if it is known.</param>
/// <param name="Day">The day, if it is known.</param>
internal readonly record struct DatePoint(int? Year, int? Month, int? Day)
{
    /// <summary>First year of a decade, if no more is known: 2010 for <c>201X</c>.</summary>
    public int? Decade { get; private init; }

    /// <summary>The text itself, if no words say it.</summary>
    public string? Verbatim { get; private init; }

    /// <summary>Whether the source says «about».</summary>
    public bool IsApproximate { get; private init; }

    /// <summary>Whether the source doubts it.</summary>
    public bool IsUncertain { get; private init; }

    /// <summary>Whether year, month and day say all there is.</summary>
    public bool IsPlain => Verbatim is null && Decade is null && !IsApproximate && !IsUncertain;

    /// <summary>Reads a date that <see cref="Data.Values.FuzzyDate"/> has accepted, or an open end.</summary>
    public static DatePoint Read(string text)
    {
        var date = text.TrimEnd('~', '?', '%');
        var point = date switch
        {
            "" or ".." => new DatePoint(null, null, null),
            [_, _, _, 'X'] when date[2] != 'X' => new DatePoint(null, null, null) { Decade = Number(date[..3]) * 10 },
            _ => Exact(date),
        };
        return point with { IsApproximate = text.AsSpan().ContainsAny('~', '%'), IsUncertain = text.AsSpan().ContainsAny('?', '%') };
    }

    private static DatePoint Exact(string date)
    {
        var (year, month, day) = (date[..4], date.Length > 4 ? date[5..7] : "XX", date.Length > 7 ? date[8..] : "XX");
        var isPartly = new[] { year, month, day }.Any(part => part.Contains('X', StringComparison.Ordinal) && part.Trim('X').Length > 0);
        var hasGap = (month == "XX" && day != "XX") || (month == "XX" && year == "XXXX");
        return isPartly || hasGap
            ? new DatePoint(null, null, null) { Verbatim = date }
            : new DatePoint(Number(year), Number(month), Number(day));
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
