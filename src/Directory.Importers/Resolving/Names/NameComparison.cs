namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Compares two names word by word, in any order of their parts.</summary>
internal sealed partial class NameComparison
{
    /// <summary>Of the lesser name's weight so much must be in the other for them to agree in part.</summary>
    private const double PartThreshold = 0.6;

    /// <summary>Words from which on the order may break at two places; fewer say something else when they are turned round.</summary>
    private const int LongName = 5;

    /// <summary>Beside letters a name must have so much of its own in common.</summary>
    private const double OwnWords = 0.55;

    /// <summary>What a word tells at least that is not in half of all names.</summary>
    private const double BelovedWord = 0.6;

    /// <summary>What a number tells that both have.</summary>
    private const double OfNumber = 0.5;

    /// <summary>What a letter tells that begins the word it stands for, and what all of them tell at most.</summary>
    private const double OfLetter = 0.25;
    private const double MostOfLetters = 1;

    /// <summary>Letters that a saint and the adjective of a church have in common.</summary>
    private const int LettersOfSaint = 5;

    /// <summary>So many words of those whose veterans are meant are those of the one organization of them all.</summary>
    private const int VeteransOfAll = 3;

    /// <summary>Words that half of all names have are a name of their own from three on.</summary>
    private const double ThreeUsualWords = 0.85;

    private readonly List<int> matches = [];
    private readonly List<bool> isTaken = [];
    private ParsedName left = null!;
    private ParsedName right = null!;
    private bool isExact;
    private bool hasError;
    private double byLetters;
    private int lettersRead;
    private bool haveNumbersAgreed;
    private bool haveVeteransAgreed;

    /// <summary>«Совет ветеранов Тары» and «Совет ветеранов Тарского района».</summary>
    private bool isOfDistrict;

    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    /// <param name="regions">Regions where both are, as bits: that only one of the names says so means nothing.</param>
    /// <param name="townA">Town of the one, as far as it is known: its adjective in the other's name says nothing more.</param>
    /// <param name="townB">Town of the other.</param>
    public NameLikeness Compare(ParsedName a, ParsedName b, RegionSet regions = default, string? townA = null, string? townB = null)
    {
        haveNumbersAgreed = Agree(a.Numbers, b.Numbers);
        if (a.IsEmpty || b.IsEmpty || (a.Diocese is not null && b.Diocese is not null && a.Diocese != b.Diocese) || IsPartOf(a, b) || IsPartOf(b, a) || (!haveNumbersAgreed && a.Numbers.Count > 0 && b.Numbers.Count > 0))
        {
            return NameLikeness.Apart;
        }

        if (IsAcronymOf(a, b) || IsAcronymOf(b, a))
        {
            return new NameLikeness(NameAgreement.Partly, 0.5, 0, IsByLetters: true, Letters: LettersOf(a, b) + LettersOf(b, a));
        }

        (left, right, isExact, byLetters, lettersRead) = (a, b, true, 0, 0);
        Match();
        // Of «ветераны войны, труда, Вооружённых Сил и правоохранительных органов» many leave out one or the other.
        isOfDistrict = false;
        haveVeteransAgreed = matches.Where((at, i) => at >= 0 && NameLexicon.IsOfVeterans(left.Core[i].Word.Stem)).Take(VeteransOfAll).Count() == VeteransOfAll
            && left.Core.Exists(core => core.Word.Sense == "ветеран") && right.Core.Exists(core => core.Word.Sense == "ветеран");
        areRemarksTwo = HasRemarkOfItsOwn(left, right, i => matches[i] >= 0) && HasRemarkOfItsOwn(right, left, j => isTaken[j]);
        var mayLackNames = matches.Exists(at => at >= 0 && right.Core[at].Word is { IsGivenName: false, IsTitle: false, Weight: >= 1 });
        var leftRest = Rest(left, right, regions, townB, mayLackNames, i => matches[i] >= 0);
        var rightRest = Rest(right, left, regions, townA, mayLackNames, j => isTaken[j]);
        if (AreTwoParts(leftRest, rightRest) || AreOfTwoPeoples())
        {
            return NameLikeness.Apart;
        }

        // «Центр поддержки …» and «Центр развития …» are two; «Центр …» may be either.
        (leftRest, rightRest) = leftRest.Soft > 0 && rightRest.Soft > 0 ? (leftRest.Hardened(), rightRest.Hardened()) : (leftRest, rightRest);
        isExact &= leftRest.Soft + rightRest.Soft < 0.01;
        var words = matches.Select((at, i) => at < 0 ? 0 : left.Core[i].Word.Weight).Sum();
        var shared = words + Math.Max(leftRest.Loose, rightRest.Loose) + (haveNumbersAgreed ? OfNumber * a.Numbers.Count : 0);
        var whole = shared + leftRest.Missing + rightRest.Missing;
        var areUsual = !matches.Where((at, i) => at >= 0 && left.Core[i].Word.Weight > 0.5).Any();
        var own = shared - byLetters;
        var result = new NameLikeness(
            isOfDistrict || IsOtherPart(leftRest, rightRest) || (areUsual && a.IsPart != b.IsPart && !(a.IsChapter && b.IsChapter)) ? NameAgreement.Partly : Judge(shared, leftRest, rightRest), whole == 0 ? 0 : shared / whole, own + Math.Min(MostOfLetters, OfLetter * lettersRead), byLetters > 0,
            areUsual && words < ThreeUsualWords, areUsual, BrandWeight(), Math.Max(leftRest.Missing, rightRest.Missing), leftRest.IsGroup || rightRest.IsGroup, HasError: hasError,
            Lesser: Math.Min(leftRest.Missing, rightRest.Missing), IsBrandWhole: leftRest.Brand + rightRest.Brand < 0.01 && BrandWeight() > 0,
            Telling: Telling(townA, townB), IsOfOtherKind: AreOfOtherKind());
        return own < OwnWords ? result.WithoutLetters() : result;
    }

