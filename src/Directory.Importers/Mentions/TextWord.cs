namespace CenterDirectory.Importers.Mentions;

/// <summary>A word where it stands.</summary>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="Length">Length in the text.</param>
/// <param name="Word">Its letters as they are compared: lower case, ё as е.</param>
/// <param name="Traits">How it is written.</param>
/// <param name="Before">What stands between it and the word before it.</param>
internal readonly record struct TextWord(int Start, int Length, string Word, WordTraits Traits, Gap Before)
{
    public int End => Start + Length;

    public bool Is(WordTraits traits) => (Traits & traits) == traits;

    /// <summary>Whether nothing but white space, quotes or hyphens divide it from the word before.</summary>
    public bool Follows => (Before & ~(Gap.Hyphen | Gap.Quote | Gap.Dash)) == 0;

    public bool IsInitial => Length == 1 && Is(WordTraits.Capital);
}

/// <summary>How a word is written.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>Its first letter is a capital.</summary>
    Capital = 1,

    /// <summary>It has two letters or more, all capitals.</summary>
    Upper = 2,

    /// <summary>It stands where a sentence, a line or direct speech begins, so that a capital means nothing.</summary>
    Begins = 4,

    /// <summary>An opening quotation mark stands before it.</summary>
    OpensQuote = 8,

    /// <summary>A closing quotation mark stands behind it.</summary>
    ClosesQuote = 16,
}

/// <summary>What divides two words, besides white space.</summary>
[Flags]
internal enum Gap
{
    None = 0,
    Hyphen = 1,
    Quote = 2,
    Dash = 4,
    Comma = 8,
    Bracket = 16,

    /// <summary>A full stop behind an abbreviation or an initial.</summary>
    Stop = 32,

    Colon = 64,

    /// <summary>The end of a sentence or of a line: no name goes on behind it.</summary>
    Break = 128,
}
