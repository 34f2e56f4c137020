namespace CenterDirectory.Importers.Formats;

/// <summary>Names of files, of whatever system.</summary>
internal static class FileNames
{
    /// <summary>The extension in small letters without its dot; empty if there is none.</summary>
    public static string Extension(string path) => Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
}
