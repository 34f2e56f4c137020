using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The paths that a mapping uses, and which of them the records of a table have, over all of its files.</summary>
internal sealed class PathUse(IReadOnlyList<string> columns)
{
    /// <summary>No paths.</summary>
    public static readonly PathUse None = new([]);

    private readonly bool[] isSeen = new bool[columns.Count];
    private bool isAny;

    public IReadOnlyList<string> Columns => columns;

    public void Note(int slot) => isSeen[slot] = isAny = true;

    /// <summary>Paths that no record has: misspelt, or no longer published.</summary>
    public FeedRemark? Unseen()
    {
        var names = columns.Where((_, slot) => !isSeen[slot]).Select(name => $"«{name}»").ToArray();
        return names.Length == 0 || !isAny ? null : new FeedRemark("paths-unseen", null, new LocalizedText(
            $"Ни в одной записи нет: {string.Join(", ", names)}. Проверьте пути в манифесте.",
            $"No record has {string.Join(", ", names)}. Check the paths of the manifest."));
    }
}
