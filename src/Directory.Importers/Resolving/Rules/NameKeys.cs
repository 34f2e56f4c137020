using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>
/// The keys under which a name finds its like: all its words, and all but the longest or the second longest, so that an error in one word
/// leaves a key that is right. Words stand in them by their consonants and in one order.
/// </summary>
internal sealed class NameKeys(string kind)
{
    /// <summary>A name that tells less has no key without its region.</summary>
    private const double WeightWithoutRegion = 1.5;

    /// <summary>What is left of a name without one word must tell so much.</summary>
    private const double WeightOfRest = 0.6;

    /// <summary>So many words, the longest first, have a key of their own.</summary>
    private const int TellingWords = 3;

    private const string Everywhere = "everywhere";

    /// <summary>A brand that tells less is no key.</summary>
    private const double WeightOfBrand = 0.6;

    private readonly List<Word> words = [];
    private readonly List<Word> brand = [];
    private readonly List<string> numbers = [];

    /// <summary>The consonants of all words in a row: whether two are written in one makes no difference.</summary>
    private string joined = "";

    /// <summary>Hashes of the keys of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="regions">Regions where it may be, as bits; none if unknown.</param>
    /// <param name="add">Takes each of them.</param>
    public void Add(ParsedName name, RegionSet regions, Action<long> add)
    {
        Collect(name);
        if (words.Count == 0 && numbers.Count == 0)
        {
            return;
        }

        var weight = words.Sum(word => word.Weight);
        if (regions.IsEmpty || weight >= WeightWithoutRegion)
        {
            add(Hash(name, Everywhere, -1));
        }

        // A word such as «московская» leaves two; with more the region is as good as unknown.
        for (var code = 0; code < 100 && regions.Any; code++)
        {
            if (regions.Contains(code))
            {
                AddWithRegion(name, code, weight, add);
            }
        }
    }

    /// <summary>One number for a name as a whole: equal for equal names only.</summary>
    public int Mark(ParsedName name)
    {
        words.Clear();
        words.AddRange(name.Core.Select(core => core.Word));
        words.Sort(static (a, b) => string.CompareOrdinal(a.Stem, b.Stem));
        var hash = MatchKey.Seed(name.IsPart ? "part" : "whole");
        foreach (var word in words)
        {
            hash = MatchKey.Add(hash, word.Stem);
        }

        foreach (var number in name.Numbers)
        {
            hash = MatchKey.Add(hash, number);
        }

        return name.IsEmpty ? 0 : (int)MatchKey.Finish(hash);
    }

    private void AddWithRegion(ParsedName name, int code, double weight, Action<long> add)
    {
        var place = Places[code];
        add(Hash(name, place, -1));
        AddBrand(name, place, add);
        if (name.CoreAcronym is { Length: > 2 } letters)
        {
            // As the hash of a name of one word.
            var hash = MatchKey.Add(MatchKey.Add(MatchKey.Seed(kind), place), "whole");
            add(MatchKey.OfName(MatchKey.Add(hash, Vocabulary.SkeletonOf(Vocabulary.StemOf(letters)))));
        }

        if (joined.Length > 3)
        {
            add(KeyOfJoined(place, joined));
        }

        if (words.Count == 1 && weight < WeightOfRest)
        {
            AddLocal(name, place, 0, add);
        }

        if (AddTellingWords(place, add) || words.Count < 2)
        {
            return;
        }

        var (longest, second) = Longest();
        if (name.District is not null || name.Settlement is not null)
        {
            AddLocal(name, place, longest, add);
            AddLocal(name, place, second, add);
        }

        foreach (var without in (ReadOnlySpan<int>)[longest, second])
        {
            if (weight - words[without].Weight >= WeightOfRest)
            {
                add(Hash(name, place, without));
            }
        }
    }

    private long KeyOfJoined(string place, string joined) =>
        MatchKey.OfName(MatchKey.Add(MatchKey.Add(MatchKey.Add(MatchKey.Seed(kind), place), "all"), joined));

    private void Collect(ParsedName name)
    {
        words.Clear();
        numbers.Clear();
        numbers.AddRange(name.Numbers);
        numbers.Sort(StringComparer.Ordinal);
        // «РБ» is a region more often than not.
        Collect(name, core => IsNaming(core) && !core.Word.IsTown && core.Word.Text.Length > 2);
        if (words.Count == 0)
        {
            Collect(name, IsNaming);
        }

        if (words.Count == 0)
        {
            Collect(name, core => KindWords.IsOfMany(core.Word.Text));
        }

        if (words.Count == 0)
        {
            Collect(name, _ => true);
        }

        if (words.Count(word => !NameLexicon.IsSoftener(word.Stem)) > 1 && !words.Exists(word => word.Weight >= 1))
        {
            // «Ресурсный центр поддержки НКО» and «Ресурсный центр для НКО».
            words.RemoveAll(word => NameLexicon.IsSoftener(word.Stem));
        }

        if (words.Exists(word => word.Sense == "ветеран") && words.Count(word => NameLexicon.IsOfVeterans(word.Stem)) > 1)
        {
            // Of all veterans: the short name has the one word.
            words.RemoveAll(word => NameLexicon.IsOfVeterans(word.Stem));
        }

        joined = Joined(words);
        words.Sort(static (a, b) => string.CompareOrdinal(a.Skeleton, b.Skeleton));
    }

