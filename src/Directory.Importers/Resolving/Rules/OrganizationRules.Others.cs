using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Names that say of themselves that they are not the other's, whatever they share: somebody copied a number, or wrote that of the host.</summary>
internal sealed partial class OrganizationRules
{
    /// <summary>What the names themselves say against one organization, be its number the same; a former name says nothing.</summary>
    private static MatchReason Apart(MatchFacts a, MatchFacts b, ParsedName? left, ParsedName? right) =>
        left is null || right is null || left.IsFormer || right.IsFormer ? MatchReason.None
        // Short names agree where the full ones say more.
        : a.HasFullName && b.HasFullName && Apart(a.Names[0], b.Names[0]) is var full and not MatchReason.None ? full
        : Apart(left, right);

    private static MatchReason Apart(ParsedName a, ParsedName b) =>
        AreOfTwoPlaces(a, b) ? MatchReason.PlaceDiffers
        : IsOneOfOther(a, b) || IsEventOf(a, b) || IsEventOf(b, a) ? MatchReason.OfOther
        : MatchReason.None;

    /// <summary>«Клуб профсоюза …» and «Профсоюз …»: one is of the other.</summary>
    private static bool IsOneOfOther(ParsedName a, ParsedName b) =>
        a.HeadNouns.IsOf(b.HeadNouns) || b.HeadNouns.IsOf(a.HeadNouns) || a.HeadNouns.IsBesides(b.HeadNouns);

    /// <summary>«Турнир «Дворовый спорт»» under the number of the АНО that holds it; «АНО «Турнир …»» is called so, and brackets may tell whose it is.</summary>
    private static bool IsEventOf(ParsedName a, ParsedName b) =>
        a.IsEvent && !b.IsEvent && !a.Core.Exists(core => core.IsBracketed) && a.Whole.AsSpan(0, Math.Max(0, a.Whole.IndexOf(' ', StringComparison.Ordinal))) is var what && !b.Whole.AsSpan().Contains(what, StringComparison.Ordinal);

    /// <summary>«Саратовское отделение фонда …» and «Тамбовское отделение фонда …» under the number of the fund: the names themselves say two places.</summary>
    private static bool AreOfTwoPlaces(ParsedName a, ParsedName b) =>
        (SaysRegion(a) && SaysRegion(b) && !a.Regions.Meets(b.Regions)) || IsTwo(a.Settlement, b.Settlement, a, b) || IsTwo(a.District, b.District, a, b);

    /// <summary>«Еврейская религиозная организация» is that of a people, in any region.</summary>
    private static bool SaysRegion(ParsedName name) => name.Regions.Any && (name.IsOfRegion || (name.Reach & Reach.Region) != 0 || !RegionWords.AreOfPeoples(name.Regions));

    /// <summary>Of a town of two words or two names, «Каменск-Уральский», each may have been read by another half.</summary>
    private static bool IsTwo(string? townA, string? townB, ParsedName a, ParsedName b) =>
        TownNames.Compare(townA, townB) == TownLikeness.Other && !Speaks(b, townA!) && !Speaks(a, townB!);

    private static bool Speaks(ParsedName name, string town)
    {
        const int Letters = 4;
        return name.Whole.Contains(town.Length > Letters ? town[..Letters] : town, StringComparison.Ordinal);
    }
}
