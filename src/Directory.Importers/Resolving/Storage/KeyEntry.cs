namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>A key of a record, as it lies on a page.</summary>
/// <param name="Key">The key.</param>
/// <param name="RecordId">Whose it is.</param>
/// <param name="SourceId">The record's source; negative if it is retired.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyEntry(long Key, long RecordId, int SourceId, int Mark)
{
    /// <summary>Whether the record is there no more.</summary>
    public bool IsRetired => SourceId < 0;

    /// <summary>Entries of a page lie in this order.</summary>
    public int CompareTo(long key, long recordId) => Key != key ? Key.CompareTo(key) : RecordId.CompareTo(recordId);
}

/// <summary>What becomes of a key that was there.</summary>
/// <param name="Key">The key.</param>
/// <param name="RecordId">Whose it is.</param>
/// <param name="IsKept">Whether it stays as that of a retired record; else it goes.</param>
internal readonly record struct KeyRemoval(long Key, long RecordId, bool IsKept) : IComparable<KeyRemoval>
{
    public int CompareTo(KeyRemoval other) => Key != other.Key ? Key.CompareTo(other.Key) : RecordId.CompareTo(other.RecordId);
}
