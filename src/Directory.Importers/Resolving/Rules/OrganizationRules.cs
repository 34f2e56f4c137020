using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Organizations: registry numbers with names that agree, then declared keys, then names with places. See docs/matching.md.</summary>
internal sealed partial class OrganizationRules() : MatchRules(nameof(Organization), new FactsReader("slug"))
{
    /// <summary>Words from here on tell more than that somebody likes them.</summary>
    private const double TellingWord = 0.6;

    /// <summary>A brand from here on is not one that many have.</summary>
    private const double TellingBrand = 0.85;

    /// <summary>A name from here on is hardly another's in the next street.</summary>
    private const double TellingByItself = 3;

    /// <summary>What a word less takes away, and all of them at most.</summary>
    private const double OfOmission = 0.1;
    private const double MostOfOmission = 0.3;

    /// <summary>So many first letters of words are those of few others in the region.</summary>
    private const int LettersOfRegion = 4;

    /// <summary>A telling word with a number or another word.</summary>
    private const double WordWithMore = 1.3;

    /// <summary>Forms of which every place has its own.</summary>
    private const OrganizationForm OfPlaces =
        OrganizationForm.Gardeners | OrganizationForm.Homeowners | OrganizationForm.SelfGovernment | OrganizationForm.Cooperative | OrganizationForm.Religious;

    private readonly NamesAndPlaces common = new();

    protected override MatchVerdict Judge(MatchFacts a, MatchFacts b)
    {
        var (ogrn, inn) = (Numbers.Compare(a.Ogrn, b.Ogrn), Numbers.Compare(a.Inn, b.Inn));
        var (likeness, left, right) = common.Names(a, b);
        if (ogrn == NumberRelation.Differ)
        {
            return inn == NumberRelation.Equal
                ? new(MatchDecision.Conflict, 0.5, MatchReason.InnEqual | MatchReason.NumberDiffers | ReasonOf(likeness))
                : likeness.Agreement == NameAgreement.Wholly && Misspelling.Distance(a.Ogrn!.Value, b.Ogrn!.Value) == 1
                ? new(MatchDecision.Doubtful, 0.6, MatchReason.NumberDiffers | MatchReason.NameEqual)
                : MatchVerdict.Different;
        }

        if (ogrn == NumberRelation.Equal || inn == NumberRelation.Equal)
        {
            var numbers = (ogrn == NumberRelation.Equal ? MatchReason.OgrnEqual : MatchReason.None) | (inn == NumberRelation.Equal ? MatchReason.InnEqual : MatchReason.None);
            if (Apart(a, b, left, right) is var apart and not MatchReason.None)
            {
                return new(MatchDecision.Conflict, 0.5, ReasonOf(likeness) | numbers | apart);
            }

            var isFormEqual = left is not null && right is not null && NamesAndPlaces.IsFormEqual(left, right);
            var kinds = left is not null && right is not null ? NamesAndPlaces.Kinds(left, right) : MatchReason.None;
            return ByNumber(
                ogrn, inn, likeness, isHouseEqual: isFormEqual && NamesAndPlaces.IsStreetEqual(a, b), isOther: (kinds & MatchReason.ReachDiffers) != 0,
                // Centers write their own number and telephone for those whom they help.
                isOtherwiseLike: ((kinds & MatchReason.FormDiffers) == 0 && a.Contacts.Overlaps(b.Contacts)) || MayBeShort(a, b) || (left is not null && right is not null && AreUnionsOfOneField(left, right, likeness)));
        }

        if (a.Declared.Exists(b.Declared.Contains))
        {
            return new(MatchDecision.Same, 0.96, MatchReason.Declared | ReasonOf(likeness));
        }

        var byName = left is null ? MatchVerdict.Different : ByName(new Names(a, b, left, right!, likeness), ogrn, inn);
        if (byName.Decision == MatchDecision.Same && (Apart(a, b, left, right) & MatchReason.OfOther) != 0)
        {
            return Doubt(byName, MatchReason.OfOther, 0.5);
        }

        return inn != NumberRelation.Differ ? byName
            : byName.Decision == MatchDecision.Same && ogrn == NumberRelation.Near ? Doubt(byName, MatchReason.NumberDiffers, 0.8)
            : MatchVerdict.Different;
    }

