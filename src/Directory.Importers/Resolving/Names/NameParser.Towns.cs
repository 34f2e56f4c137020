namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Towns that stand without «г.».</summary>
internal sealed partial class NameParser
{
    /// <summary>
    /// «Дом НКО Тольятти», «… (Липецк)», «…, Нижний Новгород», and the address that begins with it. In quotes, «Союз молодёжи Дзержинска», it stays a part
    /// of the name.
    /// </summary>
    private int BareTownAt(int at, bool isPlace)
    {
        var word = words[at];
        var next = at + 1 < words.Count && words[at + 1].IsQuoted == word.IsQuoted ? words[at + 1].Word : null;
        var ofTwo = next is not null && !next.IsAdjective ? TownWords.RegionOf(word.Word.Stem, next.Text) : RegionSet.None;
        var regions = ofTwo.Any ? ofTwo
            : word.Word.IsTown ? word.Word.TownRegions
            : isPlace || word.IsBehindComma || word.IsBracketed ? TownWords.AmbiguousRegionOf(word.Word.Text)
            : RegionSet.None;
        if (regions.IsEmpty && !isPlace && IsBehindName(at))
        {
            name.Settlement ??= word.Word.Stem;
            name.IsTownBare = true;
            return 1;
        }

        if (regions.IsEmpty || word.IsJoined || !(word.IsCapital || isAllCapital) || word.IsCut || (!isPlace && ofTwo.IsEmpty && IsWholeName(at)) || (isPlace && IsOfStreet(at)))
        {
            return 0;
        }

        var end = at + (ofTwo.Any ? 2 : 1);
        while (end < words.Count && words[end].IsJoined)
        {
            end++;
        }

        name.Regions |= ofTwo.IsEmpty ? word.Word.Regions : RegionSet.None;
        if (name.Settlement is null)
        {
            var isJoined = ofTwo.Any && words[at + 1].IsJoined;
            (name.Settlement, name.TownRegions, name.IsTownBare) = (isJoined ? JoinedStem(at) : ofTwo.Any ? word.Word.Stem + ' ' + next!.Stem : TownWords.Of(word.Word.Text).Stem ?? word.Word.Stem, regions, true);
        }

        return word.IsQuoted && !isPlace ? 0 : end - at;
    }

    /// <summary>«Ст. Оскол», «Н. Новгород», «Наб. Челны»: the first word of a town that is known, cut short.</summary>
    private void SpellTowns()
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at] is { IsCut: true, IsCapital: true } && words[at + 1].IsCapital && TownWords.FirstWordOf(words[at].Word.Text, words[at + 1].Word.Text) is { } first)
            {
                words[at] = words[at] with { Word = reader.WordOf(first), IsCut = false };
            }
        }
    }

    /// <summary>«Общество «Берег» из Ногинска»: behind the name.</summary>
    private bool IsWhereFrom(int at) =>
        words[at] is { IsQuoted: false, IsBracketed: false, IsCut: false, Word.Text: "из" } && at > 0 && at + 1 < words.Count && words[at + 1] is { IsCapital: true, IsQuoted: false, Word.Role: WordRole.Plain, Word.IsGivenName: false }
        && !isAllCapital && (innermost > 0 ? words[at - 1].IsQuoted : at + 2 == words.Count);

    /// <summary>«Тольятти, Ленинградская, 53»: an adjective says a region only beside what it is, or alone.</summary>
    private bool IsStreetOf(int at) =>
        words[at].Word.IsAdjective && (IsOfStreet(at) || (words.Count > 2 && (at == 0 || words[at - 1].Word.Role != WordRole.RegionKind)
            && !(at + 1 < words.Count && (words[at + 1].Word.Role is WordRole.RegionKind || words[at + 1].Word.Stem is "автономн" || words[at + 1].Word.Text is "ао" or "район" || words[at + 1].IsJoined))));

    /// <summary>«Фонд «Вектор», Зеленогорск», «… (Кандалакша)»: a word behind the quotes that can be nothing else.</summary>
    private bool IsBehindName(int at)
    {
        var word = words[at];
        return innermost > 0 && at == words.Count - 1 && word is { IsCapital: true, IsUpper: false, IsQuoted: false, Word.Role: WordRole.Plain } && (word.IsBehindComma || word.IsBracketed)
            && at > 0 && words[at - 1].IsBracketed == false && !isAllCapital && !word.Word.IsKind(isInside: false) && !word.Word.IsGivenName && word.Word.Weight >= 1;
    }

    /// <summary>«ул. Кирова», «Свободный проспект».</summary>
    private bool IsOfStreet(int at) =>
        (at > 0 && IsStreet(words[at - 1].Word.Text)) || (at + 1 < words.Count && IsStreet(words[at + 1].Word.Text));

    private static bool IsStreet(string text) =>
        text is "ул" or "улица" or "пр" or "пр-т" or "просп" or "проспект" or "пер" or "переулок" or "наб" or "набережная" or "пл" or "площадь" or "бул" or "бульвар" or "ш" or "шоссе" or "тракт";

    /// <summary>It stands first in the innermost quotes, or in the name as a whole: «Тула», «Казань театральная».</summary>
    private bool IsWholeName(int at) => at == 0 || words[at - 1].Depth < words[at].Depth;
}
