using System.Text;

namespace CenterDirectory.Importers.Tests.Mentions;

/// <summary>A text with its mentions marked: «В [Омске|omsk] …» says that «Омске» mentions <c>omsk</c>, and nothing else mentions anything.</summary>
internal sealed record MarkedText(string Text, IReadOnlyList<(int Start, string Words, string Entry)> Mentions)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var mentions = new List<(int, string, string)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                text.Append(marked[i]);
                continue;
            }

            var (bar, end) = (marked.IndexOf('|', i), marked.IndexOf(']', i));
            mentions.Add((text.Length, marked[(i + 1)..bar], marked[(bar + 1)..end]));
            text.Append(marked, i + 1, bar - i - 1);
            i = end;
        }

        return new MarkedText(text.ToString(), mentions);
    }

    /// <summary>The text with other mentions marked.</summary>
    public static string Mark(string text, IEnumerable<(int Start, int Length, string Entry)> mentions)
    {
        var marked = new StringBuilder(text);
        foreach (var (start, length, entry) in mentions.OrderByDescending(mention => mention.Start))
        {
            marked.Insert(start + length, $"|{entry}]").Insert(start, '[');
        }

        return marked.ToString();
    }
}
