namespace CenterDirectory.Data.Search;

/// <summary>What is read of an entry; its texts and the words of its places lie in the chunk.</summary>
/// <param name="Key">Type and id.</param>
/// <param name="Rank">The smaller, the better.</param>
/// <param name="Order">Decides between entries of one rank.</param>
/// <param name="TerritoryId">Where it is.</param>
/// <param name="SupportKinds">Kinds of support as bits.</param>
/// <param name="Until">Last day on which the rank holds.</param>
/// <param name="Places">How many places it has.</param>
internal readonly record struct SearchRow(long Key, long Rank, long Order, long? TerritoryId, long SupportKinds, string? Until, int Places);

/// <summary>
/// Some thousands of entries on their way into the index: read by the thread that has the connection, made into stems by another one while the chunk
/// before it is written.
/// </summary>
internal sealed class SearchChunk
{
    /// <summary>Entries with which it is full; a few thousand make the pieces of the index large enough.</summary>
    public const int MostEntries = 4_096;

    private const int MostBytes = 8 << 20;

    private readonly List<int> lengths = [];
    private readonly List<byte[]> places = [];
    private byte[] buffer = new byte[1 << 16];
    private int length;
    private int nextText;
    private int nextLength;
    private int nextPlace;

    /// <summary>Takes the stems.</summary>
    public StemWriter Stems { get; } = new();

    public List<SearchRow> Rows { get; } = [];

    /// <summary>What became of the rows.</summary>
    public List<SearchDocument> Documents { get; } = [];

    /// <summary>The same in the order of their positions, in which the index takes them best.</summary>
    public IEnumerable<SearchDocument> ByPosition()
    {
        var (positions, places) = (new long[Documents.Count], new int[Documents.Count]);
        for (var at = 0; at < Documents.Count; at++)
        {
            (positions[at], places[at]) = (Documents[at].Position, at);
        }

        // Numbers: the documents themselves are large, and would be moved about.
        Array.Sort(positions, places);
        return places.Select(at => Documents[at]);
    }

    /// <summary>Positions that are to be taken out.</summary>
    public List<long> Stale { get; } = [];

    /// <summary>Whether it has enough.</summary>
    public bool IsFull => Rows.Count + Stale.Count >= MostEntries || length >= MostBytes;

    /// <summary>Adds a text of the row that is being read.</summary>
    public void AddText(ReadOnlySpan<byte> utf8)
    {
        if (buffer.Length - length < utf8.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + utf8.Length));
        }

        utf8.CopyTo(buffer.AsSpan(length));
        length += utf8.Length;
        lengths.Add(utf8.Length);
    }

    /// <summary>Adds the words of a place of the row that is being read.</summary>
    public void AddPlace(byte[] words) => places.Add(words);

    /// <summary>The next text, in the order in which they were added.</summary>
    public ReadOnlySpan<byte> NextText()
    {
        var text = buffer.AsSpan(nextText, lengths[nextLength++]);
        nextText += text.Length;
        return text;
    }

    /// <summary>The words of the next place.</summary>
    public byte[] NextPlace() => places[nextPlace++];

    public void Clear()
    {
        Rows.Clear();
        Documents.Clear();
        Stale.Clear();
        lengths.Clear();
        places.Clear();
        Stems.CutBackTo(0);
        (length, nextText, nextLength, nextPlace) = (0, 0, 0, 0);
    }
}
