using System.Diagnostics.CodeAnalysis;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>Values by key, bounded in number and in size: when there are too many, the longest unused go first.</summary>
/// <param name="maximumCount">Most values.</param>
/// <param name="maximumSize">Most of their sizes together.</param>
/// <param name="sizeOf">Size of a value; without it only the number counts.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int maximumCount, long maximumSize = long.MaxValue, Func<TValue, long>? sizeOf = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> byKey = [];
    private readonly LinkedList<(TKey Key, TValue Value)> recent = [];
    private readonly Lock gate = new();
    private long size;

    /// <summary>Finds a value, which then is the last one used.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value in the place of any that there is of the key.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (gate)
        {
            if (byKey.Remove(key, out var replaced))
            {
                recent.Remove(replaced);
                size -= SizeOf(replaced.Value.Value);
            }

            TryAdd(key, value);
        }
    }

    /// <summary>Keeps a value, unless there is one of the key already.</summary>
    public void TryAdd(TKey key, TValue value)
    {
        lock (gate)
        {
            if (byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = recent.AddFirst((key, value));
            size += SizeOf(value);
            while (byKey.Count > maximumCount || size > maximumSize)
            {
                var (oldest, dropped) = recent.Last!.Value;
                byKey.Remove(oldest);
                recent.RemoveLast();
                size -= SizeOf(dropped);
            }
        }
    }

    private long SizeOf(TValue value) => sizeOf?.Invoke(value) ?? 0;
}
