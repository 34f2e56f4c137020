using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Manifests;

/// <summary>Something wrong in a manifest.</summary>
/// <param name="File">Path of the manifest.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record ManifestProblem(string File, int Line, LocalizedText Message)
{
    /// <summary><c>file:line</c>, as editors and terminals understand it.</summary>
    public string Place => $"{File}:{Line}";

    /// <summary>The same with what is wrong, for people who need not know where the operator keeps the file.</summary>
    public LocalizedText WithoutFolder => new(Shorten($"{Place}: {Message.Ru}"), Shorten($"{Place}: {Message.En}"));

    private string Shorten(string text) => text.Replace(File, Path.GetFileName(File), StringComparison.Ordinal);
}
