using System.Globalization;
using System.Numerics;

namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>
/// Regions by their ФНС code, 0 to 127, as bits. Two numbers of 64 bits: whatever touches a <see cref="UInt128"/> cannot be compiled ahead, and names
/// are read hundreds of thousands of times in a run.
/// </summary>
internal readonly record struct RegionSet(ulong Low, ulong High)
{
    private const int Half = 64;

    /// <summary>Nothing is known.</summary>
    public static RegionSet None => default;

    public bool IsEmpty => (Low | High) == 0;

    public bool Any => (Low | High) != 0;

    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    public static RegionSet Of(int code) => code < Half ? new RegionSet(1UL << code, 0) : new RegionSet(0, 1UL << (code - Half));

    public bool Contains(int code) => ((code < Half ? Low >> code : High >> (code - Half)) & 1) != 0;

    /// <summary>Whether they have one in common.</summary>
    public bool Meets(RegionSet other) => ((Low & other.Low) | (High & other.High)) != 0;

    /// <summary>Whether all of them are among others.</summary>
    public bool IsWithin(RegionSet others) => ((Low & ~others.Low) | (High & ~others.High)) == 0;

    public static RegionSet operator |(RegionSet a, RegionSet b) => new(a.Low | b.Low, a.High | b.High);

    public static RegionSet operator &(RegionSet a, RegionSet b) => new(a.Low & b.Low, a.High & b.High);

    public static RegionSet operator ~(RegionSet set) => new(~set.Low, ~set.High);

    public override string ToString() =>
        string.Join(' ', Enumerable.Range(0, 2 * Half).Where(Contains).Select(code => code.ToString("00", CultureInfo.InvariantCulture)));
}