    /// <summary>«МЦСЗ» and nothing else.</summary>
    private static bool IsAcronymOf(ParsedName letters, ParsedName words) =>
        (letters is { Core: [var only], FormWords.Count: 0 } && words.Acronym.Length > 2 && words.Acronym == only.Word.Text) || LettersOf(letters, words) > 0;

    /// <summary>How many letters «ЦСПМ» has if it is all that the one is called, and the other is called by the words that begin with them; else 0.</summary>
    private static int LettersOf(ParsedName letters, ParsedName words) =>
        words.CoreAcronym.Length > 2 && letters.OnlyWord is { Weight: >= 1 } only && only.Text == words.CoreAcronym ? only.Text.Length : 0;

    /// <summary>«Елизовское отделение движения» is another one than the region's.</summary>
    private bool IsOtherPart(Leftover leftRest, Leftover rightRest) => left.IsPart && right.IsPart && (leftRest.IsOrigin || rightRest.IsOrigin);

    /// <summary>«Энгельсское отделение фонда» and «Балаковское отделение фонда»: both say where, and not the same.</summary>
    private bool AreTwoParts(Leftover leftRest, Leftover rightRest) =>
        left.IsPart && right.IsPart && ((leftRest.IsOrigin && (rightRest.IsOrigin || SaysWhere(right))) || (rightRest.IsOrigin && SaysWhere(left)));

    private static bool SaysWhere(ParsedName name) => name.Regions.Any || name.Settlement is not null || name.District is not null;

    /// <summary>A branch is not its head; but «Союз журналистов Республики Алтай» is what others call the branch there.</summary>
    private static bool IsPartOf(ParsedName part, ParsedName whole) =>
        part.IsPart && !whole.IsPart && !part.IsMaybePart && !(part.IsChapter && whole.IsChapter) && !(part.IsBased && part.Kinds.Exists(whole.Kinds.Contains))
        && !(part.Regions.Meets(whole.Regions) && SaysNoMore(part) && whole.IsOfOneRegion);

    /// <summary>«Тамбовское отделение» without a word of a town or district is that of the region.</summary>
    private static bool SaysNoMore(ParsedName part) => part.Settlement is null && part.District is null && (part.Reach & Reach.Local) == 0;

