using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Documents that are asked for by their SHA-256: trusted ones, which the application ships, and those that clients registered by the
/// automatic-persisted-query protocol (first the hash alone, then hash and text). The longest unused of the latter go first, and all of them
/// together stay small: anybody may register.
/// </summary>
public sealed class PersistedDocuments
{
    private const string Prefix = "sha256:";
    private const int Capacity = 1_000;
    private const int MaximumCharacters = 4_000_000;

    private readonly Dictionary<string, string> trusted = new(StringComparer.Ordinal);
    private readonly RecentlyUsed<string, string> registered = new(Capacity, MaximumCharacters, text => text.Length);

    /// <summary>Adds a document that the application ships.</summary>
    /// <returns>Its id.</returns>
    public string Trust(string document)
    {
        trusted[HashOf(document)] = document;
        return IdOf(document);
    }

    /// <summary>The id that a document is asked for by.</summary>
    public static string IdOf(string document) => Prefix + HashOf(document);

    /// <summary>The document that a request asks for, or what is wrong.</summary>
    internal (PersistedDocument? Document, GraphQLError? Problem) Resolve(HttpGraphQLRequest request)
    {
        var (hash, problem) = HashOf(request);
        if (problem is not null)
        {
            return (null, problem);
        }

        if (hash is null)
        {
            return (new PersistedDocument(null, request.Query!), null);
        }

        if (string.IsNullOrEmpty(request.Query))
        {
            return Find(hash) is { } known
                ? (new PersistedDocument(null, known) { IsTrusted = trusted.ContainsKey(hash) }, null)
                : (null, new GraphQLError("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound, []));
        }

        return HashOf(request.Query) == hash
            ? (new PersistedDocument(hash, request.Query), null)
            : (null, RequestReader.Bad("The hash is not the SHA-256 of the document that came with it."));
    }

    /// <summary>Keeps a document that came with its hash and proved to be valid.</summary>
    internal void Register(PersistedDocument document)
    {
        if (document.Hash is { } hash && !trusted.ContainsKey(hash))
        {
            registered.TryAdd(hash, document.Text);
        }
    }

    private static (string? Hash, GraphQLError? Problem) HashOf(HttpGraphQLRequest request)
    {
        if (!string.IsNullOrEmpty(request.DocumentId))
        {
            var id = request.DocumentId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? request.DocumentId[Prefix.Length..] : request.DocumentId;
            return (id.ToLowerInvariant(), null);
        }

        if (request.Extensions is not { } extensions || !extensions.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind == JsonValueKind.Null)
        {
            return string.IsNullOrEmpty(request.Query)
                ? (null, RequestReader.Bad("There is no document: send query, or the documentId of a document that this server knows."))
                : (null, null);
        }

        return persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
                ? (hash.GetString()!.ToLowerInvariant(), null)
                : (null, new GraphQLError("Only version 1 of persistedQuery with a sha256Hash is supported.", ErrorCodes.PersistedQueryNotSupported, []));
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private string? Find(string hash) => trusted.TryGetValue(hash, out var document) || registered.TryGet(hash, out document) ? document : null;
}

/// <summary>The document of a request.</summary>
/// <param name="Hash">The hash under which the client registers it; null if it does not.</param>
/// <param name="Text">The document.</param>
internal sealed record PersistedDocument(string? Hash, string Text)
{
    /// <summary>Whether the application ships it and was asked for it by its id.</summary>
    public bool IsTrusted { get; init; }
}
