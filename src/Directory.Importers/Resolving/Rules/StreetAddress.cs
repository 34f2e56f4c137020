using System.Collections.Frozen;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Street and house of an address as far as its words tell; towns and regions are judged by themselves.</summary>
internal sealed class StreetAddress
{
    private const int DigitsOfIndex = 6;

    private static readonly FrozenSet<string> Marks = "улица просп проспект дом офис корпус строение литер литера обл область край республика город россия российская федерация кварт квартира каб кабинет пом помещение район поселок село деревня бульвар переулок площадь шоссе набережная микрорайон этаж почтовый индекс комната ком стр корп наб пер пос"
        .Split(' ').Select(Vocabulary.StemOf).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that stand before or behind the name of a street.</summary>
    private static readonly FrozenSet<string> StreetMarks = "ул улица пр просп проспект пер переулок наб набережная ш шоссе б бул бульвар пл площадь проезд тракт аллея линия тупик мкр мкрн микрорайон квартал"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> words;
    private readonly HashSet<string> street;
    private readonly string numbers;

    private StreetAddress(HashSet<string> words, HashSet<string> street, string numbers) => (this.words, this.street, this.numbers) = (words, street, numbers);

    /// <summary>Reads an address; null if it names no house.</summary>
    public static StreetAddress? Of(string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        List<string> numbers = [];
        foreach (var part in Parts(text.ToLowerInvariant().Replace('ё', 'е')))
        {
            if (char.IsDigit(part[0]))
            {
                numbers.Add(part.TrimStart('0'));
                continue;
            }

            if (part.Length > 2 && Vocabulary.StemOf(part) is var stem && !Marks.Contains(stem))
            {
                words.Add(stem);
            }
        }

        numbers.RemoveAll(number => number.Length >= DigitsOfIndex);
        return words.Count > 0 && numbers.Count > 0 ? new StreetAddress(words, StreetOf(text), string.Join(' ', numbers)) : null;
    }

    /// <summary>The same numbers, and all words of the one in the other.</summary>
    public bool IsLike(StreetAddress other) =>
        numbers == other.numbers && (words.Count <= other.words.Count ? words.IsSubsetOf(other.words) : other.words.IsSubsetOf(words));

    /// <summary>Both streets are known, and they have no word in common.</summary>
    public bool IsElsewhere(StreetAddress other) => street.Count > 0 && other.street.Count > 0 && !street.Overlaps(other.street);

    /// <summary>The words behind the mark of a street, or before it: «ул. Мира», «Ленинский проспект».</summary>
    private static HashSet<string> StreetOf(string text)
    {
        HashSet<string> street = new(StringComparer.Ordinal);
        foreach (var segment in text.ToLowerInvariant().Replace('ё', 'е').Split(',', ';'))
        {
            var parts = Parts(segment).ToList();
            var mark = parts.FindIndex(StreetMarks.Contains);
            if (mark < 0)
            {
                continue;
            }

            var behind = parts.Skip(mark + 1).TakeWhile(part => !char.IsDigit(part[0])).Where(part => part.Length > 2).ToList();
            var before = parts.Take(mark).Where(part => part.Length > 2 && !char.IsDigit(part[0])).TakeLast(1);
            street.UnionWith((behind.Count > 0 ? behind : before).Select(Vocabulary.StemOf).Where(stem => !Marks.Contains(stem)));
        }

        if (street.Count == 0)
        {
            // «Самара, Ленинская, 10»: what stands before the house.
            var segments = text.ToLowerInvariant().Replace('ё', 'е').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var house = Array.FindIndex(segments, segment => char.IsAsciiDigit(segment[0]) && segment.TakeWhile(char.IsAsciiDigit).Count() < DigitsOfIndex);
            street.UnionWith(house > 1 ? Parts(segments[house - 1]).Where(part => part.Length > 2).Select(Vocabulary.StemOf).Where(stem => !Marks.Contains(stem)) : []);
        }

        return street;
    }

    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsDigit(text[end]) == char.IsDigit(text[at]))
            {
                end++;
            }

            if (end > at)
            {
                yield return text[at..end];
            }

            at = Math.Max(end, at + 1);
        }
    }
}