    private NameAgreement Judge(double shared, Leftover leftRest, Leftover rightRest)
    {
        if (!InitialsAgree() || shared < 0.01)
        {
            return NameAgreement.None;
        }

        if (haveNumbersAgreed && leftRest.Missing + rightRest.Missing < 0.01 && Breaks() <= (left.Core.Count < LongName ? 1 : 2))
        {
            return isExact && left.Numbers.Count == right.Numbers.Count ? NameAgreement.Wholly : NameAgreement.Nearly;
        }

        if (haveNumbersAgreed && IsCutOff())
        {
            return NameAgreement.Nearly;
        }

        if (haveNumbersAgreed && IsAbridged(leftRest, rightRest))
        {
            return NameAgreement.Abridged;
        }

        var lesser = Math.Min(leftRest.Missing, rightRest.Missing);
        // Usual words alone are no agreement: «Центр помощи детям» and «Центр помощи животным» share two of three.
        var isPart = shared >= 0.5 && shared / (shared + lesser) >= PartThreshold && (lesser < 0.01 || shared / (shared + leftRest.Missing + rightRest.Missing) >= 0.5);
        return isPart ? NameAgreement.Partly : NameAgreement.None;
    }

    /// <summary>Finds for each word of the left name its place in the right one.</summary>
    private void Match()
    {
        matches.Clear();
        isTaken.Clear();
        matches.AddRange(Enumerable.Repeat(-1, left.Core.Count));
        isTaken.AddRange(Enumerable.Repeat(false, right.Core.Count));
        MatchRemark();
        // What stands in quotes looks for its like first: around it the same words may stand again.
        var haveBrands = left.HasBrand && right.HasBrand;
        Match((a, b) => a.IsBracketed == b.IsBracketed && (haveBrands ? a.IsBrand == b.IsBrand : a.IsBrand || b.IsBrand) && a.Word.Stem == b.Word.Stem);
        Match((a, b) => a.IsBracketed == b.IsBracketed && a.Word.Stem == b.Word.Stem);
        MatchHyphenated();
        Match((a, b) => IsShortFor(a, b) || IsShortFor(b, a), isNear: false);
        Match((a, b) => a.Word.Stem == b.Word.Stem);
        // «Каратэ» and «карате»; of a Tatar «ә» the one makes «а», the other «э».
        Match((a, b) => a.Word.Skeleton == b.Word.Skeleton && a.Word.Text.Length == b.Word.Text.Length && a.Word.Text.Contains('э', StringComparison.Ordinal) != b.Word.Text.Contains('э', StringComparison.Ordinal)
            && (a.Word.Text.Replace('э', 'е') == b.Word.Text.Replace('э', 'е') || a.Word.Text.Replace('э', 'а') == b.Word.Text.Replace('э', 'а')), isNear: true);
        hasError = false;
        Match(IsMisspelt, isNear: true);
        hasError |= Match((a, b) => a.Word.Skeleton.Length > 3 && a.Word.Skeleton == b.Word.Skeleton && Misspelling.Distance(a.Word.Text, b.Word.Text) == 1, isNear: true);
        hasError |= Match((a, b) => KindWords.IsMisspelt(a.Word.Text, b.Word.Text) || KindWords.IsMisspelt(b.Word.Text, a.Word.Text), isNear: true);
        Match((a, b) => WordForms.AreOfOne(a.Word.Text, b.Word.Text), isNear: true);
        Match((a, b) => a.Word.IsLatin != b.Word.IsLatin && a.Word.Skeleton.Length > 1 && a.Word.Skeleton == b.Word.Skeleton && Math.Abs(a.Word.Text.Length - b.Word.Text.Length) < a.Word.Skeleton.Length, isNear: true);
        Match((a, b) => !a.IsBrand && !b.IsBrand && (WordForms.IsAdjectiveOf(a.Word.Text, b.Word.Text) || WordForms.IsAdjectiveOf(b.Word.Text, a.Word.Text)), isNear: true);
        Match((a, b) => !a.IsBrand && !b.IsBrand && a.Word.Weight >= 1 && b.Word.Weight >= 1 && (WordForms.IsSuffixedOf(a.Word.Text, b.Word.Text) || WordForms.IsSuffixedOf(b.Word.Text, a.Word.Text)), isNear: true);
        if ((left.Forms & right.Forms & OrganizationForm.Religious) != 0 || (IsOfChurch(left) && IsOfChurch(right)))
        {
            // «Никольский храм» is that of Nicholas.
            Match((a, b) => IsOfSaint(a.Word.Text) != IsOfSaint(b.Word.Text) && a.Word.Text.AsSpan().CommonPrefixLength(b.Word.Text) >= LettersOfSaint, isNear: true);
        }

        Match((a, b) => a.Word.Sense is not null && a.Word.Sense == b.Word.Sense && !(a.IsBrand && b.IsBrand), isNear: true);
        MatchCutOff(left, right, i => matches[i], (i, j) => (matches[i], isTaken[j]) = (j, true));
        MatchCutOff(right, left, matches.IndexOf, (j, i) => (matches[i], isTaken[j]) = (j, true));
        MatchTogether();
        MatchLikeSounding();
        MatchLast();
        MatchLetters(left, right, i => matches[i] >= 0, TakeRun);
        MatchLetters(right, left, j => isTaken[j], TakeRunOfLeft);
        PartInflected();
    }

