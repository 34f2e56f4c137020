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

    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    /// <param name="regions">Regions where both are, as bits: that only one of the names says so means nothing.</param>
    /// <param name="townA">Town of the one, as far as it is known: its adjective in the other's name says nothing more.</param>
    /// <param name="townB">Town of the other.</param>
    public NameLikeness Compare(ParsedName a, ParsedName b, UInt128 regions = default, string? townA = null, string? townB = null)
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
        var mayLackNames = matches.Exists(at => at >= 0 && right.Core[at].Word is { IsGivenName: false, Weight: >= 1 });
        var leftRest = Rest(left, right, regions, townB, mayLackNames, i => matches[i] >= 0);
        var rightRest = Rest(right, left, regions, townA, mayLackNames, j => isTaken[j]);
        // «Центр поддержки …» and «Центр развития …» are two; «Центр …» may be either.
        (leftRest, rightRest) = leftRest.Soft > 0 && rightRest.Soft > 0 ? (leftRest.Hardened(), rightRest.Hardened()) : (leftRest, rightRest);
        isExact &= leftRest.Soft + rightRest.Soft < 0.01;
        var words = matches.Select((at, i) => at < 0 ? 0 : left.Core[i].Word.Weight).Sum();
        var shared = words + Math.Max(leftRest.Loose, rightRest.Loose) + (haveNumbersAgreed ? OfNumber * a.Numbers.Count : 0);
        var whole = shared + leftRest.Missing + rightRest.Missing;
        var areUsual = !matches.Where((at, i) => at >= 0 && left.Core[i].Word.Weight > 0.5).Any();
        var own = shared - byLetters;
        var result = new NameLikeness(
            IsOtherPart(leftRest, rightRest) ? NameAgreement.Partly : Judge(shared, leftRest, rightRest), whole == 0 ? 0 : shared / whole, own + Math.Min(MostOfLetters, OfLetter * lettersRead), byLetters > 0,
            areUsual && words < ThreeUsualWords, areUsual, BrandWeight(), Math.Max(leftRest.Missing, rightRest.Missing), leftRest.IsGroup || rightRest.IsGroup, HasError: hasError,
            Lesser: Math.Min(leftRest.Missing, rightRest.Missing), IsBrandWhole: leftRest.Brand + rightRest.Brand < 0.01 && BrandWeight() > 0);
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

    /// <summary>A branch is not its head; but «Союз журналистов Республики Алтай» is what others call the branch there.</summary>
    private static bool IsPartOf(ParsedName part, ParsedName whole) =>
        part.IsPart && !whole.IsPart && !part.IsMaybePart
        && !((part.Regions & whole.Regions) != 0 && part.IsOfOneRegion && whole.IsOfOneRegion);

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
        // What stands in quotes looks for its like first: around it the same words may stand again.
        var haveBrands = left.HasBrand && right.HasBrand;
        Match((a, b) => a.IsBracketed == b.IsBracketed && (haveBrands ? a.IsBrand == b.IsBrand : a.IsBrand || b.IsBrand) && a.Word.Stem == b.Word.Stem);
        Match((a, b) => a.IsBracketed == b.IsBracketed && a.Word.Stem == b.Word.Stem);
        Match((a, b) => IsShortFor(a, b) || IsShortFor(b, a), isNear: false);
        Match((a, b) => a.Word.Stem == b.Word.Stem);
        hasError = false;
        Match(IsMisspelt, isNear: true);
        Match((a, b) => a.Word.Skeleton.Length > 3 && a.Word.Skeleton == b.Word.Skeleton && Misspelling.Distance(a.Word.Text, b.Word.Text) == 1, isNear: true);
        Match((a, b) => KindWords.IsMisspelt(a.Word.Text, b.Word.Text) || KindWords.IsMisspelt(b.Word.Text, a.Word.Text), isNear: true);
        Match((a, b) => WordForms.AreOfOne(a.Word.Text, b.Word.Text), isNear: true);
        Match((a, b) => a.Word.IsLatin != b.Word.IsLatin && a.Word.Skeleton.Length > 1 && a.Word.Skeleton == b.Word.Skeleton && Math.Abs(a.Word.Text.Length - b.Word.Text.Length) < a.Word.Skeleton.Length, isNear: true);
        Match((a, b) => !a.IsBrand && !b.IsBrand && (WordForms.IsAdjectiveOf(a.Word.Text, b.Word.Text) || WordForms.IsAdjectiveOf(b.Word.Text, a.Word.Text)), isNear: true);
        if ((left.Forms & right.Forms & OrganizationForm.Religious) != 0)
        {
            // «Никольский храм» is that of Nicholas.
            Match((a, b) => IsOfSaint(a.Word.Text) != IsOfSaint(b.Word.Text) && a.Word.Text.AsSpan().CommonPrefixLength(b.Word.Text) >= LettersOfSaint, isNear: true);
        }

        Match((a, b) => a.Word.Sense is not null && a.Word.Sense == b.Word.Sense && !(a.IsBrand && b.IsBrand), isNear: true);
        MatchTogether();
        MatchLikeSounding();
        MatchLast();
        MatchLetters(left, right, i => matches[i] >= 0, TakeRun);
        MatchLetters(right, left, j => isTaken[j], TakeRunOfLeft);
        PartInflected();
    }

    /// <summary>«Вольт» and «Вольта», «Крылья» and «Крыло»: a brand of one word stands in the nominative, so another ending is another word.</summary>
    private void PartInflected()
    {
        if (left.Core.Count(core => core.Word.Weight >= BelovedWord) != 1)
        {
            return;
        }

        var at = left.Core.FindIndex(core => core.Word.Weight >= BelovedWord);
        if (matches[at] is var other and >= 0 && left.Core[at].IsQuoted && right.Core[other].IsQuoted && IsInflected(left.Core[at].Word, right.Core[other].Word))
        {
            (matches[at], isTaken[other]) = (-1, false);
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

    private static bool IsOfSaint(string text) => text.Length > 4 && (text.EndsWith("ский", StringComparison.Ordinal) || text.EndsWith("ского", StringComparison.Ordinal) || text.EndsWith("ская", StringComparison.Ordinal) || text.EndsWith("ской", StringComparison.Ordinal));

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

    /// <summary>What of a name the other one does not say: a form that stands there as a form, a region that is the other's, a first name for an initial count as said.</summary>
    private Leftover Rest(ParsedName of, ParsedName other, UInt128 regions, string? town, bool mayLackNames, Func<int, bool> isMatched)
    {
        var (loose, rest, brand, soft, softBrand, wasTown, group, origin) = (0.0, 0.0, 0.0, 0.0, 0.0, false, false, false);
        var isByLetters = of.Letters.Length > 2 && other.Core.Exists(core => core.Word.Text == of.Letters);
        var isAcronym = of.CoreAcronym.Length > 2 && other.Core.Exists(core => core.Word.Text == of.CoreAcronym);
        var isOfVeterans = AreVeteransOfAll(of, other);
        var initials = other.Initials.Except(of.Initials).ToList();
        for (var i = 0; i < of.Core.Count; i++)
        {
            var core = of.Core[i];
            var isTown = wasTown && core.IsJoined;
            wasTown = false;
            if (isMatched(i) || core.IsBracketed || isTown || isAcronym || (!core.IsQuoted && (isByLetters || IsAmongLetters(core.Word, other))))
            {
                continue;
            }

            var word = core.Word;
            if ((core.IsForm && other.FormWords.Exists(form => form.Stem == word.Stem)) || (word.Reach != 0 && (word.Reach & other.Reach) != 0))
            {
                loose += word.Weight;
            }
            else if (other.Letters == word.Text || (word.Text.Length > 2 && (other.CoreAcronym == word.Text || other.Letters.EndsWith(word.Text, StringComparison.Ordinal))))
            {
                // «ЧРОФ» where the other one says «Челябинский региональный общественный фонд».
                loose += 0.5;
            }
            else if (IsSaidElsewhere(core, of, other, regions, town))
            {
                wasTown = true;
            }
            else if (isOfVeterans && NameLexicon.IsOfVeterans(word.Stem))
            {
                continue;
            }
            else if (word.Stem == "приход" && other.Core.Exists(each => each.Word.Stem is "храм" or "собор" or "церкв"))
            {
                isExact = false;
            }
            else if ((NameLexicon.IsSoftener(word.Stem) && !IsOfOthers(word.Text)) || (word.Text is "совет" or "клуб" && !core.IsQuoted && other.Kinds.Count == 0))
            {
                soft += word.Weight;
                softBrand += core.IsBrand ? word.Weight : 0;
            }
            else if (!initials.Remove(word.Text[0]) && !MayLack(word, other, mayLackNames))
            {
                rest += Math.Max(word.Weight, 0.3);
                brand += core.IsBrand ? Math.Max(word.Weight, 0.3) : 0;
                group |= core.IsOrigin && NameLexicon.IsGroup(word.Stem);
                origin |= core.IsOrigin && word.Weight >= 1 && word.Text[^2..] is "ое" or "ая";
            }
        }

        return new(loose, rest, brand, soft, softBrand, group, origin);
    }

    /// <summary>«Совет ветеранов войны, труда, Вооружённых Сил и правоохранительных органов», which most call «Совет ветеранов».</summary>
    private static bool AreVeteransOfAll(ParsedName of, ParsedName other)
    {
        const int Several = 2;
        return other.Core.Exists(core => core.Word.Text.StartsWith("ветеран", StringComparison.Ordinal)) && of.Core.Exists(core => core.Word.Text.StartsWith("ветеран", StringComparison.Ordinal))
            && !other.Core.Exists(core => NameLexicon.IsOfVeterans(core.Word.Stem)) && of.Core.Count(core => NameLexicon.IsOfVeterans(core.Word.Stem)) >= Several;
    }

    /// <summary>«Союз российских писателей» is not that of the writers of Russia.</summary>
    private static bool IsOfOthers(string text) => text.EndsWith("ских", StringComparison.Ordinal);

    /// <summary>«КРМОО» where the other one says «молодёжная» before its name.</summary>
    private static bool IsAmongLetters(Word word, ParsedName other) =>
        word.Text.Length > 3 && WordForms.IsAdjective(word.Text) && (other.FormLetters.Length > 3 ? other.FormLetters.Contains(word.Text[0], StringComparison.Ordinal)
            : other.FormLetters.EndsWith("оо", StringComparison.Ordinal) && other.FormLetters[0] == word.Text[0]);

    /// <summary>Of the region, or of the town, where the other one is: «Вологды» for «г. Вологда».</summary>
    private static bool IsSaidElsewhere(CoreWord core, ParsedName of, ParsedName other, UInt128 regions, string? town)
    {
        if ((core.Word.Regions & (other.Regions | regions)) != 0)
        {
            return true;
        }

        // «Многодетные семьи Коломны» of a «Коломенская организация».
        if (core.Word.IsTown && other.Core.Exists(each => each.IsOrigin && TownNames.AreOne(each.Word.Stem, core.Word.Stem)))
        {
            return true;
        }

        if ((!core.IsBrand || of.Core.Count(each => each.IsBrand) > 1) && RegionWords.AreLetters(core.Word.Text, other.Regions | regions))
        {
            return true;
        }

        var known = other.Settlement ?? town;
        var first = known?.Split(' ')[0];
        if (known is not null && first!.Length + 1 < known.Length && (core.Word.Text.StartsWith(known[(first.Length + 1)..], StringComparison.Ordinal) || known[(first.Length + 1)..] == core.Word.Stem))
        {
            return true;
        }

        if (known is not null && ((core.IsJoined && known.EndsWith(core.Word.Stem, StringComparison.Ordinal)) || (core.IsPrefix && known.StartsWith(core.Word.Text, StringComparison.Ordinal))))
        {
            return true;
        }

        return first is not null && ((!core.IsBrand || of.Core.Count(each => each.IsBrand) > 1) && WordForms.IsAdjective(core.Word.Text) ? TownNames.AreOne(core.Word.Stem, known!) || TownNames.AreOne(core.Word.Stem, first) : core.Word.Stem == first);
    }

    /// <summary>A rank, or a given name where the other one has the surname alone.</summary>
    private bool MayLack(Word word, ParsedName other, bool mayLackNames)
    {
        // «Благотворительный» says what it does, and is left out as often as not.
        if (word.IsTitle || word.Role == WordRole.Country || word is { Role: WordRole.Form, Form: OrganizationForm.Charity })
        {
            return true;
        }

        if (mayLackNames && word.IsPatronymic && !other.Core.Exists(core => core.Word.IsPatronymic))
        {
            isExact = false;
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

    /// <summary>What of a name the other one does not say, or says elsewhere.</summary>
    /// <param name="Loose">What stands in the other one as a form or reach.</param>
    /// <param name="Missing">What does not stand in it.</param>
    /// <param name="Brand">What of that is the brand.</param>
    /// <param name="Soft">What does not stand in it and says little: «поддержка».</param>
    /// <param name="SoftBrand">What of that is the brand.</param>
    /// <param name="IsGroup">What does not stand in it says whom it is for.</param>
    /// <param name="IsOrigin">What does not stand in it is an adjective before what it is, as those made of towns.</param>
    private readonly record struct Leftover(double Loose, double Missing, double Brand, double Soft, double SoftBrand, bool IsGroup, bool IsOrigin)
    {
        public Leftover Hardened() => new(Loose, Missing + Soft, Brand + SoftBrand, 0, 0, IsGroup, IsOrigin);
    }
}
