using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace CenterDirectory.Importers.Applying.Tables;

/// <summary>
/// Who has which slug of a table that was empty when a large load began, in 15 bytes each: the index of slugs need not be there meanwhile. A slug is
/// known by 63 bits of it: that two of a million have the same comes once in 18 million loads, and then one of them gets a longer slug.
/// </summary>
internal sealed class SlugOwners
{
    private ulong[] marks;
    private uint[] ids;
    private int count;

    /// <param name="expected">How many there will be; with more of them it grows.</param>
    public SlugOwners(long expected)
    {
        var room = (int)Math.Clamp(expected + (expected / 4), 16, Array.MaxLength / 2);
        (marks, ids) = (new ulong[room], new uint[room]);
    }

    /// <summary>The entry that has a slug; null if none has.</summary>
    public long? IdOf(string slug)
    {
        var mark = MarkOf(slug);
        var place = PlaceOf(mark);
        return marks[place] == mark ? ids[place] : null;
    }

    /// <summary>An entry has a slug.</summary>
    public void Add(string slug, long id)
    {
        if (count >= marks.Length - (marks.Length / 8))
        {
            Grow();
        }

        Put(MarkOf(slug), checked((uint)id));
    }

    // None is zero: that is an empty place.
    private static ulong MarkOf(string slug) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(slug.AsSpan())) | 1;

    private int PlaceOf(ulong mark)
    {
        var place = (int)Math.BigMul(mark, (ulong)marks.Length, out _);
        while (marks[place] != 0 && marks[place] != mark)
        {
            place = place + 1 == marks.Length ? 0 : place + 1;
        }

        return place;
    }

    private void Put(ulong mark, uint id)
    {
        var place = PlaceOf(mark);
        count += marks[place] == 0 ? 1 : 0;
        (marks[place], ids[place]) = (mark, id);
    }

    private void Grow()
    {
        var (oldMarks, oldIds) = (marks, ids);
        (marks, ids, count) = (new ulong[oldMarks.Length * 2], new uint[oldMarks.Length * 2], 0);
        for (var place = 0; place < oldMarks.Length; place++)
        {
            if (oldMarks[place] != 0)
            {
                Put(oldMarks[place], oldIds[place]);
            }
        }
    }
}
