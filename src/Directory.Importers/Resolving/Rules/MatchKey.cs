using System.Globalization;

namespace CenterDirectory.Importers.Resolving.Rules;

/// <summary>What a key is made of: the highest bits of its number, so that keys of one sort lie together.</summary>
internal enum MatchKeySort
{
    Ogrn = 1,
    Inn = 2,
    Declared = 3,

    /// <summary>A name of a record without a good ОГРН.</summary>
    Name = 4,

    /// <summary>A name of a record with a good ОГРН: two of those are never joined by it.</summary>
    NumberedName = 5,
}

/// <summary>
/// A key is a whole number: the sort, then the digits of a registry number or the hash of a text. Keys only bring records together; what
/// they are to each other is decided by what they state.
/// </summary>
internal static class MatchKey
{
    private const int SortShift = 60;
    private const long Mask = (1L << SortShift) - 1;

    /// <summary>A one before as many zeros: numbers of different lengths are different keys.</summary>
    private static readonly long[] Tens = [.. Enumerable.Range(0, 18).Select(zeros => (long)Math.Pow(10, zeros))];

    public static long OfNumber(MatchKeySort sort, string digits) => Of(sort, Tens[digits.Length] + long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));

    public static long Of(MatchKeySort sort, long value) => ((long)sort << SortShift) | (value & Mask);

    public static MatchKeySort SortOf(long key) => (MatchKeySort)(key >> SortShift);

    /// <summary>The key of the same text in the other sort of names.</summary>
    public static long AsSort(long key, MatchKeySort sort) => Of(sort, key);

    /// <summary>First and last possible key of a sort.</summary>
    public static (long First, long Last) RangeOf(MatchKeySort sort) => (Of(sort, 0), Of(sort, Mask));

    /// <summary>Begins a hash; it is stored, so it never changes (FNV-1a).</summary>
    public static ulong Seed(string kind) => Add(14695981039346656037UL, kind);

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return (hash ^ 0xFFFF) * 1099511628211UL;
    }

    /// <summary>Key of a name.</summary>
    public static long OfName(ulong hash) => Finish(hash) & ~1;

    /// <summary>Key of a single word of a name: only a few may share it.</summary>
    public static long OfWord(ulong hash) => Finish(hash) | 1;

    /// <summary>Whether a key of a sort of names is that of a single word.</summary>
    public static bool IsOfWord(long key) => SortOf(key) is MatchKeySort.Name or MatchKeySort.NumberedName && (key & 1) != 0;

    /// <summary>Spreads what the last letters did over all bits.</summary>
    public static long Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93UL;
        return (long)(hash ^ (hash >> 32));
    }
}
