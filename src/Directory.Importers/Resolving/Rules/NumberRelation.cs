using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Resolving.Names;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What two registry numbers say of those who carry them.</summary>
internal enum NumberRelation
{
    /// <summary>One of them lacks it.</summary>
    Unknown,

    /// <summary>The same, and its check digit is right.</summary>
    Equal,

    /// <summary>One or both have a wrong check digit, and they differ by an error or two, or not at all.</summary>
    Near,

    /// <summary>One or both have a wrong check digit, and they have nothing in common: nobody knows whose it is.</summary>
    Odd,

    /// <summary>Two right numbers: two organizations.</summary>
    Differ,
}

/// <summary>Compares registry numbers.</summary>
internal static class Numbers
{
    public static NumberRelation Compare(Ogrn? a, Ogrn? b) =>
        a is null || b is null ? NumberRelation.Unknown : Compare(a.Value, IsGood(a), b.Value, IsGood(b));

    /// <summary>
    /// The check digit is right, the first one is one that numbers begin with (not 0, which stands for one that was lost), the year is one of the
    /// register, which began in 2002, and the region is not 00.
    /// </summary>
    public static bool IsGood(Ogrn ogrn) =>
        ogrn.HasValidCheckDigit && ogrn.Value[0] is >= '1' and <= '5' && ogrn.Value.AsSpan(1, 2) is not ("00" or "01") && ogrn.Value.AsSpan(3, 2) is not "00";

    /// <summary>The check digit is right and the region is not 00.</summary>
    public static bool IsGood(Inn inn) => inn.HasValidCheckDigit && inn.Value.AsSpan(0, 2) is not "00";

    public static NumberRelation Compare(Inn? a, Inn? b) =>
        a is null || b is null ? NumberRelation.Unknown : Compare(a.Value, IsGood(a), b.Value, IsGood(b));

    private static NumberRelation Compare(string a, bool isGood, string b, bool isGoodToo) => (isGood && isGoodToo, a == b) switch
    {
        (true, true) => NumberRelation.Equal,
        (true, false) => NumberRelation.Differ,
        _ => Misspelling.Distance(a, b) <= 2 ? NumberRelation.Near : NumberRelation.Odd,
    };
}
