namespace CenterDirectory.Data.Bulk;

/// <summary>What becomes of a row whose key is taken.</summary>
internal enum TakenKey
{
    /// <summary>It is left out. By a row of the same writer, that is: the table was empty.</summary>
    Skip,

    /// <summary>It takes the place of the row that is there.</summary>
    Replace,
}

/// <summary>Writes many rows of one shape into one table, past the change tracker, which would take four times as long.</summary>
internal abstract class BulkWriter : IDisposable
{
    /// <summary>Adds one row, null standing for NULL; false if its key is taken and conflicts are skipped.</summary>
    public abstract bool Write(params ReadOnlySpan<object?> row);

    /// <inheritdoc />
    public abstract void Dispose();
}
