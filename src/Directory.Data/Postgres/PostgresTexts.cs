using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CenterDirectory.Data.Postgres;

/// <summary>
/// Values as texts: what goes to the server without a type, so that it takes the type of its place, and what comes from it in the form in which
/// SQLite gives it.
/// </summary>
internal static class PostgresTexts
{
    /// <summary>A value as a parameter without a type.</summary>
    public static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Clean(text),
        long number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => @"\x" + Convert.ToHexStringLower(bytes),
        ReadOnlyMemory<byte> utf8 => Clean(Encoding.UTF8.GetString(utf8.Span)),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Values of type {value.GetType().Name} are not written here."),
    };

    /// <summary>A value that was read, as text.</summary>
    public static string Read(object value) => value switch
    {
        string text => text,
        string[] list => JsonSerializer.Serialize(list, DirectoryJson.Options),
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Values of type {value.GetType().Name} are not read here."),
    };

    /// <summary>A text as PostgreSQL can store it: it has no zero byte, and no half of a pair.</summary>
    public static string Clean(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            text = text.Replace("\0", "", StringComparison.Ordinal);
        }

        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }
}
