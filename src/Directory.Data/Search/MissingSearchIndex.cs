using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Says that there is no index on this database.</summary>
internal sealed class MissingSearchIndex : ISearchIndex
{
    private static NotSupportedException Missing => new("Search needs a directory on SQLite; on PostgreSQL there is no index yet.");

    public Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellationToken) => throw Missing;

    public Task<int> CountAsync(SearchMatch match, CancellationToken cancellationToken) => throw Missing;

    public Task<IReadOnlyList<SearchCount<SearchType>>> CountByTypeAsync(SearchMatch match, CancellationToken cancellationToken) => throw Missing;

    public Task<IReadOnlyList<SearchCount<long>>> CountByRegionAsync(SearchMatch match, int first, CancellationToken cancellationToken) => throw Missing;

    public Task<IReadOnlyList<SearchCount<SupportKind>>> CountBySupportKindAsync(SearchMatch match, CancellationToken cancellationToken) => throw Missing;

    public Task<IReadOnlyList<string?>> NamesAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken) => throw Missing;

    public Task<IReadOnlyList<IReadOnlyList<SearchFragment>>> FragmentsAsync(
        SearchMatch match, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken) => throw Missing;
}
