namespace CenterDirectory.Api.Embedding;

/// <summary>Files of the widgets that come with the executable.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Folder and name, such as <c>Script/ask.js</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"Embedding/{name}")
            ?? throw new InvalidOperationException($"The executable has no embedded file Embedding/{name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
