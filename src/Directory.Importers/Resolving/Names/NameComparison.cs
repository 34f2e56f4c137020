namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Compares two names word by word, in any order of their parts.</summary>
internal sealed partial class NameComparison
{
    /// <summary>Of the lesser name's weight so much must be in the other for them to agree in part.</summary>
    private const double PartThreshold = 0.6;

    /// <summary>Words from which on the order may break at two places; fewer say something else when they are turned round.</summary>
    private const int LongName = 5;

    /// <summary>Beside letters a name must have so much of its own in common.</summary>
    private const double OwnWords = 0.6;

    /// <summary>Words that half of all names have are a name of their own from three on.</summary>
    private const double ThreeUsualWords = 0.85;

    private readonly List<int> matches = [];
    private readonly List<bool> isTaken = [];
    private ParsedName left = null!;
    private ParsedName right = null!;
    private bool isExact;
    private double byLetters;
    private bool haveNumbersAgreed;

    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    /// <param name="regions">Regions where both are, as bits: that only one of the names says so means nothing.</param>
    /// <param name="townA">Town of the one, as far as it is known: its adjective in the other's name says nothing more.</param>
    /// <param name="townB">Town of the other.</param>
    public NameLikeness Compare(ParsedName a, ParsedName b, UInt128 regions = default, string? townA = null, string? townB = null)
    {
        haveNumbersAgreed = Agree(a.Numbers, b.Numbers);
        if (a.IsEmpty || b.IsEmpty || a.IsPart != b.IsPart || (!haveNumbersAgreed && a.Numbers.Count > 0 && b.Numbers.Count > 0))
        {
            return NameLikeness.None;
        }

        if (IsAcronymOf(a, b) || IsAcronymOf(b, a))
        {
            return new NameLikeness(NameAgreement.Partly, 0.5, 0, IsByLetters: true);
        }

        (left, right, isExact, byLetters) = (a, b, true, 0);
        Match();
        var mayLackNames = matches.Exists(at => at >= 0 && right.Core[at].Word is { IsGivenName: false, Weight: >= 1 });
        var (loose, leftRest) = Rest(left, right, regions, townB, mayLackNames, i => matches[i] >= 0);
        var (looseToo, rightRest) = Rest(right, left, regions, townA, mayLackNames, j => isTaken[j]);
        var words = matches.Select((at, i) => at < 0 ? 0 : left.Core[i].Word.Weight).Sum();
        var shared = words + Math.Max(loose, looseToo) + (haveNumbersAgreed ? 0.5 * a.Numbers.Count : 0);
        var whole = shared + leftRest + rightRest;
        var likeness = whole == 0 ? 0 : shared / whole;
        var areUsual = !matches.Where((at, i) => at >= 0 && left.Core[i].Word.Weight > 0.5).Any();
        var isGeneric = areUsual && words < ThreeUsualWords;
        var result = new NameLikeness(Judge(shared, leftRest, rightRest), likeness, shared - byLetters, byLetters > 0, isGeneric, haveNumbersAgreed && IsBrand(), areUsual);
        return result.Weight < OwnWords ? result.WithoutLetters() : result;
    }

    /// <summary>«МЦСЗ» and nothing else.</summary>
    private static bool IsAcronymOf(ParsedName letters, ParsedName words) =>
        letters is { Core: [var only], FormWords.Count: 0 } && words.Acronym.Length > 2 && words.Acronym == only.Word.Text;

    /// <summary>«Фонд помощи онкобольным «Свеча на окне»» and «Фонд «Свеча на окне»».</summary>
    private bool IsBrand()
    {
        var isLeftWhole = left.Core.TrueForAll(core => core.IsQuoted || core.IsBracketed);
        var isRightWhole = right.Core.TrueForAll(core => core.IsQuoted || core.IsBracketed);
        if (isLeftWhole == isRightWhole)
        {
            return false;
        }

        for (var i = 0; i < left.Core.Count; i++)
        {
            if (left.Core[i].IsQuoted != (matches[i] >= 0) || (matches[i] >= 0 && !right.Core[matches[i]].IsQuoted))
            {
                return false;
            }
        }

        return !right.Core.Where((core, j) => core.IsQuoted != isTaken[j]).Any();
    }

