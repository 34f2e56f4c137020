using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Mapping;

/// <summary>Text → canonical text, one for each shape of field.</summary>
internal static class FieldConverters
{
    /// <summary>What every client reads without loss out of a JSON number.</summary>
    private const decimal LargestLong = (1L << 53) - 1;

    public static Conversion Text(string text, out string canonical)
    {
        canonical = text;
        return Conversion.Valid;
    }

    public static FieldConverter Number(RecordField field)
    {
        var isWhole = field.ValueType != typeof(double);
        var (min, max) = (field.Name, isWhole) switch
        {
            ("latitude", _) => (-90m, 90m),
            ("longitude", _) => (-180m, 180m),
            (_, true) when field.ValueType == typeof(long) => (-LargestLong, LargestLong),
            (_, true) => (int.MinValue, int.MaxValue),
            _ => (decimal.MinValue, decimal.MaxValue),
        };
        return (string text, out string canonical) =>
        {
            canonical = "";
            if (!NumberText.TryRead(text, out var number))
            {
                return Conversion.Invalid;
            }

            var value = decimal.Parse(number!, NumberStyles.Float, CultureInfo.InvariantCulture);
            canonical = number!;
            return value >= min && value <= max && (!isWhole || decimal.IsInteger(value)) ? Conversion.Valid : Conversion.Invalid;
        };
    }

    public static Conversion Boolean(string text, out string canonical)
    {
        canonical = text.ToLowerInvariant() switch
        {
            "true" or "1" or "да" or "yes" or "+" => "true",
            "false" or "0" or "нет" or "no" or "-" => "false",
            _ => "",
        };
        return canonical.Length > 0 ? Conversion.Valid : Conversion.Invalid;
    }

    public static Conversion FuzzyDay(string text, out string canonical)
    {
        var isDate = FuzzyDate.TryParse(text, out var date);
        canonical = date?.Value ?? "";
        return isDate ? Conversion.Valid : Conversion.Invalid;
    }

    /// <summary>The first day that a date may mean, so that a vague one is not taken for fresher than it is; of an instant the day as it is written.</summary>
    public static Conversion AsOf(string text, out string canonical)
    {
        var date = text.Length > 10 && text[10] is ('T' or ' ') ? text[..10] : text;
        var day = FuzzyDate.TryParse(date, out var fuzzy) ? fuzzy.Earliest
            : DateOnly.TryParseExact(date, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var russian) ? russian
            : null;
        canonical = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return day is null ? Conversion.Invalid : Conversion.Valid;
    }

    public static Conversion Day(string text, out string canonical)
    {
        canonical = text;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? Conversion.Valid : Conversion.Invalid;
    }

    /// <summary>A time of day: <c>9:00</c>, <c>09.30</c>, <c>09:30:00</c>.</summary>
    public static Conversion Time(string text, out string canonical)
    {
        string[] layouts = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HH:mm:ss"];
        var isTime = TimeOnly.TryParseExact(text, layouts, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        canonical = isTime ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";
        return isTime ? Conversion.Valid : Conversion.Invalid;
    }

    /// <summary>A reference that has to name the kind of its target.</summary>
    public static FieldConverter OneOf(IReadOnlyList<string> kinds) => (string text, out string canonical) =>
    {
        canonical = text;
        return KindedKey.IsOne(text, kinds) ? Conversion.Valid : Conversion.Invalid;
    };

    /// <summary>Only an instant with its offset is one: a wall-clock time without it may mean any of eleven zones.</summary>
    public static Conversion Instant(string text, out string canonical)
    {
        string[] layouts = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var isInstant = DateTime.TryParseExact(
            text, layouts, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) && instant.Kind == DateTimeKind.Utc;
        canonical = isInstant ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";
        return isInstant ? Conversion.Valid : Conversion.Invalid;
    }

    public static Conversion Url(string text, out string canonical)
    {
        var isUrl = WebText.TryReadUrl(text, out var url);
        canonical = url ?? "";
        return isUrl ? Conversion.Valid : Conversion.Invalid;
    }

    public static Conversion OgrnNumber(string text, out string canonical)
    {
        var isNumber = Ogrn.TryParse(text, out var ogrn);
        canonical = ogrn?.Value ?? "";
        return !isNumber ? Conversion.Invalid : ogrn!.HasValidCheckDigit ? Conversion.Valid : Conversion.Doubtful;
    }

    public static Conversion InnNumber(string text, out string canonical)
    {
        var isNumber = Inn.TryParse(text, out var inn) && !inn.IsPersonal;
        canonical = inn?.Value ?? "";
        return !isNumber ? Conversion.Invalid : inn!.HasValidCheckDigit ? Conversion.Valid : Conversion.Doubtful;
    }

    public static Conversion OktmoNumber(string text, out string canonical)
    {
        var isCode = Oktmo.TryParse(text, out var oktmo);
        canonical = oktmo?.Value ?? "";
        return isCode ? Conversion.Valid : Conversion.Invalid;
    }
}
