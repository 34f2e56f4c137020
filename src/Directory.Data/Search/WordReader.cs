namespace CenterDirectory.Data.Search;

/// <summary>
/// The words of a text, one after another, in the form in which search compares them: letters and digits only, lower case, ё as е, without
/// marks of stress. It allocates nothing: words stand in the buffer that it was given.
/// </summary>
internal ref struct WordReader
{
    /// <summary>Longer words are cut: nobody types more, and a text may be one word a megabyte long.</summary>
    public const int MaximumLength = 48;

    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> buffer;
    private int position;
    private int length;

    /// <param name="text">The text.</param>
    /// <param name="buffer">Takes the words; <see cref="MaximumLength"/> letters.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        this.text = text;
        this.buffer = buffer;
    }

    /// <summary>The word; it is overwritten by the next one.</summary>
    public readonly ReadOnlySpan<char> Current => buffer[..length];

    /// <summary>Where it starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends in the text.</summary>
    public readonly int End => position;

    /// <summary>Whether it has digits only.</summary>
    public bool IsNumber { get; private set; }

    public bool MoveNext()
    {
        while (position < text.Length && !RussianLetters.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        Start = position;
        length = 0;
        IsNumber = true;
        for (; position < text.Length; position++)
        {
            var symbol = text[position];
            if (RussianLetters.IsLetterOrDigit(symbol))
            {
                Add(symbol);
            }
            else if (!TryMark(symbol))
            {
                break;
            }
        }

        return length > 0;
    }

    private void Add(char symbol)
    {
        IsNumber &= char.IsAsciiDigit(symbol);
        if (length < buffer.Length)
        {
            var lower = RussianLetters.ToLower(symbol);
            buffer[length++] = lower == 'ё' ? 'е' : lower;
        }
    }

    /// <summary>й may come as и and a mark; ё loses its mark, and so does whatever bears a stress.</summary>
    private readonly bool TryMark(char symbol)
    {
        if (symbol is < '\u0300' or > '\u036F')
        {
            return false;
        }

        if (symbol == '\u0306' && length > 0 && buffer[length - 1] == 'и')
        {
            buffer[length - 1] = 'й';
        }

        return true;
    }
}
