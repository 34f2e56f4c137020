using System.Globalization;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Importers.Formats.Tables;

/// <summary>Names of columns out of the rows of a header.</summary>
internal sealed class HeaderNames(FeedLocation location)
{
    private readonly List<List<string>> parts = [];

    /// <summary>Adds one row of the header; a word that only repeats the row above says nothing new.</summary>
    public void Add(FeedRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i == parts.Count)
            {
                parts.Add([]);
            }

            if (row[i] is { } text && CellText.Collapse(text) is { Length: > 0 } word && (parts[i].Count == 0 || parts[i][^1] != word))
            {
                parts[i].Add(word);
            }
        }
    }

    /// <summary>The names as the file has them; nameless columns at the right end of a grid are none.</summary>
    public List<string> Published(bool isGrid)
    {
        var names = parts.ConvertAll(words => string.Join(' ', words));
        while (isGrid && names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return names;
    }

    /// <summary>The names by which the manifest calls them.</summary>
    public List<string> Called(List<string> published)
    {
        var renamed = location.Rename.ToDictionary(pair => CellText.Collapse(pair.Key), pair => CellText.Collapse(pair.Value), StringComparer.OrdinalIgnoreCase);
        return [.. published.Select((name, index) => name.Length == 0 ? Number(index) : renamed.GetValueOrDefault(name, name))];
    }

    public static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
