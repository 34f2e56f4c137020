using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace CenterDirectory.Importers.Formats.Syndication;

/// <summary>
/// The text of a feed with what XML forbids and feeds do all the same put right on the way: the names that HTML gives to characters
/// (<c>&amp;nbsp;</c>), lone ampersands, control characters, blank lines before the prolog. Entities that a document declares itself
/// stay text: nothing is expanded, nothing is fetched.
/// </summary>
internal sealed class LenientXmlText(TextReader source) : TextReader
{
    private const string CDataStart = "<![CDATA[";
    private const string CDataEnd = "]]>";
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";
    private const int LongestReference = 40;

    private readonly char[] block = new char[16 * 1024];
    private readonly StringBuilder pending = new();
    private readonly StringBuilder ready = new();
    private int taken;
    private string? verbatimUntil;
    private bool isBegun;
    private bool isEnded;

    /// <summary>Line breaks that were left out before the document began.</summary>
    public int SkippedLines { get; private set; }

    public override int Peek()
    {
        var one = new char[1];
        if (Read(one, 0, 1) == 0)
        {
            return -1;
        }

        taken--;
        return one[0];
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count)
    {
        while (taken == ready.Length && !isEnded)
        {
            Mend(source.Read(block, 0, block.Length));
        }

        return Take(buffer.AsSpan(index, count));
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (taken == ready.Length && !isEnded)
        {
            Mend(await source.ReadAsync(block, cancellationToken));
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, ready.Length - taken);
        ready.CopyTo(taken, buffer, count);
        taken += count;
        return count;
    }

    private void Mend(int read)
    {
        isEnded = read == 0;
        pending.Append(block, 0, read);
        ready.Clear();
        taken = 0;
        var text = pending.ToString();
        pending.Clear();
        var rest = MendText(text);
        pending.Append(text, rest, text.Length - rest);
    }

    /// <summary>Mends as far as can be judged without what follows, and tells how far.</summary>
    private int MendText(string text)
    {
        var i = isBegun ? 0 : SkipBlanks(text);
        while (i < text.Length)
        {
            var next = verbatimUntil is not null ? Verbatim(text, i) : text[i] switch
            {
                '<' => Markup(text, i),
                '&' => Reference(text, i),
                _ => Character(text, i),
            };
            if (next < 0)
            {
                return i;
            }

            i = next;
        }

        return i;
    }

    private int SkipBlanks(string text)
    {
        var i = 0;
        while (i < text.Length && CellText.IsBlank(text[i]))
        {
            SkippedLines += text[i++] == '\n' ? 1 : 0;
        }

        isBegun = i < text.Length;
        return i;
    }

    private int Verbatim(string text, int i)
    {
        if (text[i] != verbatimUntil![0])
        {
            return Character(text, i);
        }

        if (Begins(text, i, verbatimUntil) is not { } begins)
        {
            return -1;
        }

        if (!begins)
        {
            return Character(text, i);
        }

        ready.Append(verbatimUntil);
        i += verbatimUntil.Length;
        verbatimUntil = null;
        return i;
    }

    private int Markup(string text, int i)
    {
        foreach (var (start, end) in ((string, string)[])[(CDataStart, CDataEnd), (CommentStart, CommentEnd)])
        {
            if (Begins(text, i, start) is not { } begins)
            {
                return -1;
            }

            if (begins)
            {
                verbatimUntil = end;
                ready.Append(start);
                return i + start.Length;
            }
        }

        ready.Append('<');
        return i + 1;
    }

    /// <summary>Null if the text ends before it can be told.</summary>
    private bool? Begins(string text, int i, string word)
    {
        var length = Math.Min(word.Length, text.Length - i);
        var isEqual = string.CompareOrdinal(text, i, word, 0, length) == 0;
        return isEqual && length < word.Length && !isEnded ? null : isEqual && length == word.Length;
    }

    private int Reference(string text, int i)
    {
        var end = i + 1;
        while (end < text.Length && end - i < LongestReference && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
        {
            end++;
        }

        if (end == text.Length && end - i < LongestReference && !isEnded)
        {
            return -1;
        }

        if (end == text.Length || text[end] != ';' || end == i + 1)
        {
            ready.Append("&amp;");
            return i + 1;
        }

        AppendReference(text[(i + 1)..end]);
        return end + 1;
    }

    private void AppendReference(string name)
    {
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            ready.Append('&').Append(name).Append(';');
        }
        else if (name[0] == '#')
        {
            AppendNumber(name);
        }
        else if (HtmlEntityProvider.Resolver.GetSymbol(name + ";") is { } symbol)
        {
            AppendSymbol(symbol);
        }
        else
        {
            ready.Append("&amp;").Append(name).Append(';');
        }
    }

    private void AppendNumber(string name)
    {
        var isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = isHexadecimal ? name.AsSpan(2) : name.AsSpan(1);
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code))
        {
            ready.Append("&amp;").Append(name).Append(';');
        }
        else if (code is > 0x7F and < 0xA0)
        {
            // Numbers of windows-1252 where Unicode has control characters: what browsers show is meant.
            AppendSymbol(HtmlEntityProvider.GetSymbolFromTable(code) ?? "");
        }
        else if (Rune.IsValid(code) && (code >= ' ' || code is '\t' or '\n' or '\r') && code is not (0xFFFE or 0xFFFF))
        {
            AppendSymbol(char.ConvertFromUtf32(code));
        }
    }

    private void AppendSymbol(string symbol)
    {
        foreach (var part in symbol)
        {
            if (part is '<' or '>' or '&' or '"' or '\'')
            {
                ready.Append(CultureInfo.InvariantCulture, $"&#{(int)part};");
            }
            else
            {
                ready.Append(part);
            }
        }
    }

    private int Character(string text, int i)
    {
        var symbol = text[i];
        if (char.IsHighSurrogate(symbol))
        {
            if (i + 1 == text.Length && !isEnded)
            {
                return -1;
            }

            if (i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                ready.Append(symbol).Append(text[i + 1]);
                return i + 2;
            }
        }

        if ((symbol >= ' ' || symbol is '\t' or '\n' or '\r') && !char.IsSurrogate(symbol) && symbol is not ('\uFFFE' or '\uFFFF'))
        {
            ready.Append(symbol);
        }

        return i + 1;
    }
}
