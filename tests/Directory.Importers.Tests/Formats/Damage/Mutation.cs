using System.Text;

namespace CenterDirectory.Importers.Tests.Formats.Damage;

/// <summary>Damages bytes the way transfers, editors and malice do; the same random numbers give the same damage.</summary>
internal static class Mutation
{
    private static readonly byte[][] Insertions =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "'", "{", "[", "}", "]", ",", ";", ":", "\\", "\r", "\n", "\t", "\0", "]]>", "<![CDATA[", "<!--", "&#x0;", "&#1114112;", "&x;",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "\\ud800", "1e999", "-", "99999999999999999999", "BEGIN:VEVENT\r\n", "END:VCALENDAR\r\n",
            "RRULE:FREQ=DAILY\r\n", "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2\r\n", "=", "PK\u0003\u0004", "\uFEFF",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE],
        [0xC3],
        [0x80, 0x80, 0x80, 0x80],
    ];

    public static byte[] Of(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, random.Next(1, 200));
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count), [.. Enumerable.Repeat(bytes.GetRange(at, length), random.Next(1, 50)).SelectMany(part => part)]);
                break;
            default:
                var insertion = Insertions[random.Next(Insertions.Length)];
                var times = random.Next(10) == 0 ? 2_000 : 1;
                bytes.InsertRange(at, [.. Enumerable.Repeat(insertion, times).SelectMany(part => part)]);
                break;
        }
    }
}
