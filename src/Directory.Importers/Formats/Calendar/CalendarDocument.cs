using System.Text;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>The wire format: folded lines in nested components (RFC 5545, 3.1 and 3.4).</summary>
internal sealed class CalendarDocument
{
    private const int MaxLineBytes = 1024 * 1024;
    private const int MaxDepth = 8;
    private const int MaxComponents = 200_000;

    /// <summary>Calendars of the file: it may hold several, one after the other.</summary>
    public List<CalendarComponent> Calendars { get; } = [];

    /// <summary>Lines of the file that are no content lines.</summary>
    public List<int> OddLines { get; } = [];

    /// <summary>Line on which the text ends although a component is open; null if all are closed.</summary>
    public int? UnclosedAt { get; private set; }

    public bool IsTooLarge { get; private set; }

    /// <summary>Reads the bytes of a whole file.</summary>
    public static CalendarDocument Read(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var document = new CalendarDocument();
        var open = new Stack<CalendarComponent>();
        var components = 0;
        var row = 0;
        var position = 0;
        var line = new List<byte>();
        while (position < bytes.Length && !document.IsTooLarge)
        {
            var start = row + 1;
            row += Unfold(bytes, ref position, line);
            var text = encoding.GetString([.. line]);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            document.Take(text.TrimStart('\uFEFF'), start, open);
            components += open.TryPeek(out var top) && top.Row == start ? 1 : 0;
            document.IsTooLarge = components > MaxComponents;
        }

        document.UnclosedAt = open.Count > 0 ? row : null;
        return document;
    }

    /// <summary>The bytes with all folds taken out, for those who look at their encoding.</summary>
    public static byte[] WithoutFolds(ReadOnlySpan<byte> bytes)
    {
        var result = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var isFold = bytes[i] is (byte)' ' or (byte)'\t' && length > 0 && result[length - 1] is (byte)'\r' or (byte)'\n';
            if (isFold)
            {
                length -= length > 1 && result[length - 1] == '\n' && result[length - 2] == '\r' ? 2 : 1;
            }
            else
            {
                result[length++] = bytes[i];
            }
        }

        return result[..length];
    }

    private void Take(string text, int row, Stack<CalendarComponent> open)
    {
        var line = CalendarLine.Parse(text);
        if (line is null)
        {
            OddLines.Add(row);
        }
        else if (line.Name == "BEGIN")
        {
            Begin(new CalendarComponent(line.Value.Trim().ToUpperInvariant(), row), open);
        }
        else if (line.Name == "END")
        {
            // An end that closes nothing is passed over: what is open goes on.
            if (open.TryPeek(out var top) && top.Name.Equals(line.Value.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                open.Pop();
            }
        }
        else if (open.TryPeek(out var component))
        {
            component.Properties.Add(line);
        }
    }

    private void Begin(CalendarComponent component, Stack<CalendarComponent> open)
    {
        if (open.TryPeek(out var parent))
        {
            parent.Parts.Add(component);
        }
        else if (component.Name == "VCALENDAR")
        {
            Calendars.Add(component);
        }

        IsTooLarge |= open.Count >= MaxDepth;
        open.Push(component);
    }

    /// <summary>
    /// One logical line and the number of lines that it takes. Done on bytes: a fold may stand inside of a character. What is beyond
    /// the longest line is dropped.
    /// </summary>
    private static int Unfold(ReadOnlySpan<byte> bytes, ref int position, List<byte> line)
    {
        line.Clear();
        for (var lines = 1; ; lines++)
        {
            var rest = bytes[position..];
            var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var part = length < 0 ? rest : rest[..length];
            line.AddRange(part[..Math.Min(part.Length, Math.Max(0, MaxLineBytes - line.Count))]);
            position += part.Length;
            if (position < bytes.Length)
            {
                position += bytes[position] == '\r' && position + 1 < bytes.Length && bytes[position + 1] == '\n' ? 2 : 1;
            }

            if (position >= bytes.Length || bytes[position] is not ((byte)' ' or (byte)'\t'))
            {
                return lines;
            }

            position++;
        }
    }
}
