using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CenterDirectory.Data.Values;

/// <summary>A value that is one text is stored as that text.</summary>
internal sealed class TextValueConverter<T>() : ValueConverter<T, string>(value => value.Value, text => Read(text))
    where T : class, ITextValue<T>
{
    private static T Read(string text) => T.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Instants are stored in UTC and say so when they come back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>A small object is stored as JSON text.</summary>
internal sealed class JsonValueConverter<TValue>() : ValueConverter<TValue, string>(value => Write(value), json => Read(json))
    where TValue : class
{
    internal static string Write(TValue value) => JsonSerializer.Serialize(value, DirectoryJson.Options);

    internal static TValue Read(string json) => JsonSerializer.Deserialize<TValue>(json, DirectoryJson.Options)!;
}

/// <summary>A list of small objects is stored as JSON text.</summary>
internal sealed class JsonListConverter<TItem>() : ValueConverter<List<TItem>, string>(list => Write(list), json => Read(json))
{
    internal static string Write(List<TItem> list) => JsonSerializer.Serialize(list, DirectoryJson.Options);

    internal static List<TItem> Read(string json) => JsonSerializer.Deserialize<List<TItem>>(json, DirectoryJson.Options) ?? [];
}
