using NodaTime;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>Times in order.</summary>
internal static class SortedTimes
{
    /// <summary>Two sequences in order as one, without repetitions; neither is read further than need be, a rule may be endless.</summary>
    public static IEnumerable<LocalDateTime> Merge(this IEnumerable<LocalDateTime> first, IEnumerable<LocalDateTime> second)
    {
        using var left = first.GetEnumerator();
        using var right = second.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        LocalDateTime? last = null;
        while (hasLeft || hasRight)
        {
            var isLeft = hasLeft && (!hasRight || left.Current <= right.Current);
            var next = isLeft ? left.Current : right.Current;
            if (next != last)
            {
                yield return next;
                last = next;
            }

            hasLeft = isLeft ? left.MoveNext() : hasLeft;
            hasRight = isLeft ? hasRight : right.MoveNext();
        }
    }
}
