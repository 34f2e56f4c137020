using System.Buffers;
using System.Text;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>
/// Writes content lines of iCalendar: folded after 75 octets, never inside of a character (RFC 5545, 3.1), texts escaped (3.3.11), ended by CRLF.
/// </summary>
internal sealed class CalendarLines(IBufferWriter<byte> output)
{
    private const int Longest = 75;

    private readonly StringBuilder line = new();

    /// <summary>A value that needs no escape: a date, a number, an address.</summary>
    public void Write(string name, string value)
    {
        line.Append(name).Append(':');
        AppendClean(value, isText: false);
        End();
    }

    /// <summary>A text; nothing, if there is none.</summary>
    public void WriteText(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            line.Append(name).Append(':');
            AppendClean(value, isText: true);
            End();
        }
    }

    /// <summary>Texts with commas between them; nothing, if there are none.</summary>
    public void WriteTexts(string name, IEnumerable<string> values)
    {
        line.Append(name).Append(':');
        var start = line.Length;
        foreach (var value in values.Where(value => value.Length > 0))
        {
            line.Append(line.Length > start ? "," : "");
            AppendClean(value, isText: true);
        }

        if (line.Length > start)
        {
            End();
        }

        line.Clear();
    }

    /// <summary>Begins a component; it ends when disposed.</summary>
    public Component Begin(string name)
    {
        Write("BEGIN", name);
        return new Component(this, name);
    }

    /// <summary>Characters that no text may hold are left out; half a surrogate pair would be none in UTF-8.</summary>
    private void AppendClean(string value, bool isText)
    {
        var text = value.AsSpan();
        for (var i = 0; i < text.Length; i++)
        {
            var symbol = text[i];
            if (symbol == '\r' || (symbol == '\n' && !isText) || (char.IsControl(symbol) && symbol is not ('\n' or '\t')))
            {
                continue;
            }

            if (char.IsSurrogate(symbol))
            {
                if (char.IsHighSurrogate(symbol) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    line.Append(symbol).Append(text[++i]);
                }

                continue;
            }

            _ = (isText, symbol) switch
            {
                (true, '\n') => line.Append("\\n"),
                (true, '\\' or ';' or ',') => line.Append('\\').Append(symbol),
                _ => line.Append(symbol),
            };
        }
    }

    private void End()
    {
        // As one piece: the builder keeps its text in several, and a character may lie in two of them.
        var text = ArrayPool<char>.Shared.Rent(line.Length);
        line.CopyTo(0, text, line.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        Fold(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text.AsSpan(0, line.Length), bytes)));
        ArrayPool<char>.Shared.Return(text);
        ArrayPool<byte>.Shared.Return(bytes);
        line.Clear();
    }

    private void Fold(ReadOnlySpan<byte> text)
    {
        var room = Longest;
        while (text.Length > room)
        {
            var cut = room;
            // An octet 10xxxxxx goes on with a character.
            while ((text[cut] & 0xC0) == 0x80)
            {
                cut--;
            }

            output.Write(text[..cut]);
            output.Write("\r\n "u8);
            text = text[cut..];
            // The space that marks the fold counts.
            room = Longest - 1;
        }

        output.Write(text);
        output.Write("\r\n"u8);
    }

    /// <summary>An open component.</summary>
    internal readonly struct Component(CalendarLines lines, string name) : IDisposable
    {
        public void Dispose() => lines.Write("END", name);
    }
}
