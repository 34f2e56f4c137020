using System.Collections.Frozen;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>How sure the words of its name mean a territory, see docs/mentions.md. Zero is no mention.</summary>
internal static class TerritoryScores
{
    /// <summary>Words that stand before a place.</summary>
    private static readonly FrozenSet<string> Locating = FrozenSet.Create(
        StringComparer.Ordinal, "в", "во", "из", "до", "от", "под", "к", "ко", "между", "около", "близ", "за", "над");

    private static readonly string[] Towns = ["г", "столица", "столицы", "столице", "райцентр", "райцентра", "райцентре"];

    private static readonly string[] Villages =
        ["поселок", "поселка", "поселке", "пос", "п", "пгт", "рп", "село", "села", "селе", "с", "деревня", "деревни", "деревне", "д", "станица", "станицы", "станице", "хутор", "хутора", "хуторе"];

    public static double Of(NameMatch match, TextWords text)
    {
        var first = text[match.First];
        if (!first.Is(WordTraits.Capital))
        {
            return 0;
        }

        if (first.Is(WordTraits.Upper) && match.Count == 1)
        {
            return IsName(text, match) ? 0 : 0.95;
        }

        if (match.Count > 1)
        {
            return text.IsQuoted(match.First, match.Last) ? 0.7 : IsAtLeastRegion(match) ? 0.98 : 0.95;
        }

        return OfOneWord(match, text);
    }

    /// <summary>Whether a place of that kind and form needs a place around it to be believed.</summary>
    public static bool NeedsContext(NameMatch match, TextWords text) =>
        match.Count == 1 && !IsAtLeastRegion(match)
        && !(match.Pattern.IsGeneric ? match.First > 0 && text[match.First].Follows && IsVillage(text[match.First - 1].Word) : IsLocated(match.First, text));

    private static double OfOneWord(NameMatch match, TextWords text)
    {
        var (word, name) = (text[match.First], match.Pattern.Words[0]);
        if (IsName(text, match) || IsPartOfName(match, text))
        {
            return 0;
        }

        if (IsAtLeastRegion(match))
        {
            return 0.95;
        }

        var isNamedPlace = match.First > 0 && text[match.First - 1] is var before && IsKindOfPlace(before.Word) && (word.Before & (Gap.Break | Gap.Colon | Gap.Comma)) == 0;
        if (isNamedPlace)
        {
            return match.Pattern.IsGeneric && !IsVillage(text[match.First - 1].Word) ? 0 : 0.95;
        }

        if (IsAdjectiveOfTown(match.First, text, name) || WordLists.IsCommon(name) || (RussianForms.IsAdjective(name) && QualifiesNext(match.First, text)))
        {
            return 0;
        }

        return IsLocated(match.First, text) ? 0.9 : word.Is(WordTraits.Begins) || WordLists.IsFormOfGivenName(word.Word) || RussianForms.IsAdjective(name) ? 0 : 0.8;
    }

    /// <summary>«в Тюкалинском районе»: the adjective of a town in -ск looks like its instrumental, which takes other words before it.</summary>
    private static bool IsAdjectiveOfTown(int at, TextWords text, string name) =>
        name[^2..] is "ск" or "цк" && text[at].Word.Length == name.Length + 2 && text[at].Word.EndsWith("ом", StringComparison.Ordinal)
        && !(at > 0 && text[at - 1].Word is "с" or "со" or "между" or "перед" or "под" or "над" or "за");

    private static bool IsAtLeastRegion(NameMatch match) =>
        match.Pattern.Entry.Kind is TerritoryKind.Country or TerritoryKind.FederalDistrict or TerritoryKind.Region;

    /// <summary>«Единая Россия», «Новости Радужного»: in a quotation of a few words a place is a part of somebody's name.</summary>
    private static bool IsName(TextWords text, NameMatch match) =>
        text.QuotationOf(match.First) is { } quote && quote.Last - quote.First < 3;

    private static bool IsPartOfName(NameMatch match, TextWords text)
    {
        var (word, name) = (text[match.First], match.Pattern.Words[0]);
        if (match.First > 0 && word.Follows && text[match.First - 1] is var before && before.Is(WordTraits.Capital))
        {
            // «Новая Москва», «Иван Владимир», «А. Киров»; but «ЕРЦ Якутии», «Правительство Москвы», «Республика Якутия».
            if (RussianForms.IsAdjective(before.Word) || (WordLists.IsFormOfGivenName(before.Word) && !before.Is(WordTraits.Upper)))
            {
                return true;
            }
        }

        if (match.First > 0 && text[match.First - 1].IsInitial && word.Before == Gap.Stop)
        {
            return true;
        }

        var next = match.Last + 1;
        return next < text.Count && text[next].Follows && text[next].Before == Gap.None && text[next].Is(WordTraits.Capital) && WordLists.IsFormOfGivenName(name);
    }

    /// <summary>Behind «в», «из», «город» and the like, further on in a list that begins so, or alone in brackets.</summary>
    private static bool IsLocated(int first, TextWords text)
    {
        for (var at = first; at > 0; at -= text[at].Before == Gap.Comma ? 1 : 2)
        {
            var before = text[at - 1];
            if ((text[at].Before & ~Gap.Quote) == 0 && (Locating.Contains(before.Word) || IsKindOfPlace(before.Word)))
            {
                return true;
            }

            var isListed = text[at].Before == Gap.Comma || (at > 1 && text[at].Before == Gap.None && before.Word is "и" or "или" or "также");
            if (!isListed || !text[text[at].Before == Gap.Comma ? at - 1 : at - 2].Is(WordTraits.Capital))
            {
                break;
            }
        }

        return first > 0 && text[first].Before == Gap.Bracket && (first + 1 == text.Count || text[first + 1].Before.HasFlag(Gap.Bracket));
    }

    private static bool IsVillage(string word) => Villages.Contains(word);

    private static bool IsKindOfPlace(string word) =>
        IsVillage(word) || Towns.Contains(word) || (word.StartsWith("город", StringComparison.Ordinal) && word.Length <= 8 && !RussianForms.IsAdjective(word) && !word.Contains("ск", StringComparison.Ordinal));

    /// <summary>«в Октябрьском районе» is no town: the next word takes the ending of the adjective. «в Радужном созданы» does not.</summary>
    private static bool QualifiesNext(int at, TextWords text)
    {
        if (at + 1 >= text.Count || text[at + 1].Before != Gap.None)
        {
            return false;
        }

        var (form, next) = (text[at].Word, text[at + 1].Word);
        if (next.Length < 3 || text[at + 1].Is(WordTraits.Capital))
        {
            return false;
        }

        return form[^2..] switch
        {
            "ом" or "ем" => next[^1] is 'е' or 'у' or 'ю' or 'и',
            "го" => next[^1] is 'а' or 'я',
            "му" => next[^1] is 'у' or 'ю',
            "ым" or "им" => next.EndsWith("ом", StringComparison.Ordinal) || next.EndsWith("ем", StringComparison.Ordinal),
            _ => !"аеиоуыэюя".Contains(next[^1]),
        };
    }
}
