namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Takes names apart. One for each thread: it keeps the words it has met.</summary>
internal sealed class NameParser
{
    private readonly WordReader reader = new();
    private List<ReadWord> words = [];
    private ParsedName name = new();
    private bool isAllCapital;

    public ParsedName Parse(string text) => Parse(text, isPlace: false);

    /// <summary>An address or the words for a place: only what it says of region, district and town counts.</summary>
    public ParsedName ParsePlace(string text) => Parse(text, isPlace: true);

    private ParsedName Parse(string text, bool isPlace)
    {
        words = reader.Read(text);
        name = new ParsedName();
        isAllCapital = !isPlace && !text.Any(char.IsLower);
        name.Letters = isPlace ? "" : LettersBeforeQuotes();
        var hasOutside = words.Exists(word => !word.IsBracketed && word.Word.Role is WordRole.Plain or WordRole.Region);
        for (var at = 0; at < words.Count; at++)
        {
            at += TakePlace(at, isPlace);
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
    }

    /// <summary>Takes the words that name a place.</summary>
    /// <returns>How many they are; the next word stands behind them.</returns>
    private int TakePlace(int start, bool isPlace)
    {
        var at = start;
        while (at < words.Count && PlaceAt(at, isPlace) is var taken and > 0)
        {
            at += taken;
        }

        return at - start;
    }

    private int PlaceAt(int at, bool isPlace)
    {
        var word = words[at];
        if (DistrictAt(at) is var district and > 0)
        {
            name.District ??= word.Word.Stem;
            return district;
        }

        if (!isPlace && TownAt(at))
        {
            return 1;
        }

        if (IsSettlementMark(at, isPlace) && at + 1 < words.Count && words[at + 1].IsQuoted == word.IsQuoted && SettlementAt(at + 1) is var settlement and > 0)
        {
            return 1 + settlement;
        }

        return RegionAt(at, isPlace);
    }

    /// <summary>«Кировского района», «Раменский муниципальный район», «Ленинский р-н», «Кировская районная»: of the last only the first word.</summary>
    private int DistrictAt(int at)
    {
        if (words[at].Word.Role is not (WordRole.Plain or WordRole.Region) || !IsAdjective(words[at].Word.Text))
        {
            return 0;
        }

        var next = at + 1;
        if (next < words.Count && words[next].Word is { Role: WordRole.Reach, Reach: Reach.District } && !words[at].IsQuoted)
        {
            return 1;
        }

        if (next < words.Count && words[next].Word.Stem is "муниципальн" or "городск" or "сельск")
        {
            next++;
        }

        if (next >= words.Count)
        {
            return 0;
        }

        return words[next].Word.Role == WordRole.District ? next + 1 - at
            : words[next].Word.Text == "р" && next + 1 < words.Count && words[next + 1].IsJoined && words[next + 1].Word.Text[0] == 'н' ? next + 2 - at
            : 0;
    }

    /// <summary>«Ржевская городская организация».</summary>
    private bool TownAt(int at)
    {
        var word = words[at];
        if (word.IsQuoted || word.Word.Role is not (WordRole.Plain or WordRole.Region) || !IsAdjective(word.Word.Text) || at + 1 >= words.Count
            || words[at + 1] is not { IsQuoted: false, Word: { Role: WordRole.Reach, Reach: Reach.City } } || RegionWords.IsCity(word.Word.Stem))
        {
            return false;
        }

        name.Settlement ??= word.Word.Stem;
        name.Regions |= word.Word.Regions;
        name.IsOfTown = true;
        return true;
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

    private bool IsSettlementMark(int at, bool isPlace)
    {
        var word = words[at];
        if (word.Word.Role == WordRole.Settlement)
        {
            return true;
        }

        var isMark = word.Word.Text is "г" or "гор" or "ст" or "с" or "п" or "пос" or "д" or "дер" or "х" or "пгт" or "рп";
        return isMark && (word.IsCut || isPlace || word.Word.Text is "г") && !IsInitial(at);
    }

    /// <summary>A single letter before another one, or behind «имени», is of a person.</summary>
    private bool IsInitial(int at)
    {
        var word = words[at];
        if (word.Word.Text.Length > 1 || !word.IsCut)
        {
            return false;
        }

        var isBeforeOne = at + 1 < words.Count && words[at + 1] is { IsCut: true, Word.Text.Length: 1 };
        var isBehindOne = at > 0 && words[at - 1] is { IsCut: true, Word.Text.Length: 1 };
        return isBeforeOne || isBehindOne || (at > 0 && words[at - 1].Word.Text is "им" or "имени")
            || (at > 1 && words[at - 2].Word.Text is "им" or "имени");
    }

    private int SettlementAt(int at)
    {
        if (at >= words.Count || !CanName(at))
        {
            return 0;
        }

        var end = at + 1;
        var stem = words[at].Word.Stem;
        if (IsAdjective(words[at].Word.Text) && end < words.Count && CanName(end) && words[end].IsQuoted == words[at].IsQuoted
            && words[end].Word.Role is WordRole.Plain && !words[end].IsJoined)
        {
            stem += ' ' + words[end++].Word.Stem;
        }

        while (end < words.Count && words[end].IsJoined)
        {
            end++;
        }

        if (RegionWords.IsCity(words[at].Word.Stem) || (end > at + 1 && RegionWords.IsCity(words[end - 1].Word.Stem)))
        {
            name.Regions |= words[end - 1].Word.Regions & ~RegionWords.OfNumber(50);
        }
        else
        {
            name.Settlement ??= stem;
            name.IsOfTown |= words[at - 1].Word.Text is "г" or "гор" || words[at - 1].Word.Stem == "город";
        }

        return end - at;
    }

    private bool CanName(int at) =>
        words[at].Word.Role is WordRole.Plain or WordRole.Region or WordRole.Settlement && words[at].Word.Text.Length > 1 && (words[at].IsCapital || isAllCapital);

    /// <summary>«Омской области», «Республики Саха (Якутия)», «Югры», «Тверское» before what it is.</summary>
    private int RegionAt(int at, bool isPlace)
    {
        var word = words[at].Word;
        if (word.Role == WordRole.Country || (word.Role == WordRole.RegionKind && (IsRegion(at + 1) || IsFirstHalf(at + 1))) || (IsFirstHalf(at) && IsRegion(at + 1)))
        {
            return 1;
        }

        if (!IsRegion(at))
        {
            return 0;
        }

        var regions = at > 0 && words[at].IsJoined && words[at - 1].Word.Stem == "ямал" ? RegionWords.OfNumber(89) : word.Regions;
        var kind = at + 1;
        if (kind < words.Count && words[kind].Word.Stem == "автономн")
        {
            kind++;
        }

        if (kind < words.Count && words[kind].Word.Text == "ао" && RegionWords.OfKind(regions, "округ") is var districts && RegionWords.AreDistricts(districts))
        {
            name.Regions |= districts;
            name.IsOfRegion = true;
            return kind + 1 - at;
        }

        if (kind < words.Count && (words[kind].Word.Role == WordRole.RegionKind || (kind > at + 1 && words[kind].Word.Stem == "округ")))
        {
            name.Regions |= RegionWords.OfKind(regions, words[kind].Word.Stem);
            name.IsOfRegion = true;
            return kind + 1 - at;
        }

        // In the proper name a region is a part of it, unless it is named in full or by letters.
        if (words[at].IsQuoted && !isPlace && word.Text.Length > 4 && (at == 0 || words[at - 1].Word.Role != WordRole.RegionKind))
        {
            return 0;
        }

        if (isPlace || !IsAdjective(word.Text) || IsBeforeForm(at))
        {
            name.IsOfRegion |= !IsAdjective(word.Text);
            name.Regions |= at > 0 && words[at - 1].Word.Role == WordRole.RegionKind ? RegionWords.OfKind(regions, words[at - 1].Word.Stem) : regions;
            return 1;
        }

        return 0;
    }

    private bool IsRegion(int at) => at < words.Count && words[at].Word.Role == WordRole.Region;

    private bool IsFirstHalf(int at) => at + 1 < words.Count && (words[at + 1].IsJoined
        ? RegionWords.FirstHalves.Contains(words[at].Word.Stem)
        : words[at].Word.Stem == "северн" && words[at + 1].Word.Text.StartsWith("осети", StringComparison.Ordinal));

    private bool IsBeforeForm(int at) =>
        at + 1 < words.Count && !words[at + 1].IsQuoted && words[at + 1].Word.Role is WordRole.Reach or WordRole.Form or WordRole.Part or WordRole.FormLetters;

    private void Take(int at, bool isInBrackets)
    {
        var read = words[at];
        var word = read.IsCut && !read.IsQuoted ? NameLexicon.WholeOf(read.Word.Text) ?? read.Word : read.Word;
        switch (word.Role)
        {
            case WordRole.Filler when IsInitial(at):
            case WordRole.Plain when word.Text.Length == 1 && read.IsCut:
                name.Initials.Add(word.Text[0]);
                break;
            case WordRole.Filler or WordRole.Country or WordRole.Plain when IsShortForMore(at):
                TakeMeaningOf(at);
                break;
            case WordRole.Filler or WordRole.Country:
                break;
            case WordRole.Plain when word.Text is "n" or "н" or "no" or "ном" && at + 1 < words.Count && words[at + 1].Word.IsNumber:
                break;
            case WordRole.Number:
                TakeNumber(at, isInBrackets);
                break;
            case WordRole.Form when !read.IsQuoted:
                name.FormWords.Add(word);
                name.HeadWord ??= NameLexicon.IsHead(word.Stem) ? word.Stem : null;
                TakeForm(word.Form);
                break;
            case WordRole.FormLetters when IsAmongForms(at):
                TakeForm(word.Form);
                name.Reach |= word.Reach;
                name.IsPart |= word.IsPart;
                foreach (var meant in word.Meaning)
                {
                    Name(meant, isCut: false);
                }

                break;
            case WordRole.Reach when !read.IsQuoted:
                name.Reach |= word.Reach;
                break;
            case WordRole.Part when !read.IsQuoted:
                name.IsPart = true;
                break;
            default:
                if (!IsOrdinalEnd(at))
                {
                    var isOrigin = !read.IsQuoted && IsAdjective(word.Text) && IsBeforeForm(at);
                    name.Core.Add(new CoreWord(word, read.IsCut && at + 1 < words.Count, isOrigin, read.IsQuoted, isInBrackets, read.IsJoined));
                }

                break;
        }
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
            name.Numbers.Add(word.Stem);
        }
    }

    private void Name(Word word, bool isCut) => name.Core.Add(new CoreWord(word, isCut));

    private bool IsShortForMore(int at) =>
        at > 0 && words[at - 1].Word.Role == WordRole.FormLetters
        && (words[at].Word.Text is "до" or "дпо" || (words[at].Word.Text == "со" && words[at - 1].Word.Text is "ано" or "чу"));

    /// <summary>«АНО ДО», «АНО ДПО», «АНО СО»: what the letters behind a form mean.</summary>
    private void TakeMeaningOf(int at)
    {
        var meaning = words[at].Word.Text switch
        {
            "до" => "дополнительного образования",
            "дпо" => "дополнительного профессионального образования",
            "со" => "социального обслуживания",
            _ => "",
        };
        foreach (var word in meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Name(NameLexicon.Describe(word), isCut: false);
        }
    }

    /// <summary>Letters of a form stand at the beginning or behind other words of that kind.</summary>
    private bool IsAmongForms(int at) =>
        at == 0 || words[at].IsBracketed || words[at - 1].Word.Role is not (WordRole.Plain or WordRole.Number)
        || (!words[at - 1].IsQuoted && IsAdjective(words[at - 1].Word.Text));

    /// <summary>«1-я», «5-й».</summary>
    private bool IsOrdinalEnd(int at) => at > 0 && words[at].IsJoined && words[at - 1].Word.IsNumber && words[at].Word.Text.Length <= 2;

    private static bool IsAdjective(string text) =>
        text.Length > 4 && text[^2..] is "ая" or "яя" or "ое" or "ее" or "ые" or "ие" or "ый" or "ий" or "ой" or "ей" or "ых" or "их" or "го" or "му" or "ую" or "ом" or "ем";
}