    /// <summary>Neither a form nor a place, nor what is left out as often as not.</summary>
    private static bool IsNaming(CoreWord core) =>
        !core.IsForm && !(core.IsOrigin && core.Word.Weight >= 1) && !core.IsBracketed && core.Word.Role is not (WordRole.Country or WordRole.Reach) && core.Word.Regions.IsEmpty
        && !core.Word.IsTitle && !core.Word.IsGivenName && !(core.IsCut && core.Word.Text.Length < 6);

    private static string Joined(List<Word> words)
    {
        Span<char> letters = stackalloc char[60];
        var length = 0;
        foreach (var word in words)
        {
            foreach (var letter in word.Skeleton)
            {
                if (length < letters.Length && !"аиуыэюя".Contains(letter, StringComparison.Ordinal) && (length == 0 || letters[length - 1] != letter))
                {
                    letters[length++] = letter;
                }
            }
        }

        return new string(letters[..length]);
    }

    private void Collect(ParsedName name, Func<CoreWord, bool> isNaming)
    {
        foreach (var core in name.Core)
        {
            if (isNaming(core))
            {
                words.Add(core.Word);
            }
        }
    }

    private (int Longest, int Second) Longest()
    {
        var (longest, second) = (0, 1);
        if (words[1].Skeleton.Length > words[0].Skeleton.Length)
        {
            (longest, second) = (1, 0);
        }

        for (var i = 2; i < words.Count; i++)
        {
            if (words[i].Skeleton.Length > words[longest].Skeleton.Length)
            {
                (longest, second) = (i, longest);
            }
            else if (words[i].Skeleton.Length > words[second].Skeleton.Length)
            {
                second = i;
            }
        }

        return (longest, second);
    }

    private long Hash(ParsedName name, string place, int without) => Hash(name, place, without, words);

    private long Hash(ParsedName name, string place, int without, List<Word> words)
    {
        var hash = MatchKey.Add(MatchKey.Seed(kind), place);
        hash = MatchKey.Add(hash, name.IsPart && place == Everywhere ? "part" : "whole");
        for (var i = 0; i < words.Count; i++)
        {
            if (i != without)
            {
                hash = MatchKey.Add(hash, words[i].Skeleton);
            }
        }

        foreach (var number in numbers)
        {
            hash = MatchKey.Add(hash, number);
        }

        return MatchKey.OfName(hash);
    }

    /// <summary>The brand by itself is a key if more stands around it: it is the whole name where somebody says no more.</summary>
    private void AddBrand(ParsedName name, string place, Action<long> add)
    {
        brand.Clear();
        brand.AddRange(name.Core.Where(core => core.IsBrand && (IsNaming(core) || core.Word.Regions.Any || core.IsForm)).Select(core => core.Word));
        if (brand.Count == 0 || (brand.Count >= words.Count && !brand.Exists(word => word.Regions.Any)) || brand.Sum(word => word.Weight) < WeightOfBrand)
        {
            return;
        }

        if (brand.Count > 1 && Joined(brand) is { Length: > 3 } inRow)
        {
            // The same as of a name that is nothing but the brand.
            add(KeyOfJoined(place, inRow));
            return;
        }

        brand.Sort(static (a, b) => string.CompareOrdinal(a.Skeleton, b.Skeleton));
        add(Hash(name, place, -1, brand));
    }

    /// <summary>Usual words with the place: there are few of one place.</summary>
    private void AddLocal(ParsedName name, string place, int word, Action<long> add)
    {
        foreach (var local in new[] { name.District, name.Settlement }.OfType<string>())
        {
            var hash = MatchKey.Add(MatchKey.Add(MatchKey.Seed(kind), place), "place");
            add(MatchKey.OfWord(MatchKey.Add(MatchKey.Add(hash, TownNames.KeyOf(local)), words[word].Skeleton)));
        }
    }

    /// <summary>The telling words one by one: whatever else is written otherwise, one of them will be right. Few records may share such a key.</summary>
    /// <returns>Whether there are two at least.</returns>
    private bool AddTellingWords(string place, Action<long> add)
    {
        var telling = words.Where(word => word is { Weight: >= 1, Skeleton.Length: > 1 }).Select(word => SkeletonOf(word.Text, word.Skeleton)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(skeleton => skeleton.Length).ThenBy(skeleton => skeleton, StringComparer.Ordinal).Take(TellingWords).ToList();
        foreach (var skeleton in telling)
        {
            add(MatchKey.OfWord(MatchKey.Add(MatchKey.Add(MatchKey.Add(MatchKey.Seed(kind), place), "word"), skeleton)));
        }

        return telling.Count > 1;
    }

    /// <summary>«Эковахта» is found by «вахта», since others write «экологическая вахта».</summary>
    private static string SkeletonOf(string text, string skeleton)
    {
        foreach (var beginning in Beginnings)
        {
            if (text.Length > beginning.Length + 3 && text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return Vocabulary.SkeletonOf(Vocabulary.StemOf(text[beginning.Length..]));
            }
        }

        return skeleton;
    }

    private static readonly string[] Beginnings = ["эко", "мед", "юр", "соц", "медиа", "арт", "вело", "мото", "кино", "фото", "спорт", "проф", "агро", "авто", "этно", "зоо"];

    private static readonly string[] Places = [.. Enumerable.Range(0, 100).Select(code => code.ToString("00", System.Globalization.CultureInfo.InvariantCulture))];
}
