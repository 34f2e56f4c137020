namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Letters that stand for words.</summary>
internal sealed partial class NameComparison
{
    /// <summary>«ЦРД» for «Центр развития добровольчества», on either side.</summary>
    private void MatchLetters(ParsedName letters, ParsedName words, Func<int, bool> isMatched, Action<int, int, int> take)
    {
        for (var i = 0; i < letters.Core.Count; i++)
        {
            var text = letters.Core[i].Word.Text;
            if (!isMatched(i) && text.Length is > 1 and < 8 && RunOf(text, words) is (>= 0 and var from, var to))
            {
                take(i, from, to);
            }
        }
    }

    /// <summary>Words that follow one another and begin with the letters; not taken yet.</summary>
    private (int From, int To) RunOf(string text, ParsedName words)
    {
        for (var from = 0; from + text.Length <= words.Core.Count; from++)
        {
            var at = 0;
            while (at < text.Length && words.Core[from + at].Word.Text[0] == text[at] && IsFree(words, from + at))
            {
                at++;
            }

            if (at == text.Length)
            {
                return (from, from + at);
            }
        }

        return (-1, -1);
    }

    private bool IsFree(ParsedName words, int at) => ReferenceEquals(words, right) ? !isTaken[at] : matches[at] < 0;

    private void TakeRun(int i, int from, int to)
    {
        matches[i] = from;
        isExact = false;
        lettersRead += to - from;
        byLetters += left.Core[i].Word.Weight;
        for (var j = from; j < to; j++)
        {
            isTaken[j] = true;
        }
    }

    private void TakeRunOfLeft(int j, int from, int to)
    {
        isTaken[j] = true;
        isExact = false;
        lettersRead += to - from;
        for (var i = from; i < to; i++)
        {
            matches[i] = j;
            byLetters += left.Core[i].Word.Weight;
        }
    }
}
