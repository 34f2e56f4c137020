namespace CenterDirectory.Data.Bulk;

/// <summary>
/// A query that runs many times. Its columns are read as the bytes and numbers that they are, in one form whatever the database: days and instants
/// as text, lists as JSON.
/// </summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>Starts anew with other numbers for its parameters @a, @b ….</summary>
    public abstract void Start(params ReadOnlySpan<long> numbers);

    /// <summary>Sets a text, if the query has the parameter; only before its first row is read.</summary>
    public abstract void Set(string name, string value);

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract bool Read();

    /// <summary>Lets go of the row that was read last: while it is held, nothing of its table can be dropped.</summary>
    public abstract void End();

    /// <summary>Whether a column is NULL.</summary>
    public abstract bool IsNull(int column);

    /// <summary>A whole number.</summary>
    public abstract long Number(int column);

    /// <summary>A number with a fraction.</summary>
    public abstract double Real(int column);

    /// <summary>A text in UTF-8, until the next row is read; empty for NULL.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>A text.</summary>
    public abstract string Text(int column);

    /// <inheritdoc />
    public abstract void Dispose();
}