    /// <summary>A number that is right on both sides joins if the names have enough in common; else somebody wrote it to the wrong organization.</summary>
    private static MatchVerdict ByNumber(NumberRelation ogrn, NumberRelation inn, NameLikeness likeness, bool isHouseEqual, bool isOther, bool isOtherwiseLike)
    {
        var reasons = ReasonOf(likeness)
            | (ogrn == NumberRelation.Equal ? MatchReason.OgrnEqual : MatchReason.None)
            | (inn == NumberRelation.Equal ? MatchReason.InnEqual : MatchReason.None)
            | (ogrn == NumberRelation.Odd || inn is NumberRelation.Differ or NumberRelation.Odd ? MatchReason.NumberDiffers : MatchReason.None);
        var isDisputed = (reasons & MatchReason.NumberDiffers) != 0;
        // Both say what the other does not, and what they share is a place or usual words: «Союз пекарей Зауралья», «Союз юристов Зауралья».
        // So do «Клуб любителей кошек» and «Клуб любителей собак», unless what they share is the brand.
        var areTwo = !isOtherwiseLike && (likeness is { IsOfOtherKind: true, IsBrandWhole: false } || likeness.Lesser > 0.01)
            && (likeness is { Telling: < TellingWord } or { IsOfOtherKind: true, IsBrandWhole: false } || likeness is { Lesser: >= 1, IsBrandWhole: false } and ({ Agreement: NameAgreement.None } or { BrandWeight: < 0.01 }));
        if (isOther && !isOtherwiseLike)
        {
            return new(MatchDecision.Conflict, 0.6, reasons | MatchReason.ReachDiffers);
        }

        if (likeness.Agreement >= (isDisputed || areTwo ? NameAgreement.Abridged : NameAgreement.Partly))
        {
            return new(MatchDecision.Same, isDisputed ? 0.94 : Math.Min(1, 0.97 + 0.01 * (int)likeness.Agreement), reasons);
        }

        // The names have a telling word in common, or the letters of one, or the records a telephone: a slip of the line would not.
        if (!isDisputed && !likeness.IsApart && !areTwo && ((likeness.Weight >= TellingWord && !likeness.IsOfUsualWords) || isOtherwiseLike))
        {
            return new(MatchDecision.Same, 0.93, reasons);
        }

        // Both numbers, form and house, only the name is another: it was renamed. One number may have been copied with the house.
        return ogrn == NumberRelation.Equal && inn == NumberRelation.Equal && !likeness.IsApart && isHouseEqual
            ? new(MatchDecision.Same, 0.93, reasons | MatchReason.ContactEqual)
            : new(MatchDecision.Conflict, 0.4 + 0.2 * likeness.Likeness, reasons);
    }

    /// <summary>«Профсоюз работников народного образования» and «Профсоюз образования» of one region.</summary>
    private static bool AreUnionsOfOneField(ParsedName a, ParsedName b, NameLikeness likeness) =>
        (a.AllForms & b.AllForms & OrganizationForm.Union) != 0 && likeness.Weight > 0 && NamesAndPlaces.Kinds(a, b) == MatchReason.None;

    private static bool MayBeShort(MatchFacts a, MatchFacts b) => a.Names.Count > 0 && b.Names.Count > 0 && NameComparison.MayBeShortFor(a.Names[0], b.Names[0]);

