using System.Collections.Frozen;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Of an address only the place is looked for: whoever types «победа» does not mean the organizations of all streets of that name.
/// </summary>
internal static class AddressWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Streets = Set(
        "ул улица проспект пр просп пер переулок бульвар бул шоссе ш площадь пл набережная наб проезд тупик квартал кв микрорайон мкр мкрн аллея линия тракт д дом оф офис корп корпус стр строение каб кабинет пом помещение");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kinds = Set(
        "г город гор обл область край респ республика р н район с село п пос поселок пгт рп дер деревня ст станица х хутор а аул ао о округ россия рф индекс");

    /// <summary>Whether the part with the place ends here.</summary>
    public static bool EndsPlace(ReadOnlySpan<char> word) => Streets.Contains(word);

    /// <summary>Whether a word names a place: neither a kind of place nor a postal code.</summary>
    public static bool IsPlace(ReadOnlySpan<char> word) => !char.IsAsciiDigit(word[0]) && !Kinds.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
