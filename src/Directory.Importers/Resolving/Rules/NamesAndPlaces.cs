using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What all kinds compare: names and places.</summary>
internal sealed class NamesAndPlaces
{
    private readonly NameComparison comparison = new();

    /// <summary>The best agreement of their names, and which names those are. Short names count only against a full one, unless a record has nothing else.</summary>
    public (NameLikeness Likeness, ParsedName? A, ParsedName? B) Names(MatchFacts a, MatchFacts b)
    {
        var regions = a.Regions & b.Regions;
        var best = (Likeness: NameLikeness.None, A: (ParsedName?)null, B: (ParsedName?)null);
        for (var i = 0; i < a.Names.Count; i++)
        {
            for (var j = 0; j < b.Names.Count; j++)
            {
                if (i > 0 && j > 0 && a.HasFullName && b.HasFullName)
                {
                    break;
                }

                var likeness = comparison.Compare(a.Names[i], b.Names[j], regions, a.Town, b.Town);
                likeness = i > 0 || j > 0 ? likeness.WithoutLetters() : likeness;
                if (best.A is null || likeness.IsBetterThan(best.Likeness))
                {
                    best = (likeness, a.Names[i], b.Names[j]);
                }

                if (likeness.Agreement == NameAgreement.Wholly && i == 0 && j == 0)
                {
                    return best;
                }
            }
        }

        return best;
    }

    /// <summary>What their places say: <see cref="MatchReason.PlaceDiffers"/> if they cannot be one.</summary>
    public static MatchReason Places(MatchFacts a, MatchFacts b)
    {
        var local = Closest(TownNames.Compare(a.Town, b.Town), TownNames.Compare(DistrictOf(a), DistrictOf(b)));
        if (local == TownLikeness.Other || Differ(a.Place.Municipality, b.Place.Municipality) || AreNamedOtherwise(a, b))
        {
            return MatchReason.PlaceDiffers;
        }

        if (a.Names.Count > 0 && b.Names.Count > 0 && AreApart(a.Names[0].Regions, b.Names[0].Regions))
        {
            return MatchReason.PlaceDiffers;
        }

        var (left, right) = (a.Regions, b.Regions);
        if (AreApart(left, right))
        {
            return MatchReason.PlaceDiffers;
        }

        var isEqual = local == TownLikeness.Same || a.Place.Municipality is not null && b.Place.Municipality is not null;
        // Of a territory that is only called the same nobody knows how wide it is.
        var isRegionEqual = (left.Any && right.Any) || (a.Place.Slug is not null && a.Place.Slug == b.Place.Slug);
        return (isEqual ? MatchReason.PlaceEqual : local == TownLikeness.Near ? MatchReason.PlaceNear : MatchReason.None) | (AreContactsEqual(a, b) ? MatchReason.ContactEqual : MatchReason.None)
            | (isRegionEqual ? MatchReason.RegionEqual : isEqual ? MatchReason.None : MatchReason.RegionUnknown);
    }

    private static bool AreApart(RegionSet a, RegionSet b) => a.Any && b.Any && !a.Meets(b);

    /// <summary>What differs counts more than what agrees, and a doubt more than that.</summary>
    private static TownLikeness Closest(TownLikeness town, TownLikeness district) => (TownLikeness)Math.Max((int)town, (int)district);

    /// <summary>One name has a town only, the other a district only, and it is not the district of that town.</summary>
    private static bool AreNamedOtherwise(MatchFacts a, MatchFacts b) => a.Names.Count > 0 && b.Names.Count > 0 && (
        IsOther(a.Names[0], b.Names[0]) || IsOther(b.Names[0], a.Names[0]));

    private static bool IsOther(ParsedName town, ParsedName district) =>
        town is { Settlement: not null, District: null } && district is { Settlement: null, District: not null }
        && TownNames.Compare(town.Settlement, district.District) == TownLikeness.Other;

    /// <summary>Whether they share a telephone, an address of mail or of a site, or a house.</summary>
    public static bool AreContactsEqual(MatchFacts a, MatchFacts b) => a.Contacts.Overlaps(b.Contacts) || IsStreetEqual(a, b);

    /// <summary>Both name a street, and not the same one.</summary>
    public static bool IsStreetOther(MatchFacts a, MatchFacts b) => a.Street is not null && b.Street is not null && a.Street.IsElsewhere(b.Street);

    public static bool IsStreetEqual(MatchFacts a, MatchFacts b) => a.Street is not null && b.Street is not null && a.Street.IsLike(b.Street);

