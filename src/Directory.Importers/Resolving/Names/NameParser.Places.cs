namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What of a name says where its bearer is.</summary>
internal sealed partial class NameParser
{
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

        if (NamedDistrictAt(at))
        {
            name.District ??= words[at + 1].Word.Stem;
            return 2;
        }

        if (!isPlace && TownAt(at))
        {
            return 1;
        }

        if (HyphenatedAt(at, isPlace) is var hyphenated and > 0)
        {
            return hyphenated;
        }

        if (BareTownAt(at, isPlace) is var town and > 0)
        {
            return town;
        }

        if (word.Word.Text.StartsWith("посел", StringComparison.Ordinal) && at + 3 < words.Count && words[at + 1].Word.Stem == "городск" && words[at + 2].Word.Text == "типа"
            && SettlementAt(at + 3) is var township and > 0)
        {
            return 3 + township;
        }

        if (IsSettlementMark(at, isPlace) && BehindMark(at) is var behind && behind < words.Count && words[behind].IsQuoted == word.IsQuoted && SettlementAt(behind) is var settlement and > 0)
        {
            return behind - at + settlement;
        }

        return !isPlace && IsWhereFrom(at) && SettlementAt(at + 1) is var origin and > 0 ? 1 + origin : RegionAt(at, isPlace);
    }

    /// <summary>«Кировского района», «Раменский муниципальный район», «Ленинский р-н», «Кировская районная»: of the last only the first word.</summary>
    private int DistrictAt(int at)
    {
        if (words[at].Word.Role is not (WordRole.Plain or WordRole.Region) || !words[at].Word.IsAdjective)
        {
            return 0;
        }

        var next = at + 1;
        var reach = BehindLocal(next);
        if (reach < words.Count && !words[at].IsQuoted && (words[reach].Word is { Role: WordRole.Reach, Reach: Reach.District } || IsDistrictByLetters(at, reach)))
        {
            return 1;
        }

        if (words[at].Word.Role == WordRole.Region && RegionWords.AreDistricts(words[at].Word.Regions) && next < words.Count && words[next].Word.Stem == "округ")
        {
            return 0;
        }

        if (next < words.Count && words[next].Word.Stem is "муниципальн" or "городск" or "сельск" or "казач")
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

    /// <summary>«Кандалакшская РО ВОИ»: of a district, where «Карельская РО» is the republic's.</summary>
    private bool IsDistrictByLetters(int at, int letters) => words[at].Word.Role == WordRole.Plain && letters == at + 1 && FormLetters.IsPart(words[letters].Word.Text) && at == 0;

    /// <summary>«Района Сокол», «муниципального округа «Якиманка»».</summary>
    private bool NamedDistrictAt(int at) =>
        // The self-government of a quarter is called by it.
        !((name.Forms & OrganizationForm.SelfGovernment) != 0 && words[at].Word.Text.StartsWith("микрорайон", StringComparison.Ordinal))
        && words[at] is { IsQuoted: false, Word.Role: WordRole.District } && words[at].Word.Text is "района" or "район" or "округа" or "р" or "микрорайон" or "микрорайона" && at + 1 < words.Count
        && words[at + 1] is { IsCapital: true, IsCut: false, Word.Role: WordRole.Plain } && (words[at + 1].IsQuoted || !isAllCapital);

    /// <summary>«Ржевская городская организация».</summary>
    private bool TownAt(int at)
    {
        var word = words[at];
        var reach = BehindLocal(at + 1);
        if (word.Word.Role is not (WordRole.Plain or WordRole.Region) || !word.Word.IsAdjective || reach >= words.Count
            || words[reach].IsQuoted != word.IsQuoted || words[reach] is not { Word: { Role: WordRole.Reach, Reach: Reach.City } } || RegionWords.IsCity(word.Word.Stem))
        {
            return false;
        }

        name.Settlement ??= word.Word.Stem;
        if (word.IsQuoted)
        {
            // In quotes it stays a part of the name.
            return false;
        }

        name.Regions |= word.Word.Regions;
        name.IsOfTown = true;
        return true;
    }

    /// <summary>«Усть-Лабинского района», «Кирово-Чепецкая городская»: the first half belongs to it.</summary>
    private int HyphenatedAt(int at, bool isPlace)
    {
        var second = at + 1;
        if (second >= words.Count || !words[second].IsJoined || words[second].IsQuoted != words[at].IsQuoted || !IsFirstHalf(words[at].Word.Text))
        {
            return 0;
        }

        if (DistrictAt(second) is var district and > 0)
        {
            name.District ??= words[at].Word.Text + words[second].Word.Stem;
            return 1 + district;
        }

        if (!isPlace && name.Settlement is null && TownAt(second))
        {
            name.Settlement = words[at].Word.Text + name.Settlement;
            return 2;
        }

        return 0;
    }

    /// <summary>The stem of a name of two halves: the first one, unless many places have it.</summary>
    private string JoinedStem(int at) => IsFirstHalf(words[at].Word.Text) ? words[at].Word.Text + words[at + 1].Word.Stem : words[at].Word.Stem;

    /// <summary>«Усть-», «Кирово-», «Нижне-»: of many places, so that the second half tells which one is meant.</summary>
    private static bool IsFirstHalf(string text) => text is "усть" or "ханты" or [_, .., 'о' or 'е'] && text.Length > 3;

    private bool IsSettlementMark(int at, bool isPlace)
    {
        var word = words[at];
        if (word.Word.Role == WordRole.Settlement)
        {
            // «Добрый город Петербург» is called so.
            return !(word.IsQuoted && at > 0 && words[at - 1].Depth == word.Depth && words[at - 1].Word.Text is [.., 'ы' or 'и', 'й'] or [.., 'о', 'е']);
        }

        var isMark = word.Word.Text is "г" or "гор" or "ст" or "с" or "п" or "пос" or "д" or "дер" or "х" or "пгт" or "рп";
        return isMark && (word.IsCut || isPlace || word.Word.Text is "г") && !IsInitial(at);
    }

    /// <summary>«Город-курорт Сочи», «город-герой Тула»: what the town is besides.</summary>
    private int BehindMark(int at) => at + 2 < words.Count && words[at + 1] is { IsJoined: true, Word.Text: "курорт" or "герой" or "герое" or "героя" or "курорта" or "курорте" or "спутник" } ? at + 2 : at + 1;

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
        var (regions, known) = TownWords.Of(words[at].Word.Text);
        var stem = known ?? words[at].Word.Stem;
        if ((words[at].Word.IsAdjective || words[at].IsCut) && end < words.Count && CanName(end) && words[end].IsQuoted == words[at].IsQuoted
            && words[end].Word.Role is WordRole.Plain && !words[end].IsJoined && DistrictAt(end) == 0)
        {
            regions = TownWords.RegionOf(words[at].Word.Stem, words[end].Word.Text);
            stem = words[at].Word.Stem + ' ' + words[end++].Word.Stem;
        }

        while (end < words.Count && words[end].IsJoined)
        {
            stem = end == at + 1 ? JoinedStem(at) : stem;
            end++;
        }

        if (RegionWords.IsCity(words[at].Word.Stem) || (end > at + 1 && RegionWords.IsCity(words[end - 1].Word.Stem)))
        {
            name.Regions |= words[end - 1].Word.Regions & ~RegionWords.OfNumber(50);
        }
        else
        {
            name.TownRegions = name.Settlement is null ? regions : name.TownRegions;
            (name.Settlement, name.IsTownBare) = name.Settlement is null || name.IsTownBare ? (stem, false) : (name.Settlement, false);
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
        if ((word.Role == WordRole.Country && !words[at].IsQuoted && word.Text != "федерация") || (word.Role == WordRole.RegionKind && (IsRegion(at + 1) || IsFirstHalf(at + 1))) || (IsFirstHalf(at) && IsRegion(at + 1)))
        {
            return 1;
        }

        if (!IsRegion(at) || (word.Text == "коми" && at + 1 < words.Count && words[at + 1].IsJoined) || (isPlace && IsStreetOf(at)))
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

        if (kind < words.Count && (words[kind].Word.Role == WordRole.RegionKind || ((kind > at + 1 || RegionWords.AreDistricts(regions)) && words[kind].Word.Stem == "округ")))
        {
            name.Regions |= RegionWords.OfKind(regions, words[kind].Word.Stem);
            name.IsOfRegion = true;
            return kind + 1 - at;
        }

        name.SaysRegion |= words[at].IsQuoted && !word.IsAdjective;
        // In the proper name a region is a part of it, unless it is named in full or by letters.
        if (words[at].IsQuoted && !isPlace && word.Text.Length > 4 && (at == 0 || words[at - 1].Word.Role != WordRole.RegionKind))
        {
            return 0;
        }

        if (isPlace || !word.IsAdjective || IsBeforeForm(at))
        {
            name.IsOfRegion |= !word.IsAdjective;
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
}
