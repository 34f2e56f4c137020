namespace CenterDirectory.Importers.Resolving.Names;

/// <summary>Whether two words are one, written by somebody in haste.</summary>
internal static class Misspelling
{
    /// <summary>
    /// One error in a word of five letters and more, two in one of ten: a letter too many, too few, another, or two that changed places. Not
    /// at the end, where words are derived from one another (застава, заставка), and at the beginning of long words only (вера, мера).
    /// </summary>
    public static bool IsLikely(Word left, Word right)
    {
        if (IsDoubled(left.Text, right.Text))
        {
            return true;
        }

        var (a, b) = (left.Stem, right.Stem);
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < 5 || Math.Abs(a.Length - b.Length) > 2 || left.IsNumber || right.IsNumber)
        {
            return false;
        }

        var same = a.AsSpan().CommonPrefixLength(b);
        if (same >= shorter - 1 && a[^1] != b[^1] && same < shorter)
        {
            // The last letter differs: слеп-ых and слев-ых are as likely two words as one. Long ones may be cut by an error before it.
            return shorter >= 9;
        }

        if (same == 0 && Math.Abs(a.Length - b.Length) == 1)
        {
            // The first letter was lost.
            return a.Length > b.Length ? a.EndsWith(b, StringComparison.Ordinal) : b.EndsWith(a, StringComparison.Ordinal);
        }

        if (same == shorter || (same == 0 && shorter < 8))
        {
            return false;
        }

        return Distance(a, b) <= (shorter >= 10 ? 2 : 1);
    }

    /// <summary>«Деревяного» and «деревянного»: a long word of which one has a letter twice.</summary>
    private static bool IsDoubled(string a, string b)
    {
        const int Long = 8;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        var at = shorter.AsSpan().CommonPrefixLength(longer);
        return longer.Length >= Long && longer.Length == shorter.Length + 1 && at > 0 && longer[at] == longer[at - 1]
            && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    /// <summary>Edits that make one text out of another, two letters that change places being one; 3 stands for more than two.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        const int More = 3;
        if (Math.Abs(a.Length - b.Length) >= More || a.Length > 60 || b.Length > 60)
        {
            return More;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return Math.Min(last[b.Length], More);
    }
}
