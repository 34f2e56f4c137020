using CenterDirectory.Data.Entities;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Territories: by the codes and slugs that are made to identify them, never by name.</summary>
internal sealed class TerritoryRules() : MatchRules(nameof(Territory), new FactsReader("code", "iso", "oktmo", "slug") { ReadsNames = false })
{
    protected override MatchVerdict Judge(MatchFacts a, MatchFacts b)
    {
        var shared = a.Declared.Count(b.Declared.Contains);
        return shared == 0 ? MatchVerdict.Different : new(MatchDecision.Same, 0.95 + 0.01 * shared, MatchReason.Declared);
    }
}

/// <summary>
/// Kinds that nobody numbers: the same name, at the same place or on the same day, or a slug that both state. A name that many have needs
/// the very town; anything less is for a person to judge.
/// </summary>
internal sealed class NamedRules(string kind, double weight, bool needsPlace = false, bool needsDate = false) : MatchRules(kind, new FactsReader("slug"))
{
    private readonly NamesAndPlaces common = new();

    protected override MatchVerdict Judge(MatchFacts a, MatchFacts b)
    {
        var (likeness, left, right) = common.Names(a, b);
        if (a.Declared.Exists(b.Declared.Contains))
        {
            return new(MatchDecision.Same, 0.96, MatchReason.Declared);
        }

        var place = NamesAndPlaces.Places(a, b);
        if (likeness.Agreement < NameAgreement.Nearly || (place & MatchReason.PlaceDiffers) != 0 || (needsDate && a.Date is not null && b.Date is not null && a.Date != b.Date))
        {
            return MatchVerdict.Different;
        }

        var isDay = a.Date is { Length: >= 10 } date && date == b.Date && char.IsAsciiDigit(date[0]);
        var reasons = place | (isDay ? MatchReason.DateEqual : MatchReason.None) | NamesAndPlaces.Kinds(left!, right!)
            | (likeness.Agreement == NameAgreement.Wholly ? MatchReason.NameEqual : MatchReason.NameNear);
        var isContactEqual = (place & MatchReason.ContactEqual) != 0;
        var strength = likeness.Weight + ((place & MatchReason.PlaceEqual) != 0 ? 0.7 : 0) + (isContactEqual ? 1.5 : 0);
        var isSure = (likeness.Agreement == NameAgreement.Wholly || isContactEqual) && (!likeness.IsGeneric || isContactEqual || isDay) && strength >= weight && (isDay || !needsDate)
            && (!needsPlace || (place & (MatchReason.RegionEqual | MatchReason.PlaceEqual)) != 0)
            && (reasons & (MatchReason.ReachDiffers | MatchReason.FormDiffers)) == 0;
        return isSure ? new(MatchDecision.Same, 0.9, reasons)
            : new(MatchDecision.Doubtful, 0.6, strength < weight ? reasons | MatchReason.NameUsual : reasons);
    }
}

/// <summary>People are never joined by a rule: two of one name are two people until somebody who knows says otherwise.</summary>
internal sealed class PersonRules() : MatchRules(nameof(Person), new FactsReader())
{
    private readonly NamesAndPlaces common = new();

    protected override MatchVerdict Judge(MatchFacts a, MatchFacts b)
    {
        var (likeness, left, _) = common.Names(a, b);
        return likeness.Agreement == NameAgreement.Wholly && left!.Core.Count > 1
            ? new(MatchDecision.Doubtful, 0.5, MatchReason.NameEqual)
            : MatchVerdict.Different;
    }
}
