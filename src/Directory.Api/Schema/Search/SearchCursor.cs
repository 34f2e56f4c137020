using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CenterDirectory.Data.Search;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.Api.Schema.Search;

/// <summary>A place among results: it belongs to its question, with another one it is refused.</summary>
internal static class SearchCursor
{
    private const byte Version = 1;
    private const int Length = 10;
    private const int SealLength = 8;

    /// <summary>What tells a question from others.</summary>
    public static string SealOf(SearchRequest request)
    {
        object?[] parts = [request.Text, request.Types.Order(), request.Territory, request.SupportKinds?.Order()];
        return Base64Url.EncodeToString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)))[..SealLength];
    }

    public static string Encode(SearchHit hit, string seal)
    {
        Span<byte> place = stackalloc byte[Length];
        place[0] = Version;
        place[1] = (byte)hit.Tier;
        BinaryPrimitives.WriteInt64BigEndian(place[2..], hit.Position);
        return Base64Url.EncodeToString(place) + seal;
    }

    /// <exception cref="GraphQLException">It is none of ours, or of another question.</exception>
    public static SearchHit Decode(string cursor, string seal)
    {
        Span<byte> place = stackalloc byte[Length];
        var text = cursor.Length > SealLength ? cursor.AsSpan(0, cursor.Length - SealLength) : default;
        var isOurs = Base64Url.IsValid(text, out var length) && length == Length && Base64Url.TryDecodeFromChars(text, place, out _) && place[0] == Version;
        if (!isOurs || place[1] > 2)
        {
            throw new GraphQLException("The cursor cannot be used. It is not one that this server gave out.", ErrorCodes.CursorInvalid);
        }

        return cursor.EndsWith(seal, StringComparison.Ordinal)
            ? new SearchHit(BinaryPrimitives.ReadInt64BigEndian(place[2..]), place[1])
            : throw new GraphQLException("The cursor cannot be used. It belongs to another question; start from the beginning.", ErrorCodes.CursorInvalid);
    }
}