    private NameAgreement Judge(double shared, double leftRest, double rightRest)
    {
        if (!InitialsAgree() || shared < 0.01)
        {
            return NameAgreement.None;
        }

        if (haveNumbersAgreed && leftRest + rightRest < 0.01 && Breaks() <= (left.Core.Count < LongName ? 1 : 2))
        {
            return isExact && left.Numbers.Count == right.Numbers.Count ? NameAgreement.Wholly : NameAgreement.Nearly;
        }

        var lesser = Math.Min(leftRest, rightRest);
        // Usual words alone are no agreement: «Центр помощи детям» and «Центр помощи животным» share two of three.
        var isPart = shared >= 0.5 && shared / (shared + lesser) >= PartThreshold && (lesser < 0.01 || shared / (shared + leftRest + rightRest) >= 0.5);
        return isPart ? NameAgreement.Partly : NameAgreement.None;
    }

    /// <summary>Finds for each word of the left name its place in the right one.</summary>
    private void Match()
    {
        matches.Clear();
        isTaken.Clear();
        matches.AddRange(Enumerable.Repeat(-1, left.Core.Count));
        isTaken.AddRange(Enumerable.Repeat(false, right.Core.Count));
        Match((a, b) => a.Word.Stem == b.Word.Stem);
        isExact &= !IsBrandInflected();
        Match((a, b) => IsShortFor(a, b) || IsShortFor(b, a), isNear: false);
        Match((a, b) => Misspelling.IsLikely(a.Word, b.Word), isNear: true);
        Match((a, b) => WordForms.AreOfOne(a.Word.Text, b.Word.Text), isNear: true);
        Match((a, b) => a.Word.IsLatin != b.Word.IsLatin && a.Word.Skeleton.Length > 2 && a.Word.Skeleton == b.Word.Skeleton, isNear: true);
        MatchTogether();
        MatchLast();
        MatchLetters(left, right, i => matches[i] >= 0, TakeRun);
        MatchLetters(right, left, j => isTaken[j], TakeRunOfLeft);
    }

    /// <summary>«Вольт» and «Вольта»: a brand of one word stands in the nominative, so another ending is another word.</summary>
    private bool IsBrandInflected()
    {
        if (left.Core.Count(core => core.Word.Weight >= 1) != 1)
        {
            return false;
        }

        var at = left.Core.FindIndex(core => core.Word.Weight >= 1);
        return matches[at] >= 0 && left.Core[at].IsQuoted && right.Core[matches[at]].IsQuoted && left.Core[at].Word.Text != right.Core[matches[at]].Word.Text
            && !left.Core[at].Word.IsGivenName;
    }

    /// <summary>Of a long name all but one word agree, and that one is a letter apart: nobody has two such names.</summary>
    private void MatchLast()
    {
        const int Many = 4;
        var (i, j) = (matches.IndexOf(-1), isTaken.IndexOf(false));
        if (i < 0 || j < 0 || matches.LastIndexOf(-1) != i || isTaken.LastIndexOf(false) != j || matches.Count <= Many)
        {
            return;
        }

        var (a, b) = (left.Core[i].Word.Text, right.Core[j].Word.Text);
        if (Math.Min(a.Length, b.Length) >= Many && Misspelling.Distance(a, b) == 1)
        {
            (matches[i], isTaken[j], isExact) = (j, true, false);
        }
    }

    private void Match(Func<CoreWord, CoreWord, bool> isSame, bool isNear = false)
    {
        for (var i = 0; i < left.Core.Count; i++)
        {
            for (var j = 0; j < right.Core.Count && matches[i] < 0; j++)
            {
                if (!isTaken[j] && isSame(left.Core[i], right.Core[j]))
                {
                    (matches[i], isTaken[j]) = (j, true);
                    isExact &= !isNear;
                }
            }
        }
    }

    private static bool IsShortFor(CoreWord cut, CoreWord whole) =>
        cut.IsCut && cut.Word.Text.Length > 1 && whole.Word.Text.Length > cut.Word.Text.Length + 1 && whole.Word.Text[0] == cut.Word.Text[0]
        && (whole.Word.Text.StartsWith(cut.Word.Text, StringComparison.Ordinal) || (cut.Word.Text.Length <= 4 && IsWithin(cut.Word.Text, whole.Word.Text)));

    /// <summary>«свт.» is «святителя»: the letters stand in the word in their order.</summary>
    private static bool IsWithin(string letters, string word)
    {
        var at = 0;
        foreach (var letter in word)
        {
            at += at < letters.Length && letters[at] == letter ? 1 : 0;
        }

        return at == letters.Length;
    }

