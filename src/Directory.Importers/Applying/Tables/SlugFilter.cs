using System.Numerics;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>
/// Slugs that surely nobody has: a Bloom filter of two bits a slug. Of the entries of a large load most want one that is free, and need not ask the
/// database for it.
/// </summary>
/// <param name="count">How many slugs there will be; with more of them it is right less often that one may be taken.</param>
internal sealed class SlugFilter(long count)
{
    private const int BitsOfSlug = 16;

    /// <summary>A megabyte.</summary>
    private const long MostWords = 1 << 17;

    private readonly ulong[] words = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(count * BitsOfSlug / 64, 1, MostWords))];

    /// <summary>Somebody has a slug.</summary>
    public void Add(string slug)
    {
        var hash = HashOf(slug);
        words[WordOf(hash)] |= BitsOf(hash);
    }

    /// <summary>Whether somebody may have it; false is certain.</summary>
    public bool MayHave(string slug)
    {
        var hash = HashOf(slug);
        return (words[WordOf(hash)] & BitsOf(hash)) == BitsOf(hash);
    }

    private static ulong HashOf(string slug) => (uint)string.GetHashCode(slug, StringComparison.Ordinal) * 0x9E3779B97F4A7C15UL;

    private int WordOf(ulong hash) => (int)(hash >> 32) & (words.Length - 1);

    private static ulong BitsOf(ulong hash) => (1UL << (int)(hash >> 20 & 63)) | (1UL << (int)(hash >> 26 & 63));
}
