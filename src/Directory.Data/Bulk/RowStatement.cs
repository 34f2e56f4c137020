namespace CenterDirectory.Data.Bulk;

/// <summary>A statement that is prepared once and runs for each of many rows.</summary>
internal abstract class RowStatement : IDisposable
{
    /// <summary>Runs the statement, at the latest before anything is read over its connection.</summary>
    public abstract void Execute(params ReadOnlySpan<object?> values);

    /// <summary>Runs a query for one text or whole number; null if it finds nothing, or NULL.</summary>
    public abstract object? Scalar(params ReadOnlySpan<object?> values);

    /// <inheritdoc />
    public abstract void Dispose();
}
