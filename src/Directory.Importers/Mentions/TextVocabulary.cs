using System.Collections;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Importers.Mentions;

/// <summary>
/// Which words, and which words beside each other, stand in the texts that are read. It sorts out nearly all names of a large directory before
/// any of them takes memory, and never one that stands there: words are noted by their beginnings, which all forms of a word share.
/// </summary>
internal sealed class TextVocabulary
{
    private const int LongestBeginning = 6;
    private const int BeginningBits = 1 << 24;
    private const int LeastBits = 1 << 16;
    private const int MostBits = 1 << 28;
    private const int BitsOfWord = 16;
    private const int MaximumKnown = 400_000;

    private readonly BitArray beginnings = new(BeginningBits);
    private readonly BitArray neighbours;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly char[] buffer = new char[WordReader.MaximumLength];

    /// <param name="words">About how many words the texts have.</param>
    public TextVocabulary(long words) =>
        neighbours = new BitArray((int)Math.Clamp((long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, words) * BitsOfWord), LeastBits, MostBits));

    public void Add(ReadOnlySpan<char> text)
    {
        var words = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new WordReader(text, buffer);
        var (before, beforeThat) = (0u, 0u);
        while (reader.MoveNext())
        {
            var word = reader.Current;
            if (!words.Contains(word))
            {
                known.EnsureCapacity(1_024);
                if (known.Count >= MaximumKnown)
                {
                    known.Clear();
                }

                words.Add(word);
                for (var length = 1; length <= Math.Min(word.Length, LongestBeginning); length++)
                {
                    beginnings[Slot(HashOf(word[..length]), beginnings)] = true;
                }
            }

            var two = HashOf(word[..Math.Min(2, word.Length)]);
            neighbours[Slot(Joined(before, two), neighbours)] = true;
            neighbours[Slot(Joined(Joined(beforeThat, before), two), neighbours)] = true;
            (beforeThat, before) = (before, two);
        }
    }

    /// <summary>Whether a name, or what stands in its quotation marks, may stand in the texts.</summary>
    public bool MayHold(ReadOnlySpan<char> name)
    {
        var quote = name.IndexOfAny("«\"“„");
        var (whole, core, hasCore) = (true, true, false);
        var reader = new WordReader(name, buffer);
        while (reader.MoveNext())
        {
            var isKnown = MayHoldWord(reader.Current);
            whole &= isKnown;
            var isInner = quote >= 0 && reader.Start > quote;
            core &= isKnown || !isInner;
            hasCore |= isInner;
            if (!whole && (!core || quote < 0))
            {
                return false;
            }
        }

        return whole || (core && hasCore);
    }

    /// <summary>Whether any of the longer words of a name may stand in the texts; true if it has none.</summary>
    public bool MayHoldAny(ReadOnlySpan<char> name)
    {
        var hasLonger = false;
        var reader = new WordReader(name, buffer);
        while (reader.MoveNext())
        {
            if (reader.Current.Length > 3)
            {
                hasLonger = true;
                if (MayHoldWord(reader.Current))
                {
                    return true;
                }
            }
        }

        return !hasLonger;
    }

    public bool MayHold(NamePattern pattern)
    {
        var (before, beforeThat) = (0u, 0u);
        for (var i = 0; i < pattern.Words.Count; i++)
        {
            var word = pattern.Words[i];
            var two = HashOf(word.AsSpan(0, Math.Min(2, word.Length)));
            // A patronymic may stand between the words of a person's name, other adjectives between those of a territory's.
            var standsAlone = pattern.Kind is NameKind.Person or NameKind.Territory;
            if (!MayHoldWord(word) || (!standsAlone && i > 0 && !neighbours[Slot(Joined(before, two), neighbours)])
                || (!standsAlone && i > 1 && !neighbours[Slot(Joined(Joined(beforeThat, before), two), neighbours)]))
            {
                return false;
            }

            (beforeThat, before) = (before, two);
        }

        return true;
    }

    private bool MayHoldWord(ReadOnlySpan<char> word) =>
        beginnings[Slot(HashOf(word[..(word.Length < 5 ? Math.Min(2, word.Length) : Math.Min(word.Length - 3, LongestBeginning))]), beginnings)];

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16_777_619u;
        }

        return hash;
    }

    private static uint Joined(uint one, uint other) => (uint)(((ulong)(one ^ 0x9E37_79B9u) * 0xC2B2_AE3Du >> 7) ^ other) * 0x85EB_CA6Bu;

    private static int Slot(uint hash, BitArray bits) => (int)((hash ^ (hash >> 15)) & (uint)(bits.Length - 1));
}
