using System.Collections.Frozen;
using CenterDirectory.Data.Search;

namespace CenterDirectory.Importers.Mentions;

/// <summary>The words of a text with what a reader sees of them: capitals, quotation marks, ends of sentences.</summary>
internal sealed class TextWords
{
    private const string Opening = "«„“‘";
    private const string Closing = "»”“’";

    /// <summary>Abbreviations with a full stop that ends no sentence.</summary>
    private static readonly FrozenSet<string> Shortened = FrozenSet.Create(
        StringComparer.Ordinal,
        "г", "гг", "обл", "респ", "р", "н", "п", "пос", "с", "д", "ул", "им", "т", "е", "др", "пр", "млн", "тыс", "руб", "св", "стр", "тел", "см", "зам", "проф");

    private readonly List<TextWord> words = [];
    private readonly List<(int First, int Last)> quotes = [];
    private readonly string text;

    private TextWords(string text) => this.text = text;

    public string Text => text;

    public int Count => words.Count;

    public TextWord this[int index] => words[index];

    public static TextWords Of(string text)
    {
        var result = new TextWords(text);
        result.Read();
        result.PairQuotes();
        return result;
    }

    /// <summary>The smallest quotation around a word, by its first and last word; null if there is none.</summary>
    public (int First, int Last)? QuotationOf(int index)
    {
        (int First, int Last)? smallest = null;
        foreach (var quote in quotes)
        {
            if (quote.First <= index && index <= quote.Last && (smallest is not { } known || quote.Last - quote.First < known.Last - known.First))
            {
                smallest = quote;
            }
        }

        return smallest;
    }

    public bool IsQuoted(int first, int last) => words[first].Is(WordTraits.OpensQuote) && words[last].Is(WordTraits.ClosesQuote);

    /// <summary>Whether a hyphen ties the words to a neighbour: «Омск-информ» is not Омск.</summary>
    public bool IsTied(int first, int last) =>
        (first > 0 && words[first].Before.HasFlag(Gap.Hyphen)) || (last + 1 < words.Count && words[last + 1].Before.HasFlag(Gap.Hyphen));

    /// <summary>Whether a list goes on with a word: behind a comma, or «и».</summary>
    public bool Continues(int last, int next) =>
        (next == last + 1 && words[next].Before == Gap.Comma)
        || (next == last + 2 && words[last + 1].Word is "и" or "или" && (words[last + 1].Before | words[next].Before) == Gap.None);

    /// <summary>Whether a full stop stands behind a word.</summary>
    public bool HasStop(int index) => words[index].End < text.Length && text[words[index].End] == '.';

    /// <summary>Where the words end, with the quotation marks and brackets that were opened between them.</summary>
    public int EndOf(int first, int last)
    {
        var open = 0;
        for (var i = words[first].Start; i < words[last].End; i++)
        {
            open += Opening.Contains(text[i]) || text[i] == '(' ? 1 : Closing.Contains(text[i]) || text[i] == ')' ? -1 : 0;
        }

        var isOdd = text.AsSpan(words[first].Start, words[last].End - words[first].Start).Count('"') % 2 == 1;
        var end = words[last].End;
        for (; end < text.Length && (open > 0 || isOdd); end++)
        {
            if (open > 0 && (Closing.Contains(text[end]) || text[end] == ')'))
            {
                open--;
            }
            else if (isOdd && text[end] == '"')
            {
                isOdd = false;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private void Read()
    {
        Span<char> buffer = stackalloc char[WordReader.MaximumLength];
        var reader = new WordReader(text, buffer);
        var end = 0;
        while (reader.MoveNext())
        {
            var written = text.AsSpan(reader.Start, reader.End - reader.Start);
            var isCapital = char.IsUpper(written[0]);
            var gap = text.AsSpan(end, reader.Start - end);
            var before = words.Count == 0 ? Gap.Break : GapOf(gap, words[^1], isCapital);
            var traits = (isCapital ? WordTraits.Capital : 0) | (IsUpper(written) ? WordTraits.Upper : 0)
                | (Begins(gap, before) ? WordTraits.Begins : 0) | (OpensQuote(gap, words.Count > 0) ? WordTraits.OpensQuote : 0);
            if (words.Count > 0 && ClosesQuote(gap))
            {
                words[^1] = words[^1] with { Traits = words[^1].Traits | WordTraits.ClosesQuote };
            }

            words.Add(new TextWord(reader.Start, reader.End - reader.Start, WordPool.Shared.Get(reader.Current), traits, before));
            end = reader.End;
        }

        if (words.Count > 0 && ClosesQuote(text.AsSpan(end)))
        {
            words[^1] = words[^1] with { Traits = words[^1].Traits | WordTraits.ClosesQuote };
        }
    }

    private static bool IsUpper(ReadOnlySpan<char> written)
    {
        if (written.Length < 2)
        {
            return false;
        }

        foreach (var letter in written)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static Gap GapOf(ReadOnlySpan<char> gap, TextWord previous, bool isCapital)
    {
        var result = Gap.None;
        for (var i = 0; i < gap.Length; i++)
        {
            result |= gap[i] switch
            {
                '-' or '‐' or '‑' => gap.Length == 1 ? Gap.Hyphen : Gap.Dash,
                '–' or '—' => Gap.Dash,
                ',' => Gap.Comma,
                '(' or ')' or '[' or ']' => Gap.Bracket,
                '.' => IsShortening(previous) || !isCapital ? Gap.Stop : Gap.Break,
                ':' => Gap.Colon,
                '!' or '?' or '…' or ';' or '\n' or '\r' or '/' or '|' or '•' => Gap.Break,
                '"' or '\'' => Gap.Quote,
                var other when Opening.Contains(other) || Closing.Contains(other) => Gap.Quote,
                _ => Gap.None,
            };
        }

        return result;
    }

    private static bool IsShortening(TextWord previous) => previous.IsInitial || Shortened.Contains(previous.Word);

    /// <summary>Direct speech begins behind a quotation mark that follows a colon, or opens a line; «– Он» of a dialogue too.</summary>
    private static bool Begins(ReadOnlySpan<char> gap, Gap before) => (before & (Gap.Break | Gap.Colon)) != 0 && !gap.Contains(';');

    private static bool OpensQuote(ReadOnlySpan<char> gap, bool isInside)
    {
        if (gap.IsEmpty)
        {
            return false;
        }

        var last = gap[^1];
        return Opening.Contains(last) || (last is '"' or '\'' && (!isInside || gap.Length > 1));
    }

    /// <summary>«Россия!» closes behind the mark.</summary>
    private static bool ClosesQuote(ReadOnlySpan<char> gap)
    {
        gap = gap.TrimStart("!?.…,");
        return !gap.IsEmpty && (Closing.Contains(gap[0]) || gap[0] is '"');
    }

    private void PairQuotes()
    {
        var open = new Stack<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is(WordTraits.OpensQuote))
            {
                open.Push(i);
            }

            if (words[i].Is(WordTraits.ClosesQuote) && open.TryPop(out var first))
            {
                quotes.Add((first, i));
            }
        }
    }
}
