namespace CenterDirectory.GraphQL.Data;

/// <summary>Where a page stands.</summary>
/// <param name="hasNextPage">Whether more follows.</param>
/// <param name="hasPreviousPage">Whether something comes before.</param>
/// <param name="start">Makes the cursor of the first item.</param>
/// <param name="end">Makes the cursor of the last item.</param>
public sealed class PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string?> start, Func<string?> end)
{
    /// <summary>Whether more follows.</summary>
    public bool HasNextPage => hasNextPage;

    /// <summary>Whether something comes before.</summary>
    public bool HasPreviousPage => hasPreviousPage;

    /// <summary>Cursor of the first item; null on an empty page.</summary>
    public string? StartCursor => start();

    /// <summary>Cursor of the last item; null on an empty page.</summary>
    public string? EndCursor => end();
}
