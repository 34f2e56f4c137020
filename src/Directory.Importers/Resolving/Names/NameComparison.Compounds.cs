namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Words that one of two names writes in one.</summary>
internal sealed partial class NameComparison
{
    /// <summary>A beginning of a word must have so many letters to stand for it: «мин», «соц», «эко».</summary>
    private const int ShortestBeginning = 3;

    private const int ShortestCompound = 6;

    /// <summary>«Медиа-центр» and «медиацентр», «экологическая вахта» and «эковахта», whichever of the two writes it in one.</summary>
    private void MatchTogether()
    {
        for (var i = 0; i < left.Core.Count; i++)
        {
            if (matches[i] < 0 && FindChain(left.Core[i].Word.Text.Replace('э', 'е'), right.Core, j => !isTaken[j]) is { Count: > 1 } chain)
            {
                isExact &= chain.IsWhole;
                matches[i] = chain.From;
                for (var j = chain.From; j < chain.From + chain.Count; j++)
                {
                    isTaken[j] = true;
                }
            }
        }

        for (var j = 0; j < right.Core.Count; j++)
        {
            if (!isTaken[j] && FindChain(right.Core[j].Word.Text.Replace('э', 'е'), left.Core, i => matches[i] < 0) is { Count: > 1 } chain)
            {
                isExact &= chain.IsWhole;
                isTaken[j] = true;
                for (var i = chain.From; i < chain.From + chain.Count; i++)
                {
                    matches[i] = j;
                }
            }
        }
    }

    /// <summary>«Водно-моторного» and «водномоторного»: before the first half is taken for a word cut short.</summary>
    private void MatchHyphenated()
    {
        for (var i = 0; i < left.Core.Count; i++)
        {
            for (var j = 0; j < right.Core.Count && matches[i] < 0; j++)
            {
                if (isTaken[j])
                {
                    continue;
                }

                if (IsInOne(left.Core[i], right.Core, j) && !isTaken[j + 1])
                {
                    (matches[i], isTaken[j], isTaken[j + 1]) = (j, true, true);
                }
                else if (IsInOne(right.Core[j], left.Core, i) && matches[i + 1] < 0)
                {
                    (matches[i], matches[i + 1], isTaken[j]) = (j, j, true);
                }
            }
        }
    }

    /// <summary>Whether a word is two that a hyphen ties.</summary>
    private static bool IsInOne(CoreWord whole, List<CoreWord> halves, int at)
    {
        if (at + 1 >= halves.Count || !halves[at + 1].IsJoined || halves[at].Word.IsNumber || whole.Word.Text.Length < ShortestCompound)
        {
            return false;
        }

        var (text, first) = (whole.Word.Text, halves[at].Word.Text);
        return text.Length > first.Length + 1 && text.StartsWith(first, StringComparison.Ordinal) && Vocabulary.StemOf(text[first.Length..]) == halves[at + 1].Word.Stem;
    }

    private static Chain FindChain(string compound, List<CoreWord> words, Func<int, bool> isFree)
    {
        for (var from = 0; compound.Length >= ShortestCompound && from + 1 < words.Count; from++)
        {
            var (count, isWhole) = Follow(compound, words, from, isFree, isWhole: true);
            if (count > 1)
            {
                return new(from, count, isWhole);
            }
        }

        return default;
    }

    /// <summary>Words that follow one another and whose beginnings in a row are the compound, the last one with any ending.</summary>
    private static (int Count, bool IsWhole) Follow(string rest, List<CoreWord> words, int at, Func<int, bool> isFree, bool isWhole)
    {
        if (at >= words.Count || !isFree(at))
        {
            return default;
        }

        // «Хэлп» and «хелп».
        var text = words[at].Word.Text.Replace('э', 'е');
        if (rest == text || (rest.Length > ShortestBeginning && Vocabulary.StemOf(rest) == words[at].Word.Stem))
        {
            return (1, isWhole && rest == text);
        }

        var fewest = rest.StartsWith(text, StringComparison.Ordinal) || rest.StartsWith("юр", StringComparison.Ordinal) ? 2 : ShortestBeginning;
        for (var length = rest.AsSpan().CommonPrefixLength(text); length >= fewest; length--)
        {
            if (length < rest.Length && Follow(rest[length..], words, at + 1, isFree, isWhole && length == text.Length) is { Count: > 0 } next)
            {
                return (next.Count + 1, next.IsWhole);
            }
        }

        return default;
    }

    /// <param name="From">The first word.</param>
    /// <param name="Count">How many they are; 0 if there are none.</param>
    /// <param name="IsWhole">They stand in the compound letter by letter.</param>
    private readonly record struct Chain(int From, int Count, bool IsWhole);
}
