using System.Net;
using System.Text;
using CenterDirectory.Data;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>A word of a name as it stands there.</summary>
/// <param name="Word">What is known of it.</param>
/// <param name="IsQuoted">It stands in quotes: a part of the proper name, whatever it means.</param>
/// <param name="IsBracketed">It stands in brackets.</param>
/// <param name="IsCut">A full stop follows it at once: it may be an abbreviation.</param>
/// <param name="IsJoined">A hyphen ties it to the word before.</param>
/// <param name="IsCapital">It begins with a capital.</param>
/// <param name="Depth">In how many quotes it stands.</param>
/// <param name="IsUpper">All of it is in capitals.</param>
/// <param name="IsBehindComma">A comma stands right before it.</param>
internal readonly record struct ReadWord(Word Word, bool IsQuoted, bool IsBracketed, bool IsCut, bool IsJoined, bool IsCapital, int Depth, bool IsBehindComma = false, bool IsUpper = false);

/// <summary>Cuts a text into words: one case, ё as е, look-alikes mended, letters and digits apart.</summary>
internal sealed class WordReader
{
    private const string Opening = "«“„‹(";

    private readonly Vocabulary vocabulary = new();
    private readonly List<ReadWord> words = [];
    private readonly char[] letters = new char[Longest];
    private int quotes;
    private int brackets;
    private bool isBehindComma;

    /// <summary>Letters of a word that count.</summary>
    private const int Longest = 60;

    /// <summary>The words of a text; the list is used again for the next one.</summary>
    public List<ReadWord> Read(string text)
    {
        words.Clear();
        (quotes, brackets, isBehindComma) = (0, 0, false);
        text = Compose(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
        var isJoined = false;
        for (var at = 0; at < text.Length;)
        {
            var symbol = text[at];
            if (!RussianLetters.IsLetterOrDigit(symbol))
            {
                isJoined = symbol is '-' or '‐' or '‑' || (symbol is '–' or '—' && IsBetweenWords(text, at));
                Punctuate(text, at++);
                continue;
            }

            var end = EndOf(text, at);
            Take(text, at, end, isJoined);
            isJoined = false;
            at = end;
        }

        return words;
    }

    /// <summary>A word that is not written there.</summary>
    public Word WordOf(string text) => vocabulary.Of(text);

    private static bool IsBetweenWords(string text, int at) =>
        at > 0 && at + 1 < text.Length && RussianLetters.IsLetterOrDigit(text[at - 1]) && RussianLetters.IsLetterOrDigit(text[at + 1]);

    private static int EndOf(string text, int start)
    {
        var isDigit = char.IsDigit(text[start]);
        var end = start + LengthOfPrefix(text, start) + 1;
        while (end < text.Length && ((RussianLetters.IsLetterOrDigit(text[end]) && char.IsDigit(text[end]) == isDigit) || IsSoftSign(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>«Со-единение»: a word that somebody has cut behind its first syllable, which is a word by itself; 0 for all others.</summary>
    private static int LengthOfPrefix(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var isCut = end - start is 2 or 3 && end + 1 < text.Length && text[end] is '-' or '‐' or '‑' && char.IsLower(text[end + 1]) && (start == 0 || text[start - 1] is not ('-' or '‐' or '‑'));
        return isCut && Prefixes.Contains(text[start..end].ToLowerInvariant()) ? end - start : 0;
    }

    private static readonly string[] Prefixes = ["со", "по", "во", "до", "за", "на", "не", "от", "об", "при", "пре", "про", "пере", "рас", "раз", "без", "вос", "под"];

    /// <summary>«Sel'skiy»: within Latin letters an apostrophe is a soft sign.</summary>
    private static bool IsSoftSign(string text, int at) =>
        text[at] is '\'' or '’' or '`' && at > 0 && char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);

    private void Take(string text, int start, int end, bool isJoined)
    {
        var length = 0;
        for (var at = start; at < end && length < Longest; at++)
        {
            if (RussianLetters.IsLetterOrDigit(text[at]))
            {
                letters[length++] = RussianLetters.ToLower(text[at]) switch { 'ё' => 'е', >= 'à' and <= 'ÿ' and var letter => LookAlikeLetters.Bare(letter), > 'џ' and var letter => LookAlikeLetters.Russian(letter), var letter => letter };
            }
        }

        LookAlikeLetters.Mend(letters.AsSpan(0, length));
        // «Артъ»: as before the reform of 1918, and said the same.
        length -= length > 2 && letters[length - 1] == 'ъ' ? 1 : 0;
        var isCut = end < text.Length && text[end] == '.';
        words.Add(new ReadWord(vocabulary.Of(letters.AsSpan(0, length)), quotes > 0, brackets > 0, isCut, isJoined, char.IsUpper(text[start]), quotes, isBehindComma, end - start > 1 && char.IsUpper(text[start + 1])));
        isBehindComma = false;
    }

    private void Punctuate(string text, int at)
    {
        switch (text[at])
        {
            case '(' or '[':
                brackets++;
                break;
            case ',':
                isBehindComma = true;
                break;
            case ')' or ']':
                brackets = Math.Max(0, brackets - 1);
                break;
            case '«' or '„' or '‹':
                quotes++;
                break;
            case '“':
                // „Заря“ closes with what “Заря” opens with.
                quotes = quotes > 0 && IsClosing(text, at) ? quotes - 1 : quotes + 1;
                break;
            case '”':
                quotes = quotes == 0 && IsOpening(text, at) ? 1 : Math.Max(0, quotes - 1);
                break;
            case '»' or '›':
                quotes = Math.Max(0, quotes - 1);
                break;
            case '+':
                words.Add(new ReadWord(vocabulary.Of("плюс"), quotes > 0, brackets > 0, false, false, false, quotes));
                break;
            case '"' or '\'' or '’' or '‘' or '`':
                // A straight quote opens behind a space and closes behind a word; an apostrophe inside of a word does neither.
                quotes = IsOpening(text, at) ? quotes + 1 : IsInside(text, at) ? quotes : Math.Max(0, quotes - 1);
                break;
        }
    }

    private static bool IsOpening(string text, int at) =>
        at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || Opening.Contains(text[at - 1], StringComparison.Ordinal));

    private static bool IsClosing(string text, int at) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1]) && (at + 1 == text.Length || !RussianLetters.IsLetterOrDigit(text[at + 1]));

    private static bool IsInside(string text, int at) =>
        text[at] != '"' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    private static string Compose(string text)
    {
        foreach (var symbol in text)
        {
            if (symbol is >= '\u0300' and <= '\u036F')
            {
                return text.EnumerateRunes().Aggregate(new StringBuilder(text.Length), (whole, rune) => whole.Append(rune.ToString()))
                    .ToString().Normalize(NormalizationForm.FormC);
            }
        }

        return text;
    }
}
