namespace CenterDirectory.Data.Search;

/// <summary>A word of a question.</summary>
/// <param name="Text">The word in the form of <see cref="WordReader"/>.</param>
/// <param name="Stem">What it is looked up as.</param>
/// <param name="IsNumber">Whether it has digits only.</param>
/// <param name="IsJoining">Whether it only joins others.</param>
internal sealed record TypedWord(string Text, string Stem, bool IsNumber, bool IsJoining)
{
    /// <summary>More words than anybody types; what is behind them is not read.</summary>
    private const int Maximum = 40;

    /// <summary>Whether it is the last one, and perhaps not typed to its end.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether only what may stand inside a number separates it from the next word.</summary>
    public bool IsJoinedToNext { get; private set; }

    /// <summary>Whether a hyphen does.</summary>
    public bool IsHyphenated { get; private set; }

    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<TypedWord> Of(string text)
    {
        var words = new List<TypedWord>();
        var reader = new WordReader(text, stackalloc char[WordReader.MaximumLength]);
        var end = 0;
        while (words.Count < Maximum && reader.MoveNext())
        {
            if (words.Count > 0)
            {
                var gap = text.AsSpan(end, reader.Start - end);
                words[^1].IsJoinedToNext = IsInsideNumber(gap);
                words[^1].IsHyphenated = gap is "-" or "–" or "‑";
            }

            end = reader.End;
            words.Add(new TypedWord(
                reader.Current.ToString(), SearchStems.Of(reader.Current).ToString(), reader.IsNumber, SearchStems.IsJoining(reader.Current)));
        }

        if (words.Count > 0)
        {
            words[^1].IsLast = true;
        }

        return words;
    }

    private static bool IsInsideNumber(ReadOnlySpan<char> gap)
    {
        foreach (var symbol in gap)
        {
            if (!SearchNumbers.IsSeparator(symbol))
            {
                return false;
            }
        }

        return true;
    }
}
