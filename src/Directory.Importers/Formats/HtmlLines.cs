using System.Text;

namespace CenterDirectory.Importers.Formats;

/// <summary>Lines of text out of HTML. Lists of nothing but links lead away from the article and are left out.</summary>
internal sealed class HtmlLines(int length)
{
    /// <summary>A link or two may be what an article is about; so many in a row are a menu.</summary>
    private const int LeastOfMenu = 3;

    private readonly StringBuilder text = new(Math.Min(length, HtmlText.MaxLength));
    private readonly List<(int Start, bool IsLink)> lines = [];
    private int start;
    private int letters;
    private int linked;

    public bool IsLink { get; set; }

    /// <summary>Line breaks of the source mean nothing in HTML; those of blocks are added by <see cref="Break"/>.</summary>
    public void Append(string data)
    {
        foreach (var symbol in data)
        {
            if (!CellText.IsBlank(symbol))
            {
                text.Append(symbol);
                letters++;
                linked += IsLink ? 1 : 0;
            }
            else if (text.Length > start && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }
    }

    public void Break()
    {
        if (letters > 0)
        {
            lines.Add((start, linked * 10 >= letters * 8));
            text.Append('\n');
        }
        else
        {
            text.Length = start;
        }

        (start, letters, linked) = (text.Length, 0, 0);
    }

    public string Finish()
    {
        Break();
        var whole = text.ToString();
        var result = new StringBuilder(whole.Length);
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[end].IsLink == lines[i].IsLink)
            {
                end++;
            }

            if (!lines[i].IsLink || end - i < LeastOfMenu)
            {
                result.Append(whole, lines[i].Start, (end < lines.Count ? lines[end].Start : whole.Length) - lines[i].Start);
            }

            i = end;
        }

        return result.ToString();
    }
}
