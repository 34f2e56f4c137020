using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Global ids: base64url of <c>Type:key</c> (Relay's global object identification).</summary>
public static class GlobalId
{
    /// <summary>The id of an object.</summary>
    public static string Encode(string type, long key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));

    /// <summary>Type and key of an id; false if it is none of ours.</summary>
    public static bool TryDecode(string id, [NotNullWhen(true)] out string? type, out long key)
    {
        type = null;
        key = 0;
        if (id.Length is 0 or > 200 || !Base64Url.IsValid(id))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out key))
        {
            return false;
        }

        type = text[..colon];
        return true;
    }
}

/// <summary>The field <c>id</c> of a node: its key with the name of its type.</summary>
public sealed class GlobalIdSource : PropertySource
{
    internal GlobalIdSource(PropertyInfo property, string typeName)
        : this(property, PropertyAccess.Getter(property), typeName)
    {
    }

    private GlobalIdSource(PropertyInfo property, Func<object, object?> key, string typeName)
        : base(property, parent => GlobalId.Encode(typeName, (long)key(parent)!))
    {
        var prefix = Encoding.UTF8.GetBytes(typeName + ":");
        var read = PropertyAccess.Reader<long>(property);
        WriteLeaf = (json, parent) =>
        {
            Write(json, prefix, read(parent));
            return true;
        };
    }

    private static void Write(JsonBuffer json, byte[] prefix, long key)
    {
        Span<byte> text = stackalloc byte[prefix.Length + 20];
        prefix.CopyTo(text);
        key.TryFormat(text[prefix.Length..], out var digits, provider: CultureInfo.InvariantCulture);
        Span<byte> encoded = stackalloc byte[Base64Url.GetEncodedLength(prefix.Length + digits)];
        Base64Url.EncodeToUtf8(text[..(prefix.Length + digits)], encoded);
        json.Raw("\""u8);
        json.Raw(encoded);
        json.Raw("\""u8);
    }
}
