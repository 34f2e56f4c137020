namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>A key of a record, as it lies on a page; among recent ones also what has become of one that lies below.</summary>
/// <param name="Key">The key.</param>
/// <param name="RecordId">Whose it is.</param>
/// <param name="SourceId">The record's source; negative if it is retired.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyEntry(long Key, long RecordId, int SourceId, int Mark) : IComparable<KeyEntry>
{
    private const int Gone = 0;
    private const int Retiring = int.MinValue;

    /// <summary>Whether the record is there no more.</summary>
    public bool IsRetired => SourceId < 0;

    /// <summary>A key that is taken away.</summary>
    public static KeyEntry Without(long key, long recordId) => new(key, recordId, Gone, 0);

    /// <summary>A key that stays as that of a retired record, with what lies below.</summary>
    public static KeyEntry Retire(long key, long recordId) => new(key, recordId, Retiring, 0);

    /// <summary>Entries of a page lie in this order.</summary>
    public int CompareTo(KeyEntry other) => Key != other.Key ? Key.CompareTo(other.Key) : RecordId.CompareTo(other.RecordId);

    /// <summary>What there is of a key when this is what has become of it.</summary>
    /// <param name="below">The entry that was there.</param>
    public KeyEntry? Over(KeyEntry? below) => SourceId switch
    {
        Gone => null,
        Retiring => below is { } known ? known with { SourceId = -Math.Abs(known.SourceId) } : null,
        _ => this,
    };

    /// <summary>What has become of a key when this has come after something else.</summary>
    /// <param name="earlier">What had become of it before.</param>
    public KeyEntry After(KeyEntry? earlier) => (SourceId, earlier) switch
    {
        (Retiring, { SourceId: Gone or Retiring } same) => same,
        (Retiring, { } known) => known with { SourceId = -Math.Abs(known.SourceId) },
        _ => this,
    };
}

/// <summary>What becomes of a key that was there.</summary>
/// <param name="Key">The key.</param>
/// <param name="RecordId">Whose it is.</param>
/// <param name="IsKept">Whether it stays as that of a retired record; else it goes.</param>
/// <param name="Mark">With what it stands there; null if it may stand there otherwise than a live one.</param>
internal readonly record struct KeyRemoval(long Key, long RecordId, bool IsKept, int? Mark) : IComparable<KeyRemoval>
{
    public int CompareTo(KeyRemoval other) => CompareTo(other.Key, other.RecordId);

    public int CompareTo(long key, long recordId) => Key != key ? Key.CompareTo(key) : RecordId.CompareTo(recordId);
}
