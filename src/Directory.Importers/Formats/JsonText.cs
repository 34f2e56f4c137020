using System.Text.Json;

namespace CenterDirectory.Importers.Formats;

/// <summary>Texts out of JSON.</summary>
internal static class JsonText
{
    /// <summary>The string; null if an escape in it is half of a character, which nothing can be made of.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
