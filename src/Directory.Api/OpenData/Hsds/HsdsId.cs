using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.OpenData.Hsds;

/// <summary>The UUIDs that HSDS wants: made out of global ids (version 5 of RFC 9562), so they stay as those do.</summary>
internal static class HsdsId
{
    private static readonly byte[] Namespace = new Guid("8f5e0c1a-7d43-4b7e-9c55-2b1d6a0e3f94").ToByteArray(bigEndian: true);

    /// <summary>Of an entry.</summary>
    /// <param name="kind">Its type.</param>
    /// <param name="id">Its key.</param>
    /// <param name="part">What is meant of it, if not all: <c>/location</c>.</param>
    public static Guid Of(string kind, long id, string part = "") => Of(GlobalId.Encode(kind, id) + part);

    /// <summary>Of a name.</summary>
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        // Not for secrecy: version 5 is defined by this hash.
#pragma warning disable CA5350
        SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>
/// The way back from a UUID to the entry: the UUIDs of all keys that were ever given, in twelve bytes each. They do not depend on the data,
/// so the list only ever grows, and only if somebody asks for a single object.
/// </summary>
internal sealed class HsdsIdIndex(string kind, string part = "")
{
    private readonly Lock gate = new();
    private ulong[] prefixes = [];
    private int[] keys = [];

    /// <summary>The key of the entry; null if none has the id.</summary>
    /// <param name="id">The UUID.</param>
    /// <param name="greatest">The greatest key that there is.</param>
    public long? Find(Guid id, long greatest)
    {
        lock (gate)
        {
            if (greatest > keys.Length)
            {
                Grow(checked((int)greatest));
            }

            var prefix = PrefixOf(id);
            var place = Array.BinarySearch(prefixes, prefix);
            if (place < 0)
            {
                return null;
            }

            while (place > 0 && prefixes[place - 1] == prefix)
            {
                place--;
            }

            for (; place < keys.Length && prefixes[place] == prefix; place++)
            {
                if (HsdsId.Of(kind, keys[place], part) == id)
                {
                    return keys[place];
                }
            }

            return null;
        }
    }

    private void Grow(int greatest)
    {
        var known = keys.Length;
        // A little ahead: a directory that grows by one entry a day is not sorted anew each day.
        var size = greatest + (greatest / 16);
        Array.Resize(ref prefixes, size);
        Array.Resize(ref keys, size);
        for (var i = known; i < size; i++)
        {
            keys[i] = i + 1;
            prefixes[i] = PrefixOf(HsdsId.Of(kind, i + 1, part));
        }

        Array.Sort(prefixes, keys);
    }

    private static ulong PrefixOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