    /// <summary>What their legal forms and reach say; none if nothing speaks against.</summary>
    public static MatchReason Kinds(ParsedName a, ParsedName b)
    {
        if (a.IsEvent != b.IsEvent)
        {
            return MatchReason.FormDiffers;
        }

        if ((a.Forms & b.Forms & OrganizationForm.Cossacks) != 0 && LevelOf(a) is { } level && LevelOf(b) is { } other && level != other)
        {
            return MatchReason.ReachDiffers;
        }

        if (IsOfTown(a, b) || IsOfTown(b, a) || IsOfCapital(a, b) || IsOfCapital(b, a))
        {
            return MatchReason.ReachDiffers;
        }

        var areInLetters = IsInLetters(a, b) || IsInLetters(b, a);
        var reasons = ((FormsDiffer(a.Forms, b.Forms) && FormsDiffer(a.AllForms, b.Forms) && FormsDiffer(a.Forms, b.AllForms)) || HeadsDiffer(a, b) || KindsDiffer(a, b) || IsOfSociety(a, b) || IsOfSociety(b, a)) && !areInLetters ? MatchReason.FormDiffers : MatchReason.None;
        // Of an institution the word tells whose it is, and its place where it works: either may be left out.
        var areInstitutions = (a.Forms & b.Forms & OrganizationForm.Institution) != 0;
        // A self-government of tenants is one of a place, whatever it says of it.
        return (a.Forms & b.Forms & OrganizationForm.SelfGovernment) == 0 && !areInLetters && Disjoint(areInstitutions ? a.Reach | ByPlace(a) : ReachOf(a), areInstitutions ? b.Reach | ByPlace(b) : ReachOf(b)) ? reasons | MatchReason.ReachDiffers : reasons;
    }

    /// <summary>«Союз садоводов Омска» and «Союз садоводов Омского района».</summary>
    private static bool IsOfTown(ParsedName town, ParsedName district) =>
        town is { IsTownBare: true, District: null } && (town.Reach & Reach.District) == 0 && district is { District: not null, Settlement: null };

    /// <summary>«Местная организация» somewhere in Moscow, and the «Московская городская».</summary>
    private static bool IsOfCapital(ParsedName local, ParsedName city) =>
        local is { Reach: Reach.Local, Settlement: null, District: null } && (city.Reach & Reach.Local) == Reach.City && city is { Settlement: null or "московск" or "петербургск" or "севастопольск", District: null };

    private static readonly string[] CossackLevels = ["войсков", "отдельск", "окружн", "районн", "городск", "станичн", "хуторск"];

    /// <summary>«Самарское окружное казачье общество Волжского войскового …»: the first one is its own.</summary>
    private static string? LevelOf(ParsedName name) =>
        name.Whole.Split(' ').Select(word => LevelOfLetters(word) ?? Array.Find(CossackLevels, level => word.StartsWith(level, StringComparison.Ordinal))).FirstOrDefault(level => level is not null);

    /// <summary>«ОКО» may be of an отдел as well as of an округ, so it says nothing.</summary>
    private static string? LevelOfLetters(string text) => text switch { "хко" => "хуторск", "ско" => "станичн", "рко" => "районн", "гко" => "городск", "вко" => "войсков", _ => null };

    /// <summary>Both say what they are, and they say the same.</summary>
    public static bool IsFormEqual(ParsedName a, ParsedName b) => (Known(a.Forms) & Known(b.Forms)) != 0;

    private static bool FormsDiffer(OrganizationForm a, OrganizationForm b)
    {
        var (left, right) = (Known(a), Known(b));
        if (IsNeither(a, left, right) || IsNeither(b, right, left))
        {
            return true;
        }

        if (IsNoSelfGovernment(left, b) || IsNoSelfGovernment(right, a))
        {
            return true;
        }

        if (left == 0 || right == 0 || (left & right) != 0)
        {
            return false;
        }

        return !IsPossible(a, right) && !IsPossible(b, left);
    }

    /// <summary>«Фонд Союза кинематографистов» is no union.</summary>
    private static bool HeadsDiffer(ParsedName a, ParsedName b) =>
        (a.HeadWord is not null && b.HeadWord is not null && a.HeadWord != b.HeadWord && !a.Heads.Exists(b.Heads.Contains) && !(a.HasForm(b.HeadWord) && b.HasForm(a.HeadWord)))
        || (a.Head != 0 && b.Head != 0 && (Known(a.Forms) & Known(b.Forms)) != 0 && ((a.Head & b.AllForms) == 0 || (b.Head & a.AllForms) == 0));