    private static MatchVerdict ByName(Names names, NumberRelation ogrn, NumberRelation inn)
    {
        var place = NamesAndPlaces.Places(names.A, names.B);
        var kinds = NamesAndPlaces.Kinds(names.Left, names.Right);
        var reasons = ReasonOf(names.Likeness) | place | kinds;
        var isNear = ogrn == NumberRelation.Near || inn == NumberRelation.Near;
        reasons |= isNear ? MatchReason.NumberNear : MatchReason.None;
        if (names.Likeness.Agreement < NameAgreement.Nearly)
        {
            if (names.Likeness is { Agreement: NameAgreement.Abridged } or { Letters: > 0 } && (reasons & (MatchReason.PlaceDiffers | MatchReason.FormDiffers | MatchReason.ReachDiffers)) == 0
                && ogrn != NumberRelation.Odd && inn != NumberRelation.Odd)
            {
                return names.Likeness.Letters > 0 ? ByLetters(names, place, isNear, reasons) : ByBrand(names, place, isNear, reasons);
            }

            return Partly(names, place, isNear, reasons);
        }

        if ((place & MatchReason.PlaceDiffers) != 0)
        {
            return isNear ? new(MatchDecision.Doubtful, 0.7, reasons) : MatchVerdict.Different;
        }

        // It was called so once: somebody else may be by now.
        if ((names.Left.IsFormer || names.Right.IsFormer) && !isNear && (place & (MatchReason.PlaceEqual | MatchReason.ContactEqual)) == 0)
        {
            return new(MatchDecision.Doubtful, 0.7, reasons);
        }

        if (ogrn == NumberRelation.Odd || inn == NumberRelation.Odd)
        {
            return new(MatchDecision.Doubtful, 0.75, reasons | MatchReason.NumberDiffers);
        }

        if (kinds != MatchReason.None)
        {
            return new(MatchDecision.Doubtful, isNear ? 0.8 : 0.65, reasons);
        }

        if ((place & (MatchReason.PlaceNear | MatchReason.ContactEqual)) == MatchReason.PlaceNear && !isNear)
        {
            return new(MatchDecision.Doubtful, 0.7, reasons);
        }

        return isNear ? new(MatchDecision.Same, 0.95, reasons) : Weigh(names, place, reasons);
    }

    /// <summary>The brand is the same, and one of the two says less beside it. What tells adds up; a stranger's brand of one usual word does not do.</summary>
    private static MatchVerdict ByBrand(Names names, MatchReason place, bool isNear, MatchReason reasons)
    {
        var likeness = names.Likeness;
        if (IsNextStreet(names, isNear) || (likeness.IsGroupOmitted && (place & (MatchReason.ContactEqual | MatchReason.PlaceEqual)) == 0))
        {
            return new(MatchDecision.Doubtful, 0.6, reasons);
        }

        var isKnownPlace = (place & (MatchReason.RegionEqual | MatchReason.PlaceEqual)) != 0;
        var strength = likeness.BrandWeight + 0.5 * Math.Max(0, likeness.Weight - likeness.BrandWeight) + Around(names, place)
            - Math.Min(MostOfOmission, OfOmission * likeness.Omitted) - (likeness.BrandWeight < TellingBrand ? 0.5 : 0) - (likeness.IsGroupOmitted ? 0.7 : 0);
        var needed = isNear ? 0.8 : isKnownPlace ? 1.2 : 3.5;
        return strength >= needed ? new(MatchDecision.Same, isNear ? 0.95 : 0.84, reasons) : Partly(names, place, isNear, reasons);
    }

    /// <summary>«АНО «ЦСПМ»»: four letters are a name of their own in a region, three in a town.</summary>
    private static MatchVerdict ByLetters(Names names, MatchReason place, bool isNear, MatchReason reasons)
    {
        var needed = names.Likeness.Letters >= LettersOfRegion ? MatchReason.RegionEqual | MatchReason.PlaceEqual | MatchReason.ContactEqual : MatchReason.PlaceEqual | MatchReason.ContactEqual;
        var isSame = ((place & needed) != 0 || (IsOfRegion(names.Left) && IsOfRegion(names.Right)))
            && ((names.Left.IsPart && names.Right.IsPart) || NamesAndPlaces.IsFormEqual(names.Left, names.Right)) && !NamesAndPlaces.IsStreetOther(names.A, names.B);
        isSame |= names.A.Contacts.Overlaps(names.B.Contacts) && (reasons & (MatchReason.FormDiffers | MatchReason.ReachDiffers)) == 0;
        return isSame ? new(MatchDecision.Same, isNear ? 0.95 : 0.84, reasons) : Partly(names, place, isNear, reasons);
    }

    /// <summary>Two streets, and nothing but a name that another one in town may have as well.</summary>
    private static bool IsNextStreet(Names names, bool isNear) =>
        !isNear && names.Likeness.Weight < TellingByItself && NamesAndPlaces.IsStreetOther(names.A, names.B) && !names.A.Contacts.Overlaps(names.B.Contacts);

