using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>
/// Where an entry stands in the index: a number whose order is the order of results that match equally well. So the index gives the best
/// results first, and a page of them costs the same whether ten match or a hundred thousand.
/// </summary>
/// <remarks>From the highest bit: 6 bits rank, 20 bits order within the rank, 5 bits type, 32 bits id.</remarks>
internal static class SearchPosition
{
    public const int MaximumRank = 63;
    public const int MaximumOrder = (1 << 20) - 1;

    /// <summary>Bits of type and id: the key of the entry.</summary>
    public const long KeyMask = (1L << 37) - 1;

    /// <summary>How far the type stands from the lowest bit.</summary>
    public const int TypeShift = 32;

    private const int OrderShift = 37;
    private const int RankShift = 57;

    public static long KeyOf(SearchType type, long id) => ((long)type << TypeShift) | id;

    public static SearchType TypeOf(long position) => (SearchType)((position & KeyMask) >> TypeShift);

    public static long IdOf(long position) => position & uint.MaxValue;

    public static int RankOf(long position) => (int)(position >> RankShift);

    /// <param name="key">Type and id.</param>
    /// <param name="rank">The smaller, the better.</param>
    /// <param name="order">Decides between entries of one rank.</param>
    public static long Of(long key, long rank, long order) =>
        (Math.Clamp(rank, 0, MaximumRank) << RankShift) | (Math.Clamp(order, 0, MaximumOrder) << OrderShift) | key;
}