    /// <summary>«ОСООИ» is what the other one writes out.</summary>
    private static bool IsInLetters(ParsedName letters, ParsedName words) => letters.FormLetters.Length > 3 && (letters.FormLetters == words.Letters || letters.FormLetters == words.Acronym);

    /// <summary>«Центр» and «клуб». A center that is called a fund in the other name is said in both.</summary>
    private static bool KindsDiffer(ParsedName a, ParsedName b) => a.Kinds.Count > 0 && b.Kinds.Count > 0 && !a.Kinds.Exists(b.Kinds.Contains);

    /// <summary>The forms that are one for sure: charity is no form, and a non-profit organization may have any.</summary>
    private static OrganizationForm Known(OrganizationForm forms)
    {
        if ((forms & OrganizationForm.SelfGovernment) != 0)
        {
            return OrganizationForm.SelfGovernment;
        }

        forms &= ~(OrganizationForm.NonProfit | OrganizationForm.PublicOrCompany | OrganizationForm.Charity);
        // A public fund, movement or union is a fund, movement or union.
        return (forms & ~OrganizationForm.PublicOrganization) != 0 ? forms & ~OrganizationForm.PublicOrganization : forms;
    }

    /// <summary>«АНО «Казачий ансамбль «Терек»»» and «Городское казачье общество «Терек»»: what a Cossack society has founded.</summary>
    private static bool IsOfSociety(ParsedName society, ParsedName other) =>
        (society.Forms & OrganizationForm.Cossacks) != 0 && society.Whole.Contains("казачье общество", StringComparison.Ordinal)
        && (other.Forms & (OrganizationForm.Autonomous | OrganizationForm.Fund | OrganizationForm.Institution)) != 0
        && !other.Whole.Contains("обществ", StringComparison.Ordinal);

    /// <summary>A self-government of tenants is called nothing else: «Общество инвалидов «Вместе»» is not the ТОС «Вместе».</summary>
    private static bool IsNoSelfGovernment(OrganizationForm known, OrganizationForm other) =>
        known == OrganizationForm.SelfGovernment && other != 0 && (other & OrganizationForm.SelfGovernment) == 0;

    /// <summary>«ООО» is a company or a public organization, but neither a fund nor an association.</summary>
    private static bool IsNeither(OrganizationForm forms, OrganizationForm known, OrganizationForm other) =>
        known == 0 && (forms & OrganizationForm.PublicOrCompany) != 0 && other != 0
        && (other & (OrganizationForm.PublicOrganization | OrganizationForm.Company | OrganizationForm.Movement | OrganizationForm.Union)) == 0;

    private static bool IsPossible(OrganizationForm forms, OrganizationForm known) =>
        (forms & OrganizationForm.PublicOrCompany) != 0 && (known & (OrganizationForm.PublicOrganization | OrganizationForm.Company)) != 0;

    private static Reach ReachOf(ParsedName name)
    {
        // The narrowest counts: «районная организация областного отделения» is one of a district.
        var stated = name.Reach;
        if (stated == (Reach.District | Reach.Region))
        {
            // «Окружная» may be either.
            return name.IsOfRegion || name.Regions.Any ? stated : Reach.District;
        }

        foreach (var narrow in (ReadOnlySpan<Reach>)[Reach.Local, Reach.Region])
        {
            if ((stated & narrow) != 0)
            {
                return (stated & narrow) == Reach.Local && (ByPlace(name) & Reach.Local) is var told and not 0 ? told : stated & narrow;
            }
        }

        // Of a part the country is that of the whole.
        return stated != 0 && !(name.IsPart && (name.IsOfRegion || name.Regions.Any)) ? stated : ByPlace(name);
    }

    /// <summary>The reach that the place of the name tells.</summary>
    private static Reach ByPlace(ParsedName name) =>
        name.District is not null ? Reach.District | Reach.Village
        : name.Settlement is not null ? name.IsTownBare ? Reach.Unknown : name.IsOfTown ? Reach.City : Reach.City | Reach.Village | Reach.District
        : name.IsOfRegion || (name.IsPart && name.Regions.Any) ? Reach.Region
        : Reach.Unknown;

    private static bool Disjoint(Reach a, Reach b) => a != 0 && b != 0 && (a & b) == 0;

    private static bool Differ(string? a, string? b) => a is not null && b is not null && a != b;

    private static string? DistrictOf(MatchFacts facts) => facts.Names.Find(name => name.District is not null)?.District ?? facts.Place.District;
}
