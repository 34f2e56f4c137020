using System.Runtime.InteropServices;
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

    /// <summary>So many letters of all words in a row count.</summary>
    private const int LongestRow = 60;

    /// <summary>A brand that tells less is no key.</summary>
    private const double WeightOfBrand = 0.6;

    /// <summary>A row of so few letters is no key.</summary>
    private const int ShortestRow = 3;

    private readonly List<Word> words = [];
    private readonly List<Word> brand = [];
    private readonly List<string> numbers = [];
    private readonly List<string> telling = [];

    /// <summary>What the hashes of all keys begin with, by region and sort: made once.</summary>
    private readonly KeyBeginnings whole = new(kind, Everywhere, "whole");
    private readonly KeyBeginnings part = new(kind, Everywhere, "part");
    private readonly KeyBeginnings all = new(kind, Everywhere, "all");
    private readonly KeyBeginnings local = new(kind, Everywhere, "place");
    private readonly KeyBeginnings word = new(kind, Everywhere, "word");

    /// <summary>The consonants of all words in a row: whether two are written in one makes no difference.</summary>
    private readonly char[] row = new char[LongestRow];

    private int lengthOfRow;

    /// <summary>Adds the keys of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="regions">Regions where it may be, as bits; none if unknown.</param>
    /// <param name="sort">The sort of the keys.</param>
    /// <param name="add">Takes each of them.</param>
    public void Add(ParsedName name, RegionSet regions, MatchKeySort sort, Action<long> add)
    {
        Collect(name);
        if (words.Count == 0 && numbers.Count == 0)
        {
            return;
        }

        var keys = new Taker(sort, add);
        var weight = WeightOf(words);
        if (regions.IsEmpty || weight >= WeightWithoutRegion)
        {
            keys.Add(Hash(name.IsPart ? part.Everywhere : whole.Everywhere, -1, words));
        }

        // A word such as «московская» leaves two; with more the region is as good as unknown.
        for (var code = 0; code < KeyBeginnings.Codes && regions.Any; code++)
        {
            if (regions.Contains(code))
            {
                AddWithRegion(name, code, weight, keys);
            }
        }
    }

    /// <summary>One number for a name as a whole: equal for equal names only.</summary>
    public int Mark(ParsedName name)
    {
        words.Clear();
        foreach (var core in name.Core)
        {
            words.Add(core.Word);
        }

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

    private void AddWithRegion(ParsedName name, int code, double weight, Taker keys)
    {
        keys.Add(Hash(whole.Of(code), -1, words));
        AddBrand(name, code, keys);
        if (name.CoreAcronym is { Length: > 2 } letters)
        {
            // As the hash of a name of one word.
            keys.Add(MatchKey.OfName(MatchKey.Add(whole.Of(code), Vocabulary.SkeletonOf(Vocabulary.StemOf(letters)))));
        }

        if (lengthOfRow > ShortestRow)
        {
            keys.Add(MatchKey.OfName(MatchKey.Add(all.Of(code), row.AsSpan(0, lengthOfRow))));
        }

        if (words.Count == 1 && weight < WeightOfRest)
        {
            AddLocal(name, code, 0, keys);
        }

        if (AddTellingWords(code, keys) || words.Count < 2)
        {
            return;
        }

        var (longest, second) = Longest();
        if (name.District is not null || name.Settlement is not null)
        {
            AddLocal(name, code, longest, keys);
            AddLocal(name, code, second, keys);
        }

        foreach (var without in (ReadOnlySpan<int>)[longest, second])
        {
            if (weight - words[without].Weight >= WeightOfRest)
            {
                keys.Add(Hash(whole.Of(code), without, words));
            }
        }
    }

    private void Collect(ParsedName name)
    {
        words.Clear();
        numbers.Clear();
        numbers.AddRange(name.Numbers);
        numbers.Sort(StringComparer.Ordinal);
        // «РБ» is a region more often than not.
        Collect(name, static core => IsNaming(core) && !core.Word.IsTown && core.Word.Text.Length > 2);
        if (words.Count == 0)
        {
            Collect(name, static core => IsNaming(core));
        }

        if (words.Count == 0)
        {
            Collect(name, static core => KindWords.IsOfMany(core.Word.Text));
        }

        if (words.Count == 0)
        {
            Collect(name, static _ => true);
        }

        if (Count(static word => !NameLexicon.IsSoftener(word.Stem)) > 1 && !words.Exists(static word => word.Weight >= 1))
        {
            // «Ресурсный центр поддержки НКО» and «Ресурсный центр для НКО».
            words.RemoveAll(static word => NameLexicon.IsSoftener(word.Stem));
        }

        if (words.Exists(static word => word.Sense == "ветеран") && Count(static word => NameLexicon.IsOfVeterans(word.Stem)) > 1)
        {
            // Of all veterans: the short name has the one word.
            words.RemoveAll(static word => NameLexicon.IsOfVeterans(word.Stem));
        }

        lengthOfRow = WriteRow(words, row);
        words.Sort(static (a, b) => string.CompareOrdinal(a.Skeleton, b.Skeleton));
    }

    private int Count(Func<Word, bool> isOne)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += isOne(word) ? 1 : 0;
        }

        return count;
    }

    private static double WeightOf(List<Word> words)
    {
        var weight = 0.0;
        foreach (var word in words)
        {
            weight += word.Weight;
        }

        return weight;
    }

    /// <summary>Neither a form nor a place, nor what is left out as often as not.</summary>
    private static bool IsNaming(in CoreWord core) =>
        !core.IsForm && !(core.IsOrigin && core.Word.Weight >= 1) && !core.IsBracketed && core.Word.Role is not (WordRole.Country or WordRole.Reach) && core.Word.Regions.IsEmpty
        && !core.Word.IsTitle && !core.Word.IsGivenName && !(core.IsCut && core.Word.Text.Length < 6);

    /// <returns>How many letters it has.</returns>
    private static int WriteRow(List<Word> words, Span<char> letters)
    {
        var length = 0;
        foreach (var word in words)
        {
            foreach (var letter in word.Skeleton)
            {
                if (length < letters.Length && letter is not ('а' or 'и' or 'у' or 'ы' or 'э' or 'ю' or 'я') && (length == 0 || letters[length - 1] != letter))
                {
                    letters[length++] = letter;
                }
            }
        }

        return length;
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

    private long Hash(ulong hash, int without, List<Word> words)
    {
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
    private void AddBrand(ParsedName name, int code, Taker keys)
    {
        brand.Clear();
        var saysRegion = false;
        foreach (ref readonly var core in CollectionsMarshal.AsSpan(name.Core))
        {
            if (core.IsBrand && (IsNaming(core) || core.Word.Regions.Any || core.IsForm))
            {
                brand.Add(core.Word);
                saysRegion |= core.Word.Regions.Any;
            }
        }

        if (brand.Count == 0 || (brand.Count >= words.Count && !saysRegion) || WeightOf(brand) < WeightOfBrand)
        {
            return;
        }

        Span<char> letters = stackalloc char[LongestRow];
        if (brand.Count > 1 && WriteRow(brand, letters) is > ShortestRow and var length)
        {
            // The same as of a name that is nothing but the brand.
            keys.Add(MatchKey.OfName(MatchKey.Add(all.Of(code), letters[..length])));
            return;
        }

        brand.Sort(static (a, b) => string.CompareOrdinal(a.Skeleton, b.Skeleton));
        keys.Add(Hash(whole.Of(code), -1, brand));
    }

    /// <summary>Usual words with the place: there are few of one place.</summary>
    private void AddLocal(ParsedName name, int code, int at, Taker keys)
    {
        foreach (var place in (ReadOnlySpan<string?>)[name.District, name.Settlement])
        {
            if (place is not null)
            {
                keys.Add(MatchKey.OfWord(MatchKey.Add(MatchKey.Add(local.Of(code), TownNames.KeyOf(place)), words[at].Skeleton)));
            }
        }
    }

    /// <summary>The telling words one by one: whatever else is written otherwise, one of them will be right. Few records may share such a key.</summary>
    /// <returns>Whether there are two at least.</returns>
    private bool AddTellingWords(int code, Taker keys)
    {
        telling.Clear();
        foreach (var each in words)
        {
            if (each is { Weight: >= 1, Skeleton.Length: > 1 } && !telling.Contains(each.OwnSkeleton))
            {
                telling.Add(each.OwnSkeleton);
            }
        }

        telling.Sort(static (a, b) => a.Length != b.Length ? b.Length - a.Length : string.CompareOrdinal(a, b));
        var count = Math.Min(telling.Count, TellingWords);
        for (var i = 0; i < count; i++)
        {
            keys.Add(MatchKey.OfWord(MatchKey.Add(word.Of(code), telling[i])));
        }

        return count > 1;
    }

    private readonly record struct Taker(MatchKeySort Sort, Action<long> Take)
    {
        public void Add(long hash) => Take(MatchKey.Of(Sort, hash));
    }
}
