namespace CenterDirectory.Importers.Formats;

/// <summary>Names a format that a reader reads.</summary>
/// <param name="name">Name in manifests, and the extension of its files.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class FeedFormatAttribute(string name) : Attribute
{
    /// <summary>Name in manifests, and the extension of its files.</summary>
    public string Name => name;
}
