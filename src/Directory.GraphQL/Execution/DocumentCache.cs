using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Plans of documents that were parsed and validated, by the SHA-256 of their text: on a hit no character is lexed. The longest unused goes first.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly RecentlyUsed<string, OperationPlan> known = new(capacity);

    /// <summary>The key of a document and the operation wanted in it.</summary>
    public static string KeyOf(string document, string? operationName)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(document), hash);
        return $"{Convert.ToBase64String(hash)}:{operationName}";
    }

    /// <summary>The plan, if the document is known.</summary>
    public OperationPlan? Find(string key) => known.TryGet(key, out var plan) ? plan : null;

    /// <summary>Keeps a plan.</summary>
    public void Add(string key, OperationPlan plan) => known.TryAdd(key, plan);
}
