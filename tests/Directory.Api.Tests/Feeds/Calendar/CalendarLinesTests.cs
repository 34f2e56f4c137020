using System.Buffers;
using System.Text;
using CenterDirectory.Api.Feeds.Calendar;
using CenterDirectory.Importers.Formats.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace CenterDirectory.Api.Tests.Feeds.Calendar;

/// <summary>Content lines of iCalendar.</summary>
public sealed class CalendarLinesTests
{
    private static readonly string[] Pieces = ["а", "Ж", "я", " ", "x", ",", ";", "\\", "\n", "😀", "é", "«", "\t", "12345678901234567890", "\u0007", "\r", "\ud83d"];

    /// <summary>Any text comes back, but for characters that no text may have; no line is longer than 75 octets, and each is UTF-8 by itself.</summary>
    [Fact]
    public void Texts_come_back_and_lines_are_never_too_long() => Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var bytes = Write(lines => lines.WriteText("DESCRIPTION", "-" + text + "-"));
            var physical = Encoding.UTF8.GetString(bytes).Split("\r\n");
            Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.DoesNotContain('\ufffd', new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
            Assert.All(Cut(bytes), line => new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(line));

            var whole = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + Encoding.UTF8.GetString(bytes) + "END:VEVENT\r\nEND:VCALENDAR\r\n";
            var read = CalendarDocument.Read(Encoding.UTF8.GetBytes(whole), Encoding.UTF8).Calendars[0].Parts[0].Property("DESCRIPTION")!.Text;
            var expected = text.Replace("\u0007", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
            Assert.Equal("-" + WithoutHalves(expected) + "-", read);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fold_never_stands_inside_of_a_character()
    {
        var bytes = Write(lines => lines.WriteText("X", new string('я', 60)));

        Assert.Equal($"X:{new string('я', 36)}\r\n {new string('я', 24)}\r\n", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void Lists_have_commas_between_escaped_texts_and_empty_ones_no_line() => Assert.Equal(
        "CATEGORIES:один\\, два,три\r\n",
        Encoding.UTF8.GetString(Write(lines =>
        {
            lines.WriteTexts("CATEGORIES", ["один, два", "", "три"]);
            lines.WriteTexts("CATEGORIES", []);
            lines.WriteText("COMMENT", null);
        })));

    private static byte[] Write(Action<CalendarLines> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new CalendarLines(output));
        return output.WrittenSpan.ToArray();
    }

    private static List<byte[]> Cut(byte[] bytes)
    {
        var lines = new List<byte[]>();
        var rest = bytes.AsSpan();
        for (var end = rest.IndexOf("\r\n"u8); end >= 0; end = rest.IndexOf("\r\n"u8))
        {
            lines.Add(rest[..end].ToArray());
            rest = rest[(end + 2)..];
        }

        return lines;
    }

    private static string WithoutHalves(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(text[i]).Append(text[++i]);
            }
            else if (!char.IsSurrogate(text[i]))
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
