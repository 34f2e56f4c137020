using System.Reflection;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What speaks for or against two records being of one entity; stored by name, so members are never renamed.</summary>
[Flags]
internal enum MatchReason
{
    None = 0,

    [Label("ОГРН совпадает", "same ОГРН")]
    OgrnEqual = 1,

    [Label("ИНН совпадает", "same ИНН")]
    InnEqual = 2,

    [Label("номер с опечаткой", "number with a typing error")]
    NumberNear = 4,

    [Label("номера расходятся", "numbers disagree")]
    NumberDiffers = 8,

    [Label("общий заявленный ключ", "shared declared key")]
    Declared = 16,

    [Label("название совпадает", "same name")]
    NameEqual = 32,

    [Label("название почти совпадает", "nearly the same name")]
    NameNear = 64,

    [Label("название совпадает отчасти", "name agrees in part")]
    NamePart = 128,

    [Label("названия разные", "names differ")]
    NameDiffers = 256,

    [Label("регион совпадает", "same region")]
    RegionEqual = 512,

    [Label("регион неизвестен", "region unknown")]
    RegionUnknown = 1024,

    [Label("место совпадает", "same town or district")]
    PlaceEqual = 2048,

    [Label("место другое", "another place")]
    PlaceDiffers = 4096,

    [Label("организационная форма другая", "another legal form")]
    FormDiffers = 8192,

    [Label("другой уровень: город, область …", "another reach: town, region …")]
    ReachDiffers = 1 << 14,

    [Label("название слишком общее", "name too common")]
    NameUsual = 1 << 15,

    [Label("дата совпадает", "same date")]
    DateEqual = 1 << 16,

    [Label("таких несколько", "several fit equally")]
    Ambiguous = 1 << 17,

    [Label("решено человеком", "judged by a person")]
    Judged = 1 << 18,

    [Label("место почти совпадает", "nearly the same place")]
    PlaceNear = 1 << 20,

    [Label("телефон, почта, сайт или адрес совпадает", "same telephone, mail, site or address")]
    ContactEqual = 1 << 19,

    [Label("одна при другой или из её членов", "one is of the other")]
    OfOther = 1 << 21,
}

/// <summary>Tells reasons to people.</summary>
internal static class MatchReasons
{
    private static readonly (MatchReason Reason, LocalizedText Text)[] All =
    [
        .. Enum.GetValues<MatchReason>().Where(reason => reason != MatchReason.None)
            .Select(reason => (reason, typeof(MatchReason).GetField(reason.ToString())!.GetCustomAttribute<LabelAttribute>()!.Text)),
    ];

    public static IReadOnlyList<LocalizedText> Labels(MatchReason reasons) => [.. All.Where(one => reasons.HasFlag(one.Reason)).Select(one => one.Text)];
}
