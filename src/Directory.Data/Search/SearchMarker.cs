namespace CenterDirectory.Data.Search;

/// <summary>Finds the words of a question in texts, and cuts out what stands around them.</summary>
internal sealed class SearchMarker
{
    private const int MaximumRanges = 20;
    private const int MaximumText = 100_000;

    /// <summary>Texts up to this length stay whole.</summary>
    private const int Whole = 240;

    private const int Before = 60;
    private const int Behind = 140;

    private readonly HashSet<string> whole;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stems;
    private readonly string[] begun;

    public SearchMarker(SearchQuery query)
    {
        whole = query.Terms.Where(term => !term.IsPrefix).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        begun = [.. query.Terms.Where(term => term.IsPrefix).Select(term => term.Text)];
        stems = whole.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The fragment of a text with the first words found in it; null if there are none.</summary>
    public SearchFragment? Mark(string field, string text)
    {
        var source = text.AsSpan(0, Math.Min(text.Length, MaximumText));
        var reader = new WordReader(source, stackalloc char[WordReader.MaximumLength]);
        (int Start, int End)? window = null;
        var ranges = new List<SearchRange>();
        while (ranges.Count < MaximumRanges && reader.MoveNext() && (window is null || reader.End <= window.Value.End))
        {
            if (IsFound(reader.Current))
            {
                window ??= WindowAround(source, reader.Start, reader.End);
                ranges.Add(new SearchRange(reader.Start, reader.End - reader.Start));
            }
        }

        return window is { } cut ? Cut(field, source, cut, ranges) : null;
    }

    /// <summary>A number, if it is one of those looked for.</summary>
    public SearchFragment? MarkNumber(string field, string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return SearchNumbers.FormsOf(digits).Append(digits).Any(form => whole.Contains(form) || begun.Any(start => form.StartsWith(start, StringComparison.Ordinal)))
            ? new SearchFragment(field, number, [new SearchRange(0, number.Length)])
            : null;
    }

    private bool IsFound(ReadOnlySpan<char> word)
    {
        var stem = SearchStems.Of(word);
        if (stems.Contains(stem))
        {
            return true;
        }

        foreach (var start in begun)
        {
            if (stem.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Start, int End) WindowAround(ReadOnlySpan<char> text, int start, int end)
    {
        if (text.Length <= Whole)
        {
            return (0, text.Length);
        }

        var first = Math.Max(0, start - Before);
        var last = Math.Min(text.Length, end + Behind);
        return (first == 0 ? 0 : AfterGap(text, first, start), last == text.Length ? last : BeforeGap(text, end, last));
    }

    /// <summary>The first place behind white space, so that no word is cut.</summary>
    private static int AfterGap(ReadOnlySpan<char> text, int from, int to)
    {
        var gap = text[from..to].IndexOfAny(' ', '\n', '\u00A0');
        return gap < 0 ? to : from + gap + 1;
    }

    private static int BeforeGap(ReadOnlySpan<char> text, int from, int to)
    {
        var gap = text[from..to].LastIndexOfAny(' ', '\n', '\u00A0');
        return gap < 0 ? from : from + gap;
    }

    private static SearchFragment Cut(string field, ReadOnlySpan<char> text, (int Start, int End) cut, List<SearchRange> ranges)
    {
        var before = cut.Start > 0 ? "…" : "";
        var behind = cut.End < text.Length ? "…" : "";
        return new SearchFragment(
            field, string.Concat(before, text[cut.Start..cut.End], behind),
            [.. ranges.Select(range => range with { Start = range.Start - cut.Start + before.Length })]);
    }
}
