using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.Data.Values;

/// <summary>
/// A date as precise as its source, EDTF (ISO 8601-2) text: `2019-08`, `XXXX-11-16/XXXX-11-17`, `2019-04~`;
/// filters and sorts use its earliest and latest possible day.
/// </summary>
public sealed record FuzzyDate : ITextValue<FuzzyDate>
{
    private FuzzyDate(string value, DateOnly? earliest, DateOnly? latest)
    {
        Value = value;
        Earliest = earliest;
        Latest = latest;
    }

    /// <summary>The EDTF text.</summary>
    public string Value { get; }

    /// <summary>First possible day; null if the year is unknown or the interval has no known start.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Last possible day; null if the year is unknown or the interval has no known end.</summary>
    public DateOnly? Latest { get; }

    /// <summary>Whether it runs from one date to another.</summary>
    public bool IsInterval => Value.Contains('/', StringComparison.Ordinal);

    /// <summary>Whether the source itself says «about».</summary>
    public bool IsApproximate => Value.AsSpan().ContainsAny('~', '%');

    /// <summary>Whether the source itself doubts it.</summary>
    public bool IsUncertain => Value.AsSpan().ContainsAny('?', '%');

    /// <summary>A known day.</summary>
    public static FuzzyDate Of(DateOnly day) => Parse(FuzzyDatePart.Write(day.Year, day.Month, day.Day));

    /// <summary>A day, month or year; a null year is unknown, as in «16 ноября».</summary>
    public static FuzzyDate Of(int? year, int? month = null, int? day = null) => Parse(FuzzyDatePart.Write(year, month, day));

    /// <summary>From the one to the other, both included.</summary>
    public static FuzzyDate Between(FuzzyDate start, FuzzyDate end) => Parse($"{start}/{end}");

    /// <summary>Reads EDTF text: dates, unspecified digits, the qualifiers ~ ? %, intervals with open (`..`) or unknown ends.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out FuzzyDate result)
    {
        var text = s.AsSpan().Trim();
        var slash = text.IndexOf('/');
        result = slash < 0 ? ReadDate(text) : ReadInterval(text[..slash], text[(slash + 1)..]);
        return result is not null;
    }

    /// <summary>Reads a text that is known to be EDTF.</summary>
    public static FuzzyDate Parse(string s) =>
        TryParse(s, out var result) ? result : throw new FormatException($"«{s}» is no EDTF date such as 2019-08 or XXXX-11-16/XXXX-11-17.");

    static FuzzyDate IParsable<FuzzyDate>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<FuzzyDate>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out FuzzyDate result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static FuzzyDate? ReadDate(ReadOnlySpan<char> text) =>
        FuzzyDatePart.Read(text) is { } date ? new FuzzyDate(date.Text, date.Earliest, date.Latest) : null;

    private static FuzzyDate? ReadInterval(ReadOnlySpan<char> startText, ReadOnlySpan<char> endText)
    {
        var start = ReadEnd(startText);
        var end = ReadEnd(endText);
        if (start is not { } from || end is not { } to || (from.IsOpen && to.IsOpen))
        {
            return null;
        }

        return from.Earliest > to.Latest ? null : new FuzzyDate($"{from.Text}/{to.Text}", from.Earliest, to.Latest);
    }

    private static FuzzyDatePart? ReadEnd(ReadOnlySpan<char> text) => text switch
    {
        "" => new FuzzyDatePart("", null, null),
        ".." => new FuzzyDatePart("..", null, null),
        _ => FuzzyDatePart.Read(text),
    };
}