    /// <summary>What speaks for the two beside their names.</summary>
    private static double Around(Names names, MatchReason place) =>
        (NamesAndPlaces.IsFormEqual(names.Left, names.Right) ? names.Likeness.Weight < 1 ? 0.3 : 0.5 : 0)
        + ((place & MatchReason.PlaceEqual) != 0 ? 0.7 : IsOfRegion(names.Left) && IsOfRegion(names.Right) && (place & MatchReason.RegionEqual) != 0 ? names.Left.IsPart ? 0.7 : 0.4
            : names.Left.Regions.Meets(names.Right.Regions) ? 0.3 : 0)
        + ((place & MatchReason.ContactEqual) != 0 ? 1.5 : NamesAndPlaces.IsStreetOther(names.A, names.B) ? -0.5 : 0);

    /// <summary>Names alone: the more they tell, and the more is known of the place, the surer.</summary>
    private static MatchVerdict Weigh(Names names, MatchReason place, MatchReason reasons)
    {
        var isWhole = names.Likeness.Agreement == NameAgreement.Wholly;
        var isKnownPlace = (place & (MatchReason.RegionEqual | MatchReason.PlaceEqual)) != 0;
        var isContactEqual = (place & MatchReason.ContactEqual) != 0;
        isKnownPlace |= names.A.Contacts.Overlaps(names.B.Contacts);
        // To the letter, and the one of its region: «Тюменская областная библиотека».
        var isVerbatim = names.Left.Whole == names.Right.Whole && IsOfRegion(names.Left);
        var strength = names.Likeness.Weight + Around(names, place) + (isVerbatim ? 0.4 : 0);
        var needed = (isWhole, isKnownPlace) switch
        {
            (true, true) => 1.0,
            (true, false) => IsOfCountry(names.Left) && IsOfCountry(names.Right) ? 1.5 : 2.5,
            // An error in the one word that tells may as well make another name.
            (false, true) => names.Likeness is { HasError: true, Weight: < 1.3 } ? 1.7 : 1.5,
            (false, false) => 5.0,
        };
        if (names.Likeness.IsOfUsualWords && (place & (MatchReason.PlaceEqual | MatchReason.ContactEqual)) == 0 && IsLocalized(names.A) != IsLocalized(names.B)
            && !(IsOfRegion(names.Left) && IsOfRegion(names.Right)))
        {
            return new(MatchDecision.Doubtful, 0.7, reasons | MatchReason.NameUsual);
        }

        if (IsNextStreet(names, isNear: false))
        {
            return new(MatchDecision.Doubtful, 0.7, reasons | MatchReason.NameUsual);
        }

        // Gardeners, tenants and parishes of one usual name, «Строитель», are in many places of a region.
        if ((names.Left.Forms & names.Right.Forms & OfPlaces) != 0 && (place & (MatchReason.PlaceEqual | MatchReason.ContactEqual)) == 0 && names.Likeness.Weight < WordWithMore)
        {
            return new(MatchDecision.Doubtful, 0.7, reasons | MatchReason.NameUsual);
        }

        // «АНО «Дом»» is another one in the next street; «Школа № 5» is the only one of its town.
        if (IsOfAnyPlace(names, place))
        {
            return new(MatchDecision.Doubtful, 0.7, reasons | MatchReason.NameUsual);
        }

        var isTelling = !names.Likeness.IsGeneric || isContactEqual || (IsOfRegion(names.Left) && IsOfRegion(names.Right))
            || ((place & MatchReason.PlaceEqual) != 0 && IsOfTown(names.Left) && IsOfTown(names.Right) && names.Likeness.Weight >= 0.6) || ((place & MatchReason.PlaceEqual) != 0 && (names.Left.Numbers.Count > 0 || (isWhole && names.Left.Core.Count > 1 && NamesAndPlaces.IsFormEqual(names.Left, names.Right)) || (isWhole && SaysWhere(names.Left) && SaysWhere(names.Right))));
        return isTelling && strength >= needed
            ? new(MatchDecision.Same, (isWhole ? 0.88 : 0.84) + ((place & MatchReason.PlaceEqual) != 0 ? 0.04 : 0), reasons)
            : new(MatchDecision.Doubtful, 0.6 + 0.1 * Math.Min(1, strength / needed), reasons | MatchReason.NameUsual);
    }

