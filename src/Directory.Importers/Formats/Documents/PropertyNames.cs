using System.Text.Json;

namespace CenterDirectory.Importers.Formats.Documents;

/// <summary>Names of properties, damaged ones too.</summary>
internal static class PropertyNames
{
    /// <summary>Whether the property is called so. A name with half of a surrogate pair in it is none that a path could have.</summary>
    public static bool IsCalled(this ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException) when (reader.TokenType == JsonTokenType.PropertyName)
        {
            return false;
        }
    }
}