    /// <summary>«Медиа-центр» and «медиацентр», whichever of the two writes it in one.</summary>
    private void MatchTogether()
    {
        for (var i = 0; i < left.Core.Count; i++)
        {
            for (var j = 0; j < right.Core.Count && matches[i] < 0; j++)
            {
                if (isTaken[j])
                {
                    continue;
                }

                if (i + 1 < left.Core.Count && matches[i + 1] < 0 && IsTogether(left.Core[i], left.Core[i + 1], right.Core[j]))
                {
                    (matches[i], matches[i + 1], isTaken[j]) = (j, j, true);
                }
                else if (j + 1 < right.Core.Count && !isTaken[j + 1] && IsTogether(right.Core[j], right.Core[j + 1], left.Core[i]))
                {
                    (matches[i], isTaken[j], isTaken[j + 1]) = (j, true, true);
                }
            }
        }
    }

    private static bool IsTogether(CoreWord first, CoreWord second, CoreWord both) =>
        both.Word.Text.Length == first.Word.Text.Length + second.Word.Text.Length
        && both.Word.Text.StartsWith(first.Word.Text, StringComparison.Ordinal) && both.Word.Text.EndsWith(second.Word.Text, StringComparison.Ordinal);

    /// <summary>What of a name the other one does not say: a form that stands there as a form, a region that is the other's, a first name for an initial count as said.</summary>
    private (double Loose, double Missing) Rest(ParsedName of, ParsedName other, UInt128 regions, string? town, bool mayLackNames, Func<int, bool> isMatched)
    {
        var (loose, rest, wasTown) = (0.0, 0.0, false);
        var isByLetters = of.Letters.Length > 2 && other.Core.Exists(core => core.Word.Text == of.Letters);
        var initials = other.Initials.Except(of.Initials).ToList();
        for (var i = 0; i < of.Core.Count; i++)
        {
            var isTown = wasTown && of.Core[i].IsJoined;
            wasTown = false;
            if (isMatched(i) || of.Core[i].IsBracketed || isTown || (isByLetters && !of.Core[i].IsQuoted))
            {
                continue;
            }

            var word = of.Core[i].Word;
            if ((of.Core[i].IsForm && other.FormWords.Exists(form => form.Stem == word.Stem)) || (word.Reach != 0 && (word.Reach & other.Reach) != 0))
            {
                loose += word.Weight;
            }
            else if (other.Letters == word.Text)
            {
                // «ЧРОФ» where the other one says «Челябинский региональный общественный фонд».
                loose += 0.5;
            }
            else if (IsSaidElsewhere(of.Core[i], other, regions, town))
            {
                wasTown = true;
            }
            else
            {
                rest += initials.Remove(word.Text[0]) || MayLack(word, other, mayLackNames) ? 0 : Math.Max(word.Weight, 0.3);
            }
        }

        return (loose, rest);
    }

    /// <summary>Of the region, or of the town, where the other one is: «Вологды» for «г. Вологда».</summary>
    private static bool IsSaidElsewhere(CoreWord core, ParsedName other, UInt128 regions, string? town)
    {
        if ((core.Word.Regions & (other.Regions | regions)) != 0)
        {
            return true;
        }

        var first = town?.Split(' ')[0];
        return first is not null && (core.IsOrigin ? TownNames.AreOne(core.Word.Stem, first) : core.Word.Stem == first);
    }

    /// <summary>A rank, or a given name where the other one has the surname alone.</summary>
    private bool MayLack(Word word, ParsedName other, bool mayLackNames)
    {
        if (word.IsTitle)
        {
            return true;
        }

        if (!mayLackNames || !word.IsGivenName || other.Core.Exists(core => core.Word.IsGivenName))
        {
            return false;
        }

        isExact = false;
        return true;
    }

    private bool InitialsAgree() =>
        left.Initials.Count == 0 || right.Initials.Count == 0
        || left.Initials.All(right.Initials.Contains) || right.Initials.All(left.Initials.Contains);

    /// <summary>Where the words of the left name do not follow one another in the right one.</summary>
    private int Breaks()
    {
        var (breaks, last) = (0, -2);
        foreach (var at in matches.Where(at => at >= 0))
        {
            if (last >= -1 && at != last + 1 && at != last && !OnlyTakenAlone(last, at))
            {
                breaks++;
            }

            last = at;
        }

        return breaks;
    }

    /// <summary>Between two places of the right name stand only words that have no partner in the left one.</summary>
    private bool OnlyTakenAlone(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (matches.Contains(at))
            {
                return false;
            }
        }

        return from < to;
    }

    /// <summary>Numbers must be the same. A name without any may be the short form of one with a year, not of one with a № among many: that is judged by the words left over.</summary>
    private static bool Agree(List<string> a, List<string> b) => a.Count == b.Count && a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal));
}
