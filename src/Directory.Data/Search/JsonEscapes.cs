using System.Globalization;

namespace CenterDirectory.Data.Search;

/// <summary>Escapes of JSON texts.</summary>
internal static class JsonEscapes
{
    /// <summary>Puts characters in place of their escapes, white space for those that are none of a word; the new length.</summary>
    public static int Undo(Span<char> json)
    {
        var length = 0;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 == json.Length)
            {
                json[length++] = json[i];
                continue;
            }

            i++;
            var isCode = json[i] == 'u' && i + 4 < json.Length;
            json[length++] = isCode && ushort.TryParse(json.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) ? (char)code : ' ';
            i += isCode ? 4 : 0;
        }

        return length;
    }
}
