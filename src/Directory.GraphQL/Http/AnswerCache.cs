using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Whole answers of one revision of the data, by the bytes of the request: a request that was answered before is not even parsed. All are
/// forgotten as soon as there is another revision; of one revision the longest unused go first.
/// </summary>
/// <param name="options">How much memory it may take.</param>
public sealed class AnswerCache(IOptions<EngineOptions> options)
{
    /// <summary>What an entry takes besides its body.</summary>
    private const int Overhead = 256;

    private readonly long capacity = options.Value.CachedAnswersMebibytes * 1024L * 1024;
    private readonly Dictionary<AnswerKey, LinkedListNode<Entry>> byKey = [];
    private readonly LinkedList<Entry> recent = [];
    private readonly Lock gate = new();
    private string? revision;
    private long size;

    /// <summary>The answer to a request at a revision; null if it is not known.</summary>
    internal CachedAnswer? Find(AnswerKey key, string current)
    {
        lock (gate)
        {
            if (current != revision || !byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Keeps an answer, unless it is so large that it would push out all others.</summary>
    internal void Add(AnswerKey key, string current, CachedAnswer answer)
    {
        if (SizeOf(answer) > capacity / 8)
        {
            return;
        }

        lock (gate)
        {
            if (current != revision)
            {
                byKey.Clear();
                recent.Clear();
                (revision, size) = (current, 0);
            }

            if (byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = recent.AddFirst(new Entry(key, answer));
            size += SizeOf(answer);
            while (size > capacity)
            {
                var oldest = recent.Last!;
                byKey.Remove(oldest.Value.Key);
                recent.RemoveLast();
                size -= SizeOf(oldest.Value.Answer);
            }
        }
    }

    private static int SizeOf(CachedAnswer answer) => answer.Body.Length + Overhead;

    private sealed record Entry(AnswerKey Key, CachedAnswer Answer);
}

/// <summary>An answer as it is sent.</summary>
/// <param name="Body">JSON, UTF-8.</param>
internal sealed record CachedAnswer(byte[] Body);

/// <summary>What tells one request from all others: SHA-256 of its bytes, and the form of the answer.</summary>
internal readonly record struct AnswerKey(string Form, UInt128 High, UInt128 Low)
{
    /// <summary>The key of a request.</summary>
    /// <param name="form">What besides the request decides on the answer.</param>
    /// <param name="request">Its body, or its query string.</param>
    public static AnswerKey Of(string form, ReadOnlySpan<byte> request)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(request, hash);
        var sum = MemoryMarshal.Cast<byte, UInt128>(hash);
        return new AnswerKey(form, sum[0], sum[1]);
    }
}
