using System.Globalization;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.GraphQL.Tests.Data;

/// <summary>A number of books: a value that refuses what is none.</summary>
internal sealed record Isbn
{
    public Isbn(string digits) =>
        Digits = digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : throw new FormatException($"«{digits}» is no ISBN.");

    public string Digits { get; }

    public override string ToString() => Digits;
}

internal sealed class IsbnConverter() : ValueConverter<Isbn, string>(isbn => isbn.Digits, digits => new Isbn(digits));

/// <summary>A year or a decade: <c>1862</c>, <c>186X</c>, <c>XXXX</c>.</summary>
internal sealed record RoughYear(string Text)
{
    public int? Earliest => Text[0] == 'X' ? null : int.Parse(Text.Replace('X', '0'), CultureInfo.InvariantCulture);

    public int? Latest => Text[0] == 'X' ? null : int.Parse(Text.Replace('X', '9'), CultureInfo.InvariantCulture);
}

internal sealed class RoughYearConverter() : ValueConverter<RoughYear, string>(year => year.Text, text => new RoughYear(text));

/// <summary>Scalars of the library.</summary>
internal static class LibraryScalars
{
    public static IReadOnlyList<ScalarType> All { get; } =
    [
        Text("Long", text => long.Parse(text, CultureInfo.InvariantCulture), value => value.ToString(CultureInfo.InvariantCulture)),
        Text("Decimal", text => decimal.Parse(text, CultureInfo.InvariantCulture), value => value.ToString(CultureInfo.InvariantCulture)),
        Text("Instant", text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), value => value.ToString("s", CultureInfo.InvariantCulture)),
        Text("Day", text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture), value => value.ToString("O", CultureInfo.InvariantCulture)),
        Text("Clock", text => TimeOnly.Parse(text, CultureInfo.InvariantCulture), value => value.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        Text("Guid", Guid.Parse, value => value.ToString()),
        Text("Isbn", text => new Isbn(text), value => value.Digits),
        Text("RoughYear", text => new RoughYear(text), value => value.Text),
        Text("Url", text => new Uri(text), value => value.OriginalString),
    ];

    private static ScalarType<T> Text<T>(string name, Func<string, T> parse, Func<T, string> write) where T : notnull =>
        new(name, null, input => Parse(input, parse), $"a text of a {name}", (json, value) => json.String(write(value)));

    private static object? Parse<T>(LeafInput input, Func<string, T> parse) where T : notnull
    {
        try
        {
            return parse(input.Text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}
