namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>What one of two names says and the other does not.</summary>
internal sealed partial class NameComparison
{
    /// <summary>What of a name the other one does not say: a form that stands there as a form, a region that is the other's, a first name for an initial count as said.</summary>
    private Leftover Rest(ParsedName of, ParsedName other, RegionSet regions, string? town, bool mayLackNames, Func<int, bool> isMatched)
    {
        var (loose, rest, brand, soft, softBrand, wasTown, group, origin) = (0.0, 0.0, 0.0, 0.0, 0.0, false, false, false);
        var isByLetters = of.Letters.Length > 2 && other.Core.Exists(core => core.Word.Text == of.Letters);
        var isAcronym = of.CoreAcronym.Length > 2 && other.Core.Exists(core => core.Word.Text == of.CoreAcronym);
        var isOfVeterans = AreVeteransOfAll(of, other) || haveVeteransAgreed;
        var initials = other.Initials.Except(of.Initials).ToList();
        for (var i = 0; i < of.Core.Count; i++)
        {
            var core = of.Core[i];
            var isTown = wasTown && core.IsJoined;
            wasTown = false;
            if (isMatched(i) || (core.IsBracketed && !areRemarksTwo) || isTown || isAcronym || (!core.IsQuoted && (isByLetters || IsAmongLetters(core.Word, other))))
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
                isOfDistrict |= core.IsProper && !core.IsQuoted && other is { District: { } district, Settlement: null } && of is { District: null, Settlement: null }
                    && !WordForms.IsAdjective(word.Text) && TownNames.AreOne(word.Stem, district);
            }
            else if ((isOfVeterans && (NameLexicon.IsOfVeterans(word.Stem) || word.Sense == "ветеран"))
                || (word.Stem == "улиц" && (of.Forms & other.Forms & OrganizationForm.SelfGovernment) != 0))
            {
                continue;
            }
            else if ((word.Stem == "приход" && other.Core.Exists(each => each.Word.Stem is "храм" or "собор" or "церкв"))
                || (word.Stem is "храм" && other.Core.Exists(each => each.Word.Stem == "приход")))
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
                origin |= core.IsOrigin && word.Weight >= 1 && word.Text.AsSpan()[^2..] is "ое" or "ая";
            }
        }

        return new(loose, rest, brand, soft, softBrand, group, origin);
    }

    /// <summary>Each says in brackets what the other one does not: «Федерация тхэквондо (ИТФ)» and «Федерация тхэквондо (ВТФ)».</summary>
    private bool areRemarksTwo;

    private static bool HasRemarkOfItsOwn(ParsedName of, ParsedName other, Func<int, bool> isMatched)
    {
        var hasOwn = false;
        for (var i = 0; i < of.Core.Count; i++)
        {
            if (!of.Core[i].IsBracketed)
            {
                continue;
            }

            var word = of.Core[i].Word;
            if (isMatched(i) || word.Text == other.CoreAcronym || word.Text == other.Acronym || word.Text == of.CoreAcronym || word.Text == of.Acronym)
            {
                return false;
            }

            hasOwn |= (word is { IsTown: false, Weight: >= 1, IsTitle: false } && word.Regions.IsEmpty) || KindWords.IsOne(word.Text, isInside: false);
        }

        return hasOwn;
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
    private static bool IsSaidElsewhere(CoreWord core, ParsedName of, ParsedName other, RegionSet regions, string? town)
    {
        if (core.Word.Regions.Meets(other.Regions | regions))
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

        var known = other.Settlement ?? town ?? other.District;
        var first = known?.Split(' ')[0];
        if (known is not null && core.Word.Reach == Reach.City && !core.Word.Text.EndsWith('х'))
        {
            return true;
        }

        // «Городского округа …» in quotes, where the other one has the town.
        if (known is not null && core.Word is { Role: WordRole.District, Text: "округа" } && of.Core.Exists(each => each.Word.Reach == Reach.City))
        {
            return true;
        }

        // «Крути педали, Череповец».
        if (known is not null && core.Word.IsTown && of.Core.Count(each => each.IsBrand) > 1 && TownNames.AreOne(core.Word.Stem, known))
        {
            return true;
        }

        if (known is not null && first!.Length + 1 < known.Length && (core.Word.Text.StartsWith(known[(first.Length + 1)..], StringComparison.Ordinal) || known[(first.Length + 1)..] == core.Word.Stem))
        {
            return true;
        }

        if (known is not null && ((core.IsJoined && known.EndsWith(core.Word.Stem, StringComparison.Ordinal)) || (core.IsPrefix && known.StartsWith(core.Word.Text, StringComparison.Ordinal))))
        {
            return true;
        }

        return first is not null && ((!core.IsBrand || of.Core.Count(each => each.IsBrand) > 1) && WordForms.IsAdjective(core.Word.Text) ? TownNames.AreOne(core.Word.Stem, known!) || TownNames.AreOne(core.Word.Stem, first) : core.Word.Stem == first || (!core.IsQuoted && TownNames.AreOne(core.Word.Stem, first)));
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
