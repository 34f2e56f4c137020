using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>Names that agree in part, beside a telephone, mail, site or house that both have.</summary>
internal sealed partial class OrganizationRules
{
    /// <summary>A brand from here on is one that hardly two in a region have.</summary>
    private const double RareBrand = 1.5;

    /// <summary>A telephone or a site that both have; a house is shared by many, so the names must tell more beside it.</summary>
    private static bool IsOneByContact(Names names, MatchReason place, MatchReason reasons)
    {
        var likeness = names.Likeness;
        var isPhone = names.A.Contacts.Overlaps(names.B.Contacts);
        if ((place & MatchReason.ContactEqual) == 0 || (likeness.IsOfUsualWords && !likeness.IsBrandWhole) || likeness.Lesser > 0.01 && !likeness.IsBrandWhole && !isPhone)
        {
            return false;
        }

        var isLikeReach = (reasons & MatchReason.ReachDiffers) == 0;
        var isLikeKind = isLikeReach && (reasons & MatchReason.FormDiffers) == 0;
        var isContained = likeness is { Agreement: >= NameAgreement.Partly, Lesser: < 0.01 };
        return (isLikeKind && likeness is { Agreement: NameAgreement.Abridged, Weight: >= TellingBrand })
            // «Приют «Верный друг»» and «Организация помощи животным «Верный друг»»; but the center of a fund is no fund.
            || (isLikeReach && likeness is { IsBrandWhole: true, BrandWeight: >= RareBrand } && !IsHosted(names.Left) && !IsHosted(names.Right))
            || (isLikeKind && likeness is { IsBrandWhole: true, BrandWeight: >= 1 } && ((place & MatchReason.PlaceEqual) != 0 || NamesAndPlaces.IsStreetEqual(names.A, names.B)))
            || (isLikeKind && isPhone && isContained && likeness.Weight >= RareBrand)
            || (isLikeKind && isPhone && isContained && likeness.Weight >= 1 && NamesAndPlaces.IsStreetEqual(names.A, names.B))
            || (isLikeKind && isPhone && likeness is { Likeness: >= 0.6, Weight: >= TellingBrand } && (likeness.Lesser < 0.01 || likeness.IsBrandWhole));
    }

    /// <summary>It is run by somebody, or runs something: both may have one brand and one telephone.</summary>
    private static bool IsHosted(ParsedName name) =>
        name.IsPart || name.Kinds.Exists(KindWords.IsHost) || name.FormWords.Exists(word => KindWords.IsGenitive(word.Text)) || name.Core.Exists(core => core.Word.Stem == "ресурсн");
}
