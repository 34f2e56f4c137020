using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>The scalars of the directory.</summary>
internal static class Scalars
{
    private const long MaximumLong = (1L << 53) - 1;

    public static readonly ScalarType Date = new ScalarType<DateOnly>(
        "Date", "A calendar day without time or zone, e.g. `2019-04-02`.",
        input => input.Kind == LeafKind.String && DateOnly.TryParseExact(input.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        "a day such as 2019-04-02", (json, day) => json.PlainString(day, "yyyy-MM-dd"), "https://www.rfc-editor.org/rfc/rfc3339");

    public static readonly ScalarType DateTime = new ScalarType<DateTime>(
        "DateTime", "An instant with its offset from UTC, RFC 3339, e.g. `2019-04-02T10:00:00+06:00`.", ParseInstant,
        "an instant with offset such as 2019-04-02T10:00:00+06:00", (json, instant) => json.PlainString(instant, "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"),
        "https://www.rfc-editor.org/rfc/rfc3339");

    public static readonly ScalarType LocalTime = new ScalarType<TimeOnly>(
        "LocalTime", "A wall-clock time of day without zone, e.g. `09:30:00`.",
        input => input.Kind == LeafKind.String && TimeOnly.TryParseExact(input.Text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        "a time of day such as 09:30:00", (json, time) => json.PlainString(time, "HH:mm:ss"));

    public static readonly ScalarType FuzzyDate = Text<FuzzyDate>(
        "FuzzyDate",
        "A date as precise as its source, EDTF (ISO 8601-2) text: `2019-08`, `XXXX-11-16/XXXX-11-17`, `2019-04~`; filters and sorts use its earliest and latest possible day.",
        "EDTF text such as 2019-08 or XXXX-11-16/XXXX-11-17", "https://www.loc.gov/standards/datetime/");

    public static readonly ScalarType Long = new ScalarType<long>(
        "Long", "A whole number of up to 53 bits, written as a JSON number.",
        input => input.Kind == LeafKind.Int && long.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= MaximumLong ? number : null,
        "a whole number of at most 53 bits", (json, number) => json.Number(number));

    public static readonly ScalarType Url = new ScalarType<Uri>(
        "URL", "An absolute URL.",
        input => input.Kind == LeafKind.String && Uri.TryCreate(input.Text, UriKind.Absolute, out var url) ? url : null,
        "an absolute URL", (json, url) => json.String(url.OriginalString), "https://www.rfc-editor.org/rfc/rfc3986");

    public static readonly ScalarType Ogrn = Text<Ogrn>(
        "Ogrn", "ОГРН (13 digits) or ОГРНИП (15 digits) of the state register; a wrong check digit is kept and reported as an import issue.",
        "13 or 15 digits as a string");

    public static readonly ScalarType Inn = Text<Inn>(
        "Inn", "ИНН of a legal entity, 10 digits with leading zeros; a wrong check digit is kept and reported as an import issue.",
        "10 digits as a string");

    public static readonly ScalarType Oktmo = Text<Oktmo>(
        "Oktmo", "ОКТМО code of a municipality (8 digits) or settlement (11 digits).", "8 or 11 digits as a string");

    /// <summary>Not bound to a C# type: arguments and filters name it.</summary>
    public static readonly ScalarType TerritoryKey = new ScalarType<string>(
        "TerritoryKey",
        "A territory by ФНС region code (`27`), ISO 3166-2 code (`RU-KHA`), ОКТМО (`08701000`) or slug (`uralskij-federalnyj-okrug`).",
        input => input.Kind == LeafKind.String && input.Text.Length is > 0 and <= 100 ? input.Text : null,
        "the code or slug of a territory as a string", (json, key) => json.String(key));

    private static ScalarType<T> Text<T>(string name, string description, string acceptable, string? specifiedBy = null)
        where T : class, ITextValue<T> =>
        new(name, description, input => input.Kind == LeafKind.String && T.TryParse(input.Text, CultureInfo.InvariantCulture, out var value) ? value : null,
            acceptable, (json, value) => json.String(value.Value), specifiedBy);

    private static object? ParseInstant(LeafInput input) =>
        input.Kind == LeafKind.String
        && input.Text.Length > 10
        && (input.Text[^1] is 'Z' or 'z' || input.Text.AsSpan(10).ContainsAny('+', '-'))
        && DateTimeOffset.TryParse(input.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.UtcDateTime
            : null;
}
