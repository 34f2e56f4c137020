namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Takes names apart. One for each thread: it keeps the words it has met.</summary>
internal sealed partial class NameParser
{
    private readonly WordReader reader = new();
    private List<ReadWord> words = [];
    /// <summary>The place that was read last: of a place nothing is kept.</summary>
    private readonly ParsedName place = new();

    private ParsedName name = new();
    private bool isAllCapital;
    private int innermost;

    public ParsedName Parse(string text) => Parse(text, isPlace: false);

    /// <summary>An address or the words for a place: only what it says of region, district and town counts. It is used again for the next one.</summary>
    public ParsedName ParsePlace(string text) => Parse(text, isPlace: true);

    private ParsedName Parse(string text, bool isPlace)
    {
        words = reader.Read(text);
        name = isPlace ? place.AsPlace() : new ParsedName(words.Count);
        isAllCapital = !isPlace && IsInOneCase(text);
        if (!isPlace)
        {
            name.Text = text;
            innermost = 0;
            foreach (var word in words)
            {
                innermost = Math.Max(innermost, word.Depth);
            }

            (name.Letters, name.Acronym, name.Whole) = (LettersBeforeQuotes(), Letters(), Whole());
            ReadKinds();
            DropExplainedLetters();
            DropCossacksAbove();
        }

        SpellOut();
        var hasOutside = !isPlace && words.Exists(static word => !word.IsBracketed && word.Word.Role is WordRole.Plain or WordRole.Region);
        for (var at = 0; at < words.Count; at++)
        {
            for (var taken = 1; at < words.Count && taken > 0; at += taken)
            {
                taken = TakePlace(at, isPlace) is var ofPlace and > 0 ? ofPlace : isPlace ? 0 : TakeCompound(at);
            }

            if (at < words.Count && !isPlace)
            {
                Take(at, isInBrackets: hasOutside && words[at].IsBracketed);
            }
        }

        if (!isPlace && name.IsEmpty)
        {
            TakeQuoted();
        }

        return name;
    }

    /// <summary>«Хутор Раздольный» in quotes, and nothing else: it is the name, not the place.</summary>
    private void TakeQuoted()
    {
        foreach (var word in words.Where(word => word.IsQuoted && word.Word.Role != WordRole.Filler))
        {
            Name(word.Word, isCut: false);
        }

        // «Фонд Тольятти», «Станица Магнитная, казачье общество».
        var isPlace = name.IsTownBare || (name.Forms & OrganizationForm.Cossacks) != 0;
        foreach (var word in words.Where(word => isPlace && name.IsEmpty && !word.IsQuoted && word.IsCapital && word.Word.Role is WordRole.Plain or WordRole.Settlement).ToList())
        {
            Name(word.Word, isCut: false);
        }
    }

    /// <summary>«АНО «РЦДБ» (Ресурсный центр добровольчества Бурятии)»: the letters say nothing beside the words that they stand for.</summary>
    private void DropExplainedLetters()
    {
        const int Fewest = 3;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is not { IsUpper: true, Word: { Role: WordRole.Plain, Text.Length: >= Fewest and <= 8 } } || StartOfWords(at) is not (var from and > 0) || from < at)
            {
                continue;
            }

            for (var i = from; i < words.Count && words[i].IsBracketed; i++)
            {
                words[i] = words[i] with { IsBracketed = false };
            }

