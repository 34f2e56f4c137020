using System.Text;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Planning;

/// <summary>What a record is found by in memory: kind and external id as one number (see 0028 of the decisions for what may be thought of it).</summary>
internal static class RecordName
{
    private const int OnStack = 256;

    /// <summary>The number of a record whose kind and id are given in UTF-8.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> externalId)
    {
        var length = kind.Length + 1 + externalId.Length;
        var name = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        kind.CopyTo(name);
        // Kinds are names of classes: no byte 0 is among them.
        name[kind.Length] = 0;
        externalId.CopyTo(name[(kind.Length + 1)..]);
        return Fingerprint.Of(name[..length]);
    }

    /// <summary>The number of a record.</summary>
    public static Fingerprint Of(string kind, string externalId)
    {
        var most = Encoding.UTF8.GetMaxByteCount(externalId.Length);
        var id = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        Span<byte> name = stackalloc byte[OnStack];
        return Of(name[..Encoding.UTF8.GetBytes(kind, name)], id[..Encoding.UTF8.GetBytes(externalId, id)]);
    }
}
