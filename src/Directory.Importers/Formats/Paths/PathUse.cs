using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The paths that a mapping uses, and which of them the records of a table have, over all of its files.</summary>
internal sealed class PathUse(IReadOnlyList<string> columns)
{
    /// <summary>No paths.</summary>
    public static readonly PathUse None = new([]);

    // Objects that are maps have a property for each key: whoever lists them all says nothing.
    private const int MostOthers = 100;

    private readonly bool[] isSeen = new bool[columns.Count];
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private bool isAny;

    public IReadOnlyList<string> Columns => columns;

    /// <summary>What the records say besides, as far as it was noted.</summary>
    public IReadOnlyCollection<string> Others => others;

    public void NoteOther(string name)
    {
        if (others.Count < MostOthers)
        {
            others.Add(name);
        }
    }

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