    /// <summary>«Фонд «Дай лапу» (БФ «Лапа»)» and «Фонд «Лапа»»: to the letter, before another form of it elsewhere in the name.</summary>
    private void MatchRemark()
    {
        if (left.Core.Exists(core => core.IsBracketed && core.IsBrand) != right.Core.Exists(core => core.IsBracketed && core.IsBrand))
        {
            Match((a, b) => a.IsBracketed != b.IsBracketed && a.IsBrand && b.IsBrand && a.Word.Text == b.Word.Text && a.Word.Weight >= 1
                && !left.Core.Exists(core => !core.IsBracketed && core.Word.Text == a.Word.Text && a.IsBracketed) && !right.Core.Exists(core => !core.IsBracketed && core.Word.Text == a.Word.Text && b.IsBracketed));
        }
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
            (matches[i], isTaken[j], isExact, hasError) = (j, true, false, true);
        }
    }

    private static bool IsOfChurch(ParsedName name) => (name.Forms & OrganizationForm.Religious) != 0 || name.Core.Exists(core => core.Word.Stem is "храм" or "собор" or "церкв" or "приход");

    private static bool IsOfSaint(string text) => text.Length > 4 && Array.Exists(SaintEndings, ending => text.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] SaintEndings = ["ский", "ского", "ская", "ской", "ское", "цкий", "цкого", "цкая", "цкой", "цкое"];

    private bool IsMisspelt(CoreWord a, CoreWord b)
    {
        // An error in a word that long makes no other word.
        const int Long = 10;
        var isLikely = Misspelling.IsLikely(a.Word, b.Word);
        hasError |= isLikely && Math.Min(a.Word.Text.Length, b.Word.Text.Length) < Long;
        return isLikely;
    }

    /// <summary>«Верный друк»: written as it sounds, where the other words agree. Of a word alone it may be another word.</summary>
    private void MatchLikeSounding()
    {
        if (left.Core.Count == right.Core.Count && matches.Exists(at => at >= 0 && right.Core[at].Word.Weight >= 1))
        {
            hasError |= Match((a, b) => a.Word.Skeleton == b.Word.Skeleton && Math.Min(a.Word.Text.Length, b.Word.Text.Length) > 3 && !IsInflected(a.Word, b.Word)
                && Misspelling.Distance(a.Word.Text, b.Word.Text) == 1, isNear: true);
        }
    }

    /// <returns>Whether there are any.</returns>
    private bool Match(Func<CoreWord, CoreWord, bool> isSame, bool isNear = false)
    {
        var isAny = false;
        for (var i = 0; i < left.Core.Count; i++)
        {
            for (var j = 0; j < right.Core.Count && matches[i] < 0; j++)
            {
                if (!isTaken[j] && isSame(left.Core[i], right.Core[j]))
                {
                    (matches[i], isTaken[j], isAny) = (j, true, true);
                    isExact &= !isNear;
                }
            }
        }

        return isAny;
    }

    private static bool IsShortFor(CoreWord cut, CoreWord whole) =>
        (cut.IsCut || (cut.IsPrefix && WordForms.IsAdjective(whole.Word.Text))) && cut.Word.Text.Length > 1 && whole.Word.Text.Length > cut.Word.Text.Length + 1 && whole.Word.Text[0] == cut.Word.Text[0]
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
