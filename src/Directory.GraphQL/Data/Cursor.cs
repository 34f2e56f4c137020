using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// A place in an order: base64url of a JSON array of version, seal, and the stored values of the keys. The seal covers the order and the
/// values: a cursor of another order or with other values is refused instead of giving rows that nobody asked for.
/// </summary>
internal static class Cursor
{
    private const int Version = 1;
    private const int MaximumLength = 8192;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cursor of an item.</summary>
    public static string Encode(SortOrder order, object item)
    {
        var values = new object?[order.Keys.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = order.Keys[i].StoredValueOf(item);
        }

        object?[] parts = [Version, SealOf(order, JsonSerializer.SerializeToUtf8Bytes(values, Json)), .. values];
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts, Json));
    }

    /// <summary>The values of the keys.</summary>
    /// <exception cref="GraphQLException">It is none of ours, or of another order.</exception>
    public static object?[] Decode(SortOrder order, string cursor)
    {
        try
        {
            var parts = cursor.Length <= MaximumLength && Base64Url.IsValid(cursor)
                ? JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor))
                : null;
            if (parts is not { Length: > 2 } || parts[0].GetInt32() != Version)
            {
                throw Invalid("It is not one that this server gave out.");
            }

            if (parts[1].GetString() != SealOf(order, JsonSerializer.SerializeToUtf8Bytes(parts[2..], Json)))
            {
                throw Invalid("It belongs to another order or was changed; go on with the same `order`, or start from the beginning.");
            }

            return [.. order.Keys.Select((key, i) => Value(parts[i + 2], key))];
        }
        catch (Exception error) when (error is not GraphQLException)
        {
            // Whoever makes up a cursor may break any converter.
            throw Invalid("It is not one that this server gave out.");
        }
    }

    private static GraphQLException Invalid(string why) => new($"The cursor cannot be used. {why}", ErrorCodes.CursorInvalid);

    private static string SealOf(SortOrder order, byte[] values)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(order.Seal), .. values], hash);
        return Base64Url.EncodeToString(hash[..6]);
    }

    private static object? Value(JsonElement part, SortKey key)
    {
        if (part.ValueKind == JsonValueKind.Null)
        {
            return key.IsOptional ? null : throw new FormatException($"{key.Name} is never null.");
        }

        var stored = part.Deserialize(key.StoredType);
        return key.Converter is null ? stored : key.Converter.ConvertFromProvider(stored);
    }
}
