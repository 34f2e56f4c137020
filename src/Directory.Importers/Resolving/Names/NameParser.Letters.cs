using System.Text;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Words that are cut to letters because they stand beside others, and words that speak of somebody above.</summary>
internal sealed partial class NameParser
{
    private static readonly Word[] FirstWords = Described("городского муниципального сельского");
    private static readonly Word[] SecondWords = Described("округа поселения района");

    /// <summary>Words for what is written otherwise, before places are looked for.</summary>
    private void SpellOut()
    {
        SpellMunicipalities();
        SpellTowns();
        for (var at = 0; at + 1 < words.Count; at++)
        {
            // «Семь Я», «7-Я».
            if (words[at] is { Word.IsNumber: true, Word.Stem: "7", IsQuoted: true } seven && words[at + 1] is { IsCapital: true, IsQuoted: true, Word.Text: "я" } && (seven.Word.IsSpelt || !isAllCapital || at + 2 == words.Count || !words[at + 2].IsQuoted))
            {
                words[at] = seven with { Word = Family };
                words.RemoveAt(at + 1);
            }
        }
    }

    private static readonly Word Family = new()
    {
        Text = "семья", Stem = Vocabulary.StemOf("семья"), Skeleton = Vocabulary.SkeletonOf(Vocabulary.StemOf("семья")), Role = WordRole.Plain, Weight = WeightOfWordplay,
    };

    /// <summary>Many have chosen it, but not half of all.</summary>
    private const double WeightOfWordplay = 0.6;

    /// <summary>«Борисоглебского г.о.», «Раменского МО», «г.о. Самара»: what kind of municipality it is.</summary>
    private void SpellMunicipalities()
    {
        for (var at = 0; at < words.Count; at++)
        {
            var text = words[at].Word.Text;
            if (text.Length > 2 || text is not (['г' or 'м' or 'с'] or ['г' or 'м' or 'с', 'о' or 'п' or 'р']))
            {
                continue;
            }

            var isBehind = at > 0 && words[at - 1].Word.IsAdjective && words[at - 1].Word.Role is WordRole.Plain or WordRole.Region;
            if (text.Length == 2)
            {
                if (isBehind && words[at].IsUpper && words[at - 1].IsCapital && words[at - 1].Word.Text.AsSpan()[^2..] is "го" or "ий" or "ой" && !isAllCapital && text is "го" or "мо" or "мр" or "сп" or "гп")
                {
                    words[at] = words[at] with { Word = First(text[0]), IsCut = false, IsUpper = false };
                    words.Insert(at + 1, words[at] with { Word = Second(text[1])! });
                }

                continue;
            }

            if (at + 1 < words.Count && words[at + 1] is { IsCapital: false, Word.Text: [var second] } && Second(second) is { } kind && !words[at].IsCapital
                && (isBehind || (at + 2 < words.Count && words[at + 2].IsCapital)) && (second != 'р' || at + 2 >= words.Count || words[at + 2].Word.Text != "н"))
            {
                words[at] = words[at] with { Word = First(text[0]), IsCut = false };
                words[at + 1] = words[at + 1] with { Word = kind, IsCut = false };
            }
        }
    }

    private static Word First(char letter) => FirstWords[letter switch { 'г' => 0, 'м' => 1, _ => 2 }];

    private static Word? Second(char letter) => letter switch { 'о' => SecondWords[0], 'п' => SecondWords[1], 'р' => SecondWords[2], _ => null };

    private static Word[] Described(string text) => [.. text.Split(' ').Select(NameLexicon.Describe)];

    /// <summary>
    /// «Хуторское казачье общество «Хутор Дальний» Верхнего юрта окружного казачьего общества …»: those above it, in the genitive, are left out as
    /// often as not.
    /// </summary>
    private void DropCossacksAbove()
    {
        if (!words.Exists(static word => (word.Word.Form & OrganizationForm.Cossacks) != 0))
        {
            return;
        }

        const int Fewest = 2;
        var at = words.FindIndex(Math.Min(Fewest, words.Count), word => !word.IsQuoted && word.Word.Text is "юрта" or "отдела" or "окружного" or "отдельского" or "войскового" or "станичного" or "хуторского" or "рко" or "око" or "вко");
        if (at < 0)
        {
            return;
        }

        at = at > Fewest && words[at - 1].Word.Text.EndsWith("го", StringComparison.Ordinal) && !words[at - 1].IsQuoted ? at - 1 : at;
        var end = words.FindIndex(at, word => !word.IsQuoted && (word.Word.Role == WordRole.Settlement || word.Word.Text == "г"));
        words.RemoveRange(at, (end < 0 ? words.Count : end) - at);
    }

    /// <summary>«МО» is a local part before the letters of a whole, and municipalities behind those who unite them.</summary>
    /// <returns>False if it says nothing.</returns>
    private bool TakeLocalLetters(int at)
    {
        if (IsLocalPart(at))
        {
            (name.IsPart, name.IsSection) = (true, true);
            name.Reach |= Reach.Local;
            return true;
        }

        if (!words[at].IsUpper || at == 0 || words[at - 1].Word.Text is not ("совет" or "ассоциация"))
        {
            return false;
        }

        Name(reader.WordOf("муниципальных"), isCut: false);
        Name(reader.WordOf("образований"), isCut: false);
        return true;
    }

    /// <summary>«МО ДОСААФ», «Муромское МО ВОГ»: before the letters of an organization of the whole country it is a local part of that.</summary>
    private bool IsLocalPart(int at) =>
        (at == 0 || (at == 1 && words[0].Word.IsAdjective)) && at + 1 < words.Count && (words[at + 1].Word.Expansion.Length > 0 || LeadsToWhole(at + 1));

    private readonly StringBuilder whole = new();

    private static bool IsInOneCase(string text)
    {
        var (hasLower, hasUpper) = (false, false);
        foreach (var symbol in text)
        {
            hasLower |= char.IsLower(symbol);
            hasUpper |= char.IsUpper(symbol);
            if (hasLower && hasUpper)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All its words but fillers.</summary>
    private string Whole()
    {
        whole.Clear();
        foreach (var word in words)
        {
            if (word.Word.Role != WordRole.Filler)
            {
                whole.Append(whole.Length == 0 ? "" : " ").Append(word.Word.Text);
            }
        }

        return whole.ToString();
    }

    private string Letters()
    {
        Span<char> letters = stackalloc char[8];
        var count = 0;
        foreach (var word in words)
        {
            if (word.Word.Role != WordRole.Filler && !word.IsBracketed)
            {
                if (count == letters.Length)
                {
                    return "";
                }

                letters[count++] = word.Word.Text[0];
            }
        }

        return count > 2 ? new string(letters[..count]) : "";
    }

    private string LettersBeforeQuotes()
    {
        Span<char> letters = stackalloc char[8];
        var count = 0;
        foreach (var word in words)
        {
            if (word.IsQuoted)
            {
                return count > 2 ? new string(letters[..count]) : "";
            }

            if (word.Word.Role != WordRole.Filler && !word.IsBracketed && count < letters.Length)
            {
                letters[count++] = word.Word.Text[0];
            }
        }

        return "";
    }
}
