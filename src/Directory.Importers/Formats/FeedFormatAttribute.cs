using CenterDirectory.Importers.Formats.Paths;

namespace CenterDirectory.Importers.Formats;

/// <summary>Names a format that a reader reads.</summary>
/// <param name="name">Name in manifests, and the extension of its files.</param>
/// <param name="keys">The keys of <c>source:</c> that the format uses, besides those of every format.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class FeedFormatAttribute(string name, params string[] keys) : Attribute
{
    /// <summary>Name in manifests, and the extension of its files.</summary>
    public string Name => name;

    /// <summary>The keys of <c>source:</c> that the format uses.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>Whether columns are paths into a record, and how they are written: the reader must then be told which ones the mapping uses.</summary>
    public PathStyle Paths { get; init; }
}
