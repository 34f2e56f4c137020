using System.Security.Cryptography;
using System.Text;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Plans of documents that were parsed and validated, by the SHA-256 of their text: on a hit no character is lexed. The longest unused goes first.</summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<Entry>> byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> recent = [];
    private readonly Lock gate = new();

    /// <summary>The key of a document and the operation wanted in it.</summary>
    public static string KeyOf(string document, string? operationName)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(document), hash);
        return $"{Convert.ToBase64String(hash)}:{operationName}";
    }

    /// <summary>The plan, if the document is known.</summary>
    public OperationPlan? Find(string key)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Plan;
        }
    }

    /// <summary>Keeps a plan.</summary>
    public void Add(string key, OperationPlan plan)
    {
        lock (gate)
        {
            if (byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = recent.AddFirst(new Entry(key, plan));
            if (byKey.Count > capacity)
            {
                byKey.Remove(recent.Last!.Value.Key);
                recent.RemoveLast();
            }
        }
    }

    private sealed record Entry(string Key, OperationPlan Plan);
}