            words.RemoveAt(at--);
        }
    }

    /// <summary>Where words stand that begin with the letters of one; -1 if nowhere.</summary>
    private int StartOfWords(int letters)
    {
        var text = words[letters].Word.Text;
        for (var from = 0; from < words.Count; from++)
        {
            var at = 0;
            for (var i = from; i < words.Count && at < text.Length && i != letters && (words[i].Word.Text[0] == text[at] || words[i].Word.Role == WordRole.Filler); i++)
            {
                at += words[i].Word.Text[0] == text[at] ? 1 : 0;
            }

            if (at == text.Length)
            {
                return from;
            }
        }

        return -1;
    }

    /// <summary>«Белгородская местная районная»: the word behind «местная».</summary>
    private int BehindLocal(int at) => at < words.Count && words[at].Word is { Role: WordRole.Reach, Reach: Reach.Local } ? at + 1 : at;

    private void Take(int at, bool isInBrackets)
    {
        var read = words[at];
        var word = read.IsCut && NameLexicon.WholeOf(read.Word.Text) is { } whole && (!read.IsQuoted || whole.IsTitle) ? whole : read.Word;
        switch (word.Role)
        {
            case WordRole.Filler when word.Text == "мо" && TakeLocalLetters(at):
                break;
            case WordRole.Filler when IsInitial(at):
            case WordRole.Plain when word.Text.Length == 1 && read.IsCut:
                name.Initials.Add(word.Text[0]);
                break;
            case WordRole.Filler or WordRole.Country or WordRole.Plain when IsShortForMore(at):
                TakeMeaningOf(at);
                break;
            case WordRole.Country when read.IsQuoted || (word.Text == "федерация" && (at == 0 || words[at - 1].Word.Stem != "российск")):
                TakeName(at, word, isInBrackets);
                break;
            case WordRole.Plain when IsPartOfRegion(at):
                name.IsPart = true;
                name.Reach |= Reach.Region;
                name.FormLetters += word.Text;
                break;
            case WordRole.Filler when read is { IsQuoted: true, IsJoined: true } && word.Text.Length == 1:
                TakeName(at, word, isInBrackets);
                break;
            case WordRole.Filler or WordRole.Country:
                break;
            case WordRole.Plain when word.Text is "n" or "н" or "no" or "ном" && at + 1 < words.Count && words[at + 1].Word.IsNumber:
                break;
            case WordRole.Plain when word.Text == "дом" && !IsFirstInside(at) && at + 1 < words.Count && words[at + 1].Word.IsNumber && at > 0:
                break;
            case WordRole.Number:
                TakeNumber(at, isInBrackets);
                break;
            case WordRole.FormLetters when word.Form == OrganizationForm.SelfGovernment && name.HeadWord is not null:
                Name(reader.WordOf("самоуправлений"), isCut: false);
                break;
            case WordRole.Form when !read.IsQuoted && !IsOfWhom(at) && (word.Form != OrganizationForm.PublicOrganization || LeadsToForm(at)):
                TakeFormWord(word);
                break;
            case WordRole.FormLetters when IsAmongForms(at) && !IsMeant(at):
                TakeFormLetters(at, word);
                break;
            case WordRole.Reach when !read.IsQuoted && !IsPlural(word.Text):
                TakeReach(word.Reach);
                break;
            case WordRole.Part when !read.IsQuoted || word.Text is "отделение" or "филиал" or "представительство":
                TakePart(at, word);
                break;
            default:
                if (!IsOrdinalEnd(at))
                {
                    TakeName(at, word, isInBrackets);
                }

                break;
        }
    }

    private void TakePart(int at, Word word)
    {
        name.IsPart = true;
        name.IsSection = word.Text.StartsWith("отделен", StringComparison.Ordinal) && name.IsSection != false;
        name.IsMaybePart |= IsBesides(at);
    }

    private void TakeFormWord(Word word)
    {
        name.FormWords.Add(word);
        name.HeadWord ??= NameLexicon.IsHead(word.Stem) ? word.Stem : null;
        // «Фонд развития самоуправления» is no self-government.
        TakeForm(name.Head is not (OrganizationForm.None or OrganizationForm.PublicOrganization) && KindWords.IsGenitive(word.Text) ? OrganizationForm.None : word.Form);
    }

    private void TakeFormLetters(int at, Word word)
    {
        TakeForm(word.Form);
        name.FormLetters += word.Text;
        name.Reach |= IsOrganizationOfRegion(at) ? Reach.Region : word.Reach;
        if (at == 1 && FormLetters.IsPart(word.Text) && name.District is not null)
        {
            name.Reach = (name.Reach & ~Reach.Region) | Reach.District;
            return;
        }

        name.IsPart |= word.IsPart;
        name.IsMaybePart |= FormLetters.IsPart(word.Text) && name.Regions.Any;
        foreach (var meant in word.Meaning)
        {
            Name(meant, isCut: false);
        }
    }

    private void TakeName(int at, Word word, bool isInBrackets)
    {
        var read = words[at];
        var isInside = innermost > 0 && read.Depth == innermost;
        var isBrand = isInside && !(IsFirstInside(at) && word.IsKind(isInside: true));
        if (word.Expansion.Length > 0)
        {
            foreach (var meant in word.Expansion)
            {
                name.Core.Add(new CoreWord(meant, IsCut: false, IsQuoted: read.IsQuoted, IsBracketed: isInBrackets, IsBrand: isBrand, IsInside: isInside));
            }

            return;
        }

        var isOrigin = !read.IsQuoted && word.IsAdjective && IsBeforeForm(at);
        name.Core.Add(new CoreWord(word, read.IsCut && at + 1 < words.Count, isOrigin, read.IsQuoted, isInBrackets, read.IsJoined, isBrand, isInside, IsFirstPart(at), IsProper(at), read.IsUpper));
    }

    private bool IsProper(int at) =>
        words[at] is { IsCapital: true, IsUpper: false, Word.IsGivenName: false } && !isAllCapital && at > 0
        && (words[at].IsQuoted ? at > 1 && words[at - 2].Depth == words[at].Depth && words[at - 1].Depth == words[at].Depth : words[at - 1].Depth == 0 || at == words.Count - 1);

    /// <summary>«Эко-клуб»: the beginning of a word before a hyphen.</summary>
    private bool IsFirstPart(int at) => at + 1 < words.Count && words[at + 1].IsJoined && words[at].Word.Text.Length is 3 or 4 or 5 && !words[at + 1].Word.IsNumber;

    /// <summary>The first word of the innermost quotes, and not the only one.</summary>
    private bool IsFirstInside(int at) =>
        (at == 0 || words[at - 1].Depth < innermost) && at + 1 < words.Count && words[at + 1].Depth == innermost;

    /// <summary>«Местная городская» is one of a town: the narrower word counts.</summary>
    private void TakeReach(Reach reach)
    {
        var isNarrower = (reach & Reach.Local) != 0 && reach != Reach.Local;
        if (reach == Reach.Local && (name.Reach & Reach.Local) != 0)
        {
            return;
        }

        name.Reach = (isNarrower && (name.Reach & Reach.Local) == Reach.Local ? name.Reach & ~Reach.Local : name.Reach) | reach;
    }

    private void TakeForm(OrganizationForm form)
    {
        name.Forms |= form;
        name.Head = name.Head is OrganizationForm.None or OrganizationForm.PublicOrganization && (form & OrganizationForms.Telling) is var telling and not 0 ? telling : name.Head;
    }

    /// <summary>What stands in brackets behind a name is a year or an earlier name. «Двадцать первого» is one number.</summary>
    private void TakeNumber(int at, bool isInBrackets)
    {
        var word = words[at].Word;
        if (word.IsSpelt && at > 0 && words[at - 1].Word is { IsSpelt: true } tens && name.Numbers.Count > 0 && SpeltNumbers.TakesOnes(tens.Stem) && word.Stem.Length == 1)
        {
            name.Numbers[^1] = tens.Stem[..1] + word.Stem;
        }
        else if (!isInBrackets)
        {
            name.Numbers.Add(HasLetter(at) ? word.Stem + words[at + 1].Word.Text : word.Stem);
        }
    }

    /// <summary>«Мира, 5А», «5-а»: a house or a class with its letter, not «5-я» or «5 г.».</summary>
    private bool HasLetter(int at) =>
        at + 1 < words.Count && words[at + 1] is { IsCut: false, Word.Text: "а" or "б" or "в" } next && next.IsQuoted == words[at].IsQuoted && (next.IsCapital || next.IsJoined || next.Word.Text != "в")
        && (at + 2 == words.Count || next.IsCapital || next.IsJoined || words[at + 2].IsQuoted != next.IsQuoted);

    private void Name(Word word, bool isCut) => name.Core.Add(new CoreWord(word, isCut));

    private bool IsShortForMore(int at) =>
        at > 0 && words[at - 1].Word.Role == WordRole.FormLetters
        && (words[at].Word.Text is "до" or "дпо" || (words[at].Word.Text is "во" or "спо" && words[at - 1].Word.Text.Contains("оу", StringComparison.Ordinal)) || (words[at].Word.Text == "со" && words[at - 1].Word.Text is "ано" or "чу"));

    /// <summary>«АНО ДО», «АНО ДПО», «АНО СО»: what the letters behind a form mean.</summary>
    private void TakeMeaningOf(int at)
    {
        var meaning = words[at].Word.Text switch
        {
            "до" => "дополнительного образования",
            "дпо" => "дополнительного профессионального образования",
            "во" => "высшего образования",
            "спо" => "среднего профессионального образования",
            "со" => "социального обслуживания",
            _ => "",
        };
        foreach (var word in meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Name(reader.WordOf(word), isCut: false);
        }
    }

    /// <summary>Letters of a form stand at the beginning or behind other words of that kind.</summary>
    private bool IsAmongForms(int at) =>
        at == 0 || words[at].IsBracketed || words[at].IsBehindComma || (!words[at].IsQuoted && at + 1 < words.Count && words[at + 1].IsQuoted) || words[at - 1].Word.Role is not (WordRole.Plain or WordRole.Number)
        || (!words[at - 1].IsQuoted && words[at - 1].Word.IsAdjective);

    /// <summary>«Развитие местных сообществ» tells how far others reach.</summary>
    private static bool IsPlural(string text) => text.AsSpan()[^2..] is "ых" or "их" or "ым" or "им" || text.EndsWith("ми", StringComparison.Ordinal);

    /// <summary>«1-я», «5-й».</summary>
    private bool IsOrdinalEnd(int at) => at > 0 && words[at].IsJoined && words[at - 1].Word.IsNumber && words[at].Word.Text.Length <= 2;
}
