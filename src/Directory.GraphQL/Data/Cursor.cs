using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// A place in an order: base64url of a JSON array of version, hash of the order, and the values of the keys. A cursor of another order is
/// refused instead of giving rows that nobody asked for.
/// </summary>
internal static class Cursor
{
    private const string Version = "1";

    /// <summary>The cursor of an item.</summary>
    public static string Encode(IReadOnlyList<SortKey> keys, object item)
    {
        var parts = new List<string?> { Version, HashOf(keys) };
        parts.AddRange(keys.Select(key => Text(key.ValueOf(item))));
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));
    }

    /// <summary>The values of the keys.</summary>
    /// <exception cref="GraphQLException">It is none of ours, or of another order.</exception>
    public static object?[] Decode(IReadOnlyList<SortKey> keys, string cursor)
    {
        try
        {
            var parts = cursor.Length <= 4096 && Base64Url.IsValid(cursor)
                ? JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor))
                : null;
            if (parts is null || parts.Length < 2 || parts[0] != Version)
            {
                throw Invalid("It is not one that this server gave out.");
            }

            if (parts[1] != HashOf(keys) || parts.Length != keys.Count + 2)
            {
                throw Invalid("It belongs to another order; go on with the same `order`, or start from the beginning.");
            }

            return [.. keys.Select((key, i) => Value(parts[i + 2], key))];
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            throw Invalid("It is not one that this server gave out.");
        }
    }

    private static GraphQLException Invalid(string why) => new($"The cursor cannot be used. {why}", ErrorCodes.CursorInvalid);

    private static string HashOf(IReadOnlyList<SortKey> keys)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', keys.Select(key => key.Name))), hash);
        return Base64Url.EncodeToString(hash[..4]);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A sort key of type {value.GetType().Name}."),
    };

    private static object? Value(string? text, SortKey key) => text is null ? null : key.CursorType switch
    {
        var type when type == typeof(string) => text,
        var type when type == typeof(DateTime) => new DateTime(long.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc),
        var type when type == typeof(DateOnly) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        var type => Convert.ChangeType(text, type, CultureInfo.InvariantCulture),
    };
}
