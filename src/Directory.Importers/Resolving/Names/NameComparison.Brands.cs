namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Names of which one says less than the other.</summary>
internal sealed partial class NameComparison
{
    private const double OfPhrase = 0.3;

    /// <summary>What a word weighs that half of all names have.</summary>
    private const double UsualWord = 0.5;

    /// <summary>A name of so many words may have been cut off at its end.</summary>
    private const int CutOffFrom = 5;

    /// <summary>How much of what agrees stands in the innermost quotes of one or of both.</summary>
    private double BrandWeight()
    {
        var brand = Enumerable.Range(0, matches.Count).Where(i => matches[i] >= 0 && (left.Core[i].IsBrand || right.Core[matches[i]].IsBrand)).ToList();
        // Two words that many have are together had by few: «Новый ракурс».
        return brand.Sum(i => left.Core[i].Word.Weight) + (brand.Count > 1 ? OfPhrase : 0) + (haveNumbersAgreed ? OfNumber * left.Numbers.Count : 0);
    }

    /// <summary>How much of what agrees speaks of neither a place nor of what half of all names speak of: «Союз пекарей Зауралья» and «Союз юристов Зауралья» have nothing of it in common.</summary>
    private double Telling(string? townA, string? townB)
    {
        var telling = 0.0;
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i] >= 0 && left.Core[i].Word is { Weight: > UsualWord, IsTitle: false } && (left.Core[i].IsBrand || !KindWords.IsOne(left.Core[i].Word.Text, isInside: false)) && !IsOfPlace(left.Core[i], right.Core[matches[i]], townA, townB))
            {
                telling += left.Core[i].Word.Weight;
            }
        }

        return telling;
    }

    private static bool IsOfPlace(CoreWord a, CoreWord b, string? townA, string? townB) =>
        a.Word.Regions.Any || a.Word.IsTown || (a.IsProper && b.IsProper) || a.IsOrigin || b.IsOrigin || RegionWords.IsLandscape(a.Word.Text)
        || (townA is not null && TownNames.AreOne(a.Word.Stem, townA)) || (townB is not null && TownNames.AreOne(a.Word.Stem, townB));

    /// <summary>Beside the brand a word agrees that few others have.</summary>
    private bool IsAroundTelling() => matches.Where((at, i) => at >= 0 && !left.Core[i].IsBrand && !right.Core[at].IsBrand && left.Core[i].Word.Weight >= 1).Any();

    /// <summary>«Фонд помощи онкобольным «Свеча на окне»» and «Фонд «Свеча на окне»»: the brand is the same, and only one of the two says more.</summary>
    private bool IsAbridged(Leftover leftRest, Leftover rightRest)
    {
        if (leftRest.Brand + rightRest.Brand > 0.01 || Math.Min(leftRest.Missing, rightRest.Missing) > 0.01)
        {
            return false;
        }

        var brand = Enumerable.Range(0, matches.Count).Where(i => matches[i] >= 0 && (left.Core[i].IsBrand || right.Core[matches[i]].IsBrand)).ToList();
        // Without quotes on one side the brand is a part of it in a row: a word more in between makes another name.
        return brand.Count > 0 && IsInRow(brand) && !(brand.Count == 1 && IsInflected(left.Core[brand[0]].Word, right.Core[matches[brand[0]]].Word));
    }

    private bool IsInRow(List<int> brand)
    {
        var others = brand.Select(i => matches[i]).Distinct().Order().ToList();
        return Covers(brand, left.Core, i => matches[i] >= 0) && Covers(others, right.Core, j => isTaken[j]);
    }

    /// <summary>Between the first and the last word of the brand nothing is left over.</summary>
    private static bool Covers(List<int> brand, List<CoreWord> core, Func<int, bool> isMatched)
    {
        for (var at = brand[0]; at <= brand[^1]; at++)
        {
            if (!isMatched(at) && !core[at].IsBracketed && !core[at].IsForm && core[at].Word.Role != WordRole.Reach && core[at].Word.Regions.IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>«Вольт» and «Вольта»: a brand of one word stands in the nominative, so another ending is another word.</summary>
    private static bool IsInflected(Word a, Word b) => 
        a.Text != b.Text && (a.Stem == b.Stem || WordForms.AreOfOne(a.Text, b.Text)) && !a.IsGivenName && a.IsLatin == b.IsLatin;

    /// <summary>«… по поддержке людей старшего пок»: somebody's column was too narrow.</summary>
    private bool IsCutOff() => IsCutOff(left, right, i => matches[i]) || IsCutOff(right, left, matches.IndexOf);

    /// <summary>«Община крымских караи»: the last word of a column that was too narrow.</summary>
    private void MatchCutOff(ParsedName cut, ParsedName whole, Func<int, int> placeOf, Action<int, int> take)
    {
        const int Narrow = 35;
        const int Fewest = 4;
        var last = cut.Core.Count - 1;
        if (last < 1 || cut.Whole.Length < Narrow || placeOf(last) >= 0 || placeOf(last - 1) is not (>= 0 and var before) || before + 1 >= whole.Core.Count)
        {
            return;
        }

        var (end, word) = (cut.Core[last].Word.Text, whole.Core[before + 1].Word.Text);
        if (end.Length >= Fewest && end.Length < word.Length && cut.Whole.EndsWith(end, StringComparison.Ordinal) && word.StartsWith(end, StringComparison.Ordinal) && !IsTakenOf(whole, before + 1))
        {
            take(last, before + 1);
            (isExact, hasError) = (false, true);
        }
    }

    private bool IsTakenOf(ParsedName of, int at) => ReferenceEquals(of, right) ? isTaken[at] : matches[at] >= 0;

    private static bool IsCutOff(ParsedName cut, ParsedName whole, Func<int, int> placeOf)
    {
        var last = cut.Core.Count - 1;
        if (cut.Core.Count < CutOffFrom || whole.Core.Count <= last)
        {
            return false;
        }

        for (var i = 0; i < last; i++)
        {
            if (placeOf(i) != i)
            {
                return false;
            }
        }

        var (end, word) = (cut.Core[last].Word.Text, whole.Core[last].Word.Text);
        return end.Length < word.Length && (placeOf(last) < 0 || placeOf(last) == last) && word.StartsWith(end, StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether a word of the one may be made of the letters of the other: «ДВФУ», «Минмолспорт». That says little; it does not contradict a number that
    /// both have.
    /// </summary>
    public static bool MayBeShortFor(ParsedName a, ParsedName b) => IsMadeOf(a, b.Whole) || IsMadeOf(b, a.Whole);

    private static bool IsMadeOf(ParsedName letters, string whole)
    {
        const int Fewest = 3;
        const int Long = 7;
        var core = letters.Core.Find(core => core.Word is { Text.Length: >= Fewest, Weight: >= 1 });
        // «Лад» stands in «Ласточка – детям» by chance; of long words hardly one does.
        if (core.Word is not { } word || (!core.IsUpper && word.Text.Length < Long)
            // «Клуб «Вектор» СГУ» is of those whose letters they are.
            || (letters.HasBrand && !core.IsBrand) || letters.Core.Count(core => core.Word.Weight >= 1) > 1)
        {
            return false;
        }

        for (var start = 0; start >= 0; start = whole.IndexOf(' ', start) is var next and >= 0 ? next + 1 : -1)
        {
            if (start < whole.Length && whole[start] == word.Text[0] && whole.Length - start > 2 * word.Text.Length
                && !whole.AsSpan(start).StartsWith(word.Stem) && IsWithin(word.Text, whole[start..]))
            {
                return true;
            }
        }

        return false;
    }
}
