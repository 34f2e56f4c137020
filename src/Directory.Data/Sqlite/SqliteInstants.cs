using System.Buffers;
using System.Globalization;
using System.Text;

namespace CenterDirectory.Data.Sqlite;

/// <summary>Instants and days as Microsoft.Data.Sqlite writes them: <c>2026-11-22 04:30:00.1234567</c> without the zeros at its end, <c>2026-11-22</c>.</summary>
internal static class SqliteInstants
{
    private const int Longest = 27;

    /// <summary>Reads an instant; false if it is written in any other way.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out DateTime instant)
    {
        instant = default;
        Span<char> letters = stackalloc char[Longest];
        return Ascii.ToUtf16(text, letters, out var length) == OperationStatus.Done
            && DateTime.TryParseExact(letters[..length], @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>Reads a day; false if it is written in any other way.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        Span<char> letters = stackalloc char[Longest];
        return Ascii.ToUtf16(text, letters, out var length) == OperationStatus.Done
            && DateOnly.TryParseExact(letters[..length], @"yyyy\-MM\-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }
}
