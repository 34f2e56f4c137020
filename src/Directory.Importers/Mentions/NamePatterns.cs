using System.Text.RegularExpressions;
using CenterDirectory.Data.Search;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>The ways in which texts name an entry, out of what the directory calls it.</summary>
internal static partial class NamePatterns
{
    /// <summary>Longer names are cut: nobody repeats more, and their beginning tells them apart.</summary>
    private const int MostWords = 40;

    private const int LongestAbbreviation = 8;

    /// <summary>An event has a title of its own from so many words on: «Семинар для НКО» is held every week.</summary>
    private const int LeastWordsOfEvent = 4;

    public static IEnumerable<NamePattern> Of(NamedEntry entry) => entry.Type switch
    {
        EntryType.Person => entry.Names.SelectMany(name => OfPerson(entry, name)),
        EntryType.Territory => OfTerritory(entry),
        EntryType.Event => entry.Names.Take(1).Select(name => Pattern(entry, name, NameKind.Name)).OfType<NamePattern>().Where(name => name.Words.Count >= LeastWordsOfEvent),
        _ => entry.Names.SelectMany(name => OfOther(entry, name)),
    };

    private static IEnumerable<NamePattern> OfOther(NamedEntry entry, string name)
    {
        if (Pattern(entry, name, IsAbbreviation(name) ? NameKind.Abbreviation : NameKind.Name) is { } whole)
        {
            yield return whole;
        }

        if (RegionBehind().Match(name) is { Success: true } region
            && Pattern(entry, name[..region.Groups[1].Index] + region.Groups[2].Value, NameKind.Local) is { Words.Count: > 2 } local)
        {
            yield return local;
        }

        foreach (var core in Cores(name))
        {
            if (Pattern(entry, core, NameKind.Core) is { } pattern)
            {
                yield return pattern;
            }
        }
    }

    /// <summary>What stands in quotation marks: from the first to the last, and in the innermost ones.</summary>
    private static IEnumerable<string> Cores(string name)
    {
        var outer = Outer().Match(name);
        if (!outer.Success || outer.Index == 0)
        {
            yield break;
        }

        yield return outer.Groups[1].Value;
        if (Inner().Match(outer.Groups[1].Value) is { Success: true } inner)
        {
            yield return inner.Groups[1].Value;
        }
    }

    private static bool IsAbbreviation(string name)
    {
        var bare = name.Trim(' ', '«', '»', '"', '“', '”');
        return bare.Length is >= 2 and <= LongestAbbreviation && bare.All(char.IsLetterOrDigit) && bare.Any(char.IsUpper) && bare.Count(char.IsLower) <= 1;
    }

    /// <summary>The name of a village alone tells little: there is many a Киев.</summary>
    private static IEnumerable<NamePattern> OfTerritory(NamedEntry entry)
    {
        var isVillage = VillageBefore().IsMatch(entry.Names[0]);
        foreach (var name in entry.Names.SelectMany(OfTerritory).Distinct(StringComparer.Ordinal))
        {
            if (Pattern(entry, name, NameKind.Territory) is { } pattern)
            {
                yield return pattern with { IsGeneric = pattern.IsGeneric || isVillage };
            }
        }
    }

    /// <summary>The name, what stands in brackets or behind a dash, the republic without the word, the district without «муниципальный».</summary>
    private static IEnumerable<string> OfTerritory(string name)
    {
        var bare = KindBefore().Replace(name, "");
        yield return bare;
        foreach (var other in WordLists.NamesOfTerritory(name))
        {
            yield return other;
        }

        var (first, second) = (SecondName().Replace(bare, ""), SecondName().Match(bare) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : null);
        foreach (var part in new[] { first, second }.OfType<string>().Where(part => part.Length > 2))
        {
            yield return part;
            yield return Republic().Replace(part, "");
            if (part.Contains("муниципальный ", StringComparison.OrdinalIgnoreCase))
            {
                yield return part.Replace("муниципальный ", "", StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static IEnumerable<NamePattern> OfPerson(NamedEntry entry, string name)
    {
        var words = WordsOf(name, out _);
        if (words.Count is < 2 or > 4)
        {
            yield break;
        }

        if (words.Any(word => word.Length == 1))
        {
            yield return new NamePattern(entry, words, NameKind.PersonByInitial, false, Gap.Stop);
            var reversed = words.Where(word => word.Length > 1).Concat(words.Where(word => word.Length == 1)).ToList();
            if (!reversed.SequenceEqual(words))
            {
                yield return new NamePattern(entry, reversed, NameKind.PersonByInitial, false, Gap.Stop);
            }

            yield break;
        }

        if (PersonName.Of(words) is { } person)
        {
            yield return new NamePattern(entry, [person.Given, person.Surname], NameKind.Person, false, Gap.None);
            yield return new NamePattern(entry, [person.Surname, person.Given], NameKind.Person, false, Gap.None);
        }
        else
        {
            yield return new NamePattern(entry, words, NameKind.Person, false, Gap.None);
        }
    }

    private static NamePattern? Pattern(NamedEntry entry, string name, NameKind kind)
    {
        var words = WordsOf(name, out var inner);
        var own = words.Where(word => !SearchStems.IsJoining(word)).ToList();
        if (own.Count == 0 || own.All(word => word.All(char.IsAsciiDigit)) || (words.Count == 1 && words[0].Length < 2))
        {
            return null;
        }

        return new NamePattern(entry, words, kind, own.TrueForAll(WordLists.IsCommon), inner);
    }

    private static List<string> WordsOf(string name, out Gap inner)
    {
        inner = Gap.None;
        var words = new List<string>();
        var read = TextWords.Of(name);
        for (var i = 0; i < read.Count && i < MostWords; i++)
        {
            words.Add(read[i].Word);
            inner |= i > 0 ? read[i].Before : Gap.None;
        }

        return words;
    }

    [GeneratedRegex(@"\s((?:\p{Lu}[\p{L}-]+(?:ого|его|ой|ей))\s+)(края|области|республики|округа|района)$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionBehind();

    [GeneratedRegex("""[«"“„](.*)[»"”“]""", RegexOptions.CultureInvariant)]
    private static partial Regex Outer();

    [GeneratedRegex("""[«"“„]([^«»"“”„]+)[»"”“]?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:рабочий пос[её]лок|пос[её]лок|село|деревня|станица|хутор|аул|рп|пгт|пос|п|с|д|х|ст-ца)\.?\s", RegexOptions.CultureInvariant)]
    private static partial Regex VillageBefore();

    [GeneratedRegex(@"\s*\(([^()]*)\)\s*$|\s+[-‐‑–—]\s+(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SecondName();

    [GeneratedRegex(@"^Республика\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Republic();

    [GeneratedRegex(
        @"^(?:(?:городской округ|муниципальный округ|городское поселение|сельское поселение)\s+)?(?:(?:город|рабочий пос[её]лок|пос[её]лок|село|деревня|станица|хутор|аул)\s+|(?:г|рп|пгт|пос|п|с|д|х|ст-ца)\.?\s+)(?=\p{Lu})",
        RegexOptions.CultureInvariant)]
    private static partial Regex KindBefore();
}
