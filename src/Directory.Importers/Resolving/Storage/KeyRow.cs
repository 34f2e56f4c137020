namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>A key of a record of this run; a value, for a large load has a million of them.</summary>
/// <param name="Key">The key.</param>
/// <param name="Record">Place of the record among those of the run.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyRow(long Key, int Record, int Mark) : IComparable<KeyRow>
{
    public int CompareTo(KeyRow other) => Key != other.Key ? Key.CompareTo(other.Key) : Record.CompareTo(other.Record);
}

/// <summary>A record that others may be joined with.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="SourceId">Its source; negative if it is retired.</param>
/// <param name="Mark">Hash of its name beside a number.</param>
internal readonly record struct KeyMember(long RecordId, long SourceId, int Mark);