    /// <summary>The one of its region: «Дети войны» Ульяновской области.</summary>
    private static bool IsOfRegion(ParsedName name) => 
        (name.Reach & Reach.Region) != 0 || (name.SaysRegion && name.Settlement is null) || ((name.IsOfRegion || (name.IsPart && name.Regions.Any)) && name.Settlement is null && name.District is null);

    private static bool IsOfCountry(ParsedName name) => (name.Reach & (Reach.Country | Reach.World)) != 0;

    /// <summary>
    /// «Местная организация ветеранов войны и труда»: every place has one. Where the place makes the organization, both must tell it.
    /// </summary>
    private static bool IsOfAnyPlace(Names names, MatchReason place)
    {
        var isLocal = IsLocal(names.Left) || IsLocal(names.Right);
        return names.Likeness.IsOfUsualWords && isLocal && (place & (MatchReason.PlaceEqual | MatchReason.ContactEqual)) == 0;
    }

    private static bool IsLocal(ParsedName name) => name.Settlement is not null || name.District is not null || (name.Reach & Reach.Local) != 0;

    /// <summary>The name itself tells the town or district: «Устьянская районная организация женщин».</summary>
    private static bool SaysWhere(ParsedName name) => name.Settlement is not null || name.District is not null;

    /// <summary>Its town is known, from wherever.</summary>
    private static bool IsLocalized(MatchFacts facts) => facts.Town is not null;

    private static bool IsOfTown(ParsedName name) => name.Settlement is not null || (name.Reach & Reach.City) != 0;

    private static MatchVerdict Partly(Names names, MatchReason place, bool isNear, MatchReason reasons)
    {
        var likeness = names.Likeness;
        if ((place & MatchReason.PlaceDiffers) != 0)
        {
            return MatchVerdict.Different;
        }

        var isLikeKind = (reasons & (MatchReason.FormDiffers | MatchReason.ReachDiffers)) == 0;
        if (IsOneByContact(names, place, reasons) || (isLikeKind && IsOneByBrand(names, place)))
        {
            return new(MatchDecision.Same, 0.84, reasons);
        }

        if (likeness.Agreement == NameAgreement.None)
        {
            return MatchVerdict.Different;
        }

        if (isNear && likeness.Likeness >= 0.8 && (place & (MatchReason.PlaceEqual | MatchReason.ContactEqual)) != 0 && isLikeKind)
        {
            return new(MatchDecision.Same, 0.93, reasons);
        }

        return isNear || likeness is { Likeness: >= 0.75, Weight: >= 1.5 }
            ? new(MatchDecision.Doubtful, 0.4 + (isNear ? 0.3 : 0.2 * likeness.Likeness), reasons)
            : MatchVerdict.Different;
    }

    /// <summary>Both say more than the other beside a brand of two words that few have, and a telling word beside it agrees: «Приют для бездомных АНО «Перелётные птицы»».</summary>
    private static bool IsOneByBrand(Names names, MatchReason place) =>
        names.Likeness is { IsBrandWhole: true, BrandWeight: >= 2, IsAroundTelling: true } && (place & (MatchReason.RegionEqual | MatchReason.PlaceEqual)) != 0
        && NamesAndPlaces.IsFormEqual(names.Left, names.Right) && !IsNextStreet(names, isNear: false);

    private static MatchVerdict Doubt(MatchVerdict verdict, MatchReason reason, double score) => new(MatchDecision.Doubtful, score, verdict.Reasons | reason);

    private static MatchReason ReasonOf(NameLikeness likeness) => likeness.Agreement switch
    {
        NameAgreement.Wholly => MatchReason.NameEqual,
        NameAgreement.Nearly => MatchReason.NameNear,
        NameAgreement.Partly or NameAgreement.Abridged => MatchReason.NamePart,
        _ => MatchReason.NameDiffers,
    };

    private readonly record struct Names(MatchFacts A, MatchFacts B, ParsedName Left, ParsedName Right, NameLikeness Likeness);
}
