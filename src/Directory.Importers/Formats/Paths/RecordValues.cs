using System.Text;

namespace CenterDirectory.Importers.Formats.Paths;

/// <summary>The values of one record by slot. What a path meets several times is joined by line breaks, for the step <c>split</c>.</summary>
internal sealed class RecordValues(PathUse paths)
{
    /// <summary>Longest record that is taken: beyond it a document is not what it says.</summary>
    public const int MaxCharacters = 4 * 1024 * 1024;

    private readonly string?[] values = new string?[paths.Columns.Count];
    private readonly StringBuilder?[] joined = new StringBuilder?[paths.Columns.Count];
    private int characters;

    /// <summary>Whether the record is longer than any record should be.</summary>
    public bool IsTooLong => characters > MaxCharacters;

    public void Begin()
    {
        Array.Clear(values);
        Array.Clear(joined);
        characters = 0;
    }

    public void Add(int slot, string text)
    {
        if (characters > MaxCharacters || text.Length == 0)
        {
            return;
        }

        characters += text.Length;
        paths.Note(slot);
        if (values[slot] is not { } first)
        {
            values[slot] = text;
            return;
        }

        var all = joined[slot] ??= new StringBuilder(first);
        all.Append('\n').Append(text);
    }

    public void Fill(FeedRow row, int number)
    {
        row.Begin(number);
        for (var slot = 0; slot < values.Length; slot++)
        {
            row.Add(joined[slot]?.ToString() ?? values[slot] ?? "");
        }
    }
}
