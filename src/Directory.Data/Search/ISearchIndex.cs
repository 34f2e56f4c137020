using System.Data.Common;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Full-text search of the directory; each database has its own.</summary>
public interface ISearchIndex
{
    /// <summary>A page of results, best first.</summary>
    /// <exception cref="NotSupportedException">This database has no index.</exception>
    Task<SearchResults> FindAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Number of all results.</summary>
    Task<int> CountAsync(SearchMatch match, CancellationToken cancellationToken);

    /// <summary>Number of results by type, largest first.</summary>
    Task<IReadOnlyList<SearchCount<SearchType>>> CountByTypeAsync(SearchMatch match, CancellationToken cancellationToken);

    /// <summary>Number of results by region, its id as key, largest first.</summary>
    Task<IReadOnlyList<SearchCount<long>>> CountByRegionAsync(SearchMatch match, int first, CancellationToken cancellationToken);

    /// <summary>Number of results by kind of support, largest first.</summary>
    Task<IReadOnlyList<SearchCount<SupportKind>>> CountBySupportKindAsync(SearchMatch match, CancellationToken cancellationToken);

    /// <summary>Display names of results, in their order; null for one that has gone meanwhile.</summary>
    Task<IReadOnlyList<string?>> NamesAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken);

    /// <summary>Fragments of results with the words found, in the order of the results.</summary>
    Task<IReadOnlyList<IReadOnlyList<SearchFragment>>> FragmentsAsync(
        SearchMatch match, IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken);
}

/// <summary>Runs statements that only read; whoever serves many questions prepares each of them once.</summary>
public interface ISearchReader
{
    /// <summary>Reads all rows of a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Names and values of its parameters, the same names for the same statement.</param>
    /// <param name="read">Reads the row that the reader is on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<List<TRow>> ReadAsync<TRow>(
        string sql, IReadOnlyList<KeyValuePair<string, object?>> parameters, Func<DbDataReader, TRow> read, CancellationToken cancellationToken);
}

/// <summary>What is asked.</summary>
/// <param name="Text">Words as people type them.</param>
/// <param name="Types">Only these types.</param>
/// <param name="Territory">Only there and below, by code, ISO code, ОКТМО or slug; null for everywhere.</param>
/// <param name="SupportKinds">Only entries with one of these kinds; null for all.</param>
/// <param name="First">How many results at most.</param>
/// <param name="After">Only what lies behind this result; null from the start.</param>
/// <param name="NamesOnly">Whether only names count, for completions.</param>
public sealed record SearchRequest(
    string Text, IReadOnlyCollection<SearchType> Types, string? Territory, IReadOnlyCollection<SupportKind>? SupportKinds, int First, SearchHit? After,
    bool NamesOnly = false);

/// <summary>A result: which entry, and how well it fits.</summary>
/// <param name="Position">Its place in the index.</param>
/// <param name="Tier">0 if its names have all words, 1 if it takes places, 2 if it takes texts.</param>
public readonly record struct SearchHit(long Position, int Tier)
{
    /// <summary>Type of the entry.</summary>
    public SearchType Type => SearchPosition.TypeOf(Position);

    /// <summary>Its id.</summary>
    public long Id => SearchPosition.IdOf(Position);

    /// <summary>From 0 to 1, the higher the better.</summary>
    public double Score => Math.Round((3 - Tier - (SearchPosition.RankOf(Position) / (SearchPosition.MaximumRank + 1.0))) / 3, 4);
}

/// <summary>A page of results.</summary>
/// <param name="Hits">The results, best first.</param>
/// <param name="HasMore">Whether more follow.</param>
/// <param name="Total">Number of all results, if it is known already.</param>
/// <param name="Match">What they match, for counts.</param>
public sealed record SearchResults(IReadOnlyList<SearchHit> Hits, bool HasMore, int? Total, SearchMatch Match);

/// <summary>What results match: the words as they were understood, and the filters.</summary>
public sealed record SearchMatch
{
    internal SearchMatch(SearchQuery query, SearchRequest request) => (Query, Request) = (query, request);

    internal SearchQuery Query { get; }

    internal SearchRequest Request { get; }
}

/// <summary>Number of results with a property.</summary>
/// <param name="Key">The property.</param>
/// <param name="Count">How many.</param>
public readonly record struct SearchCount<TKey>(TKey Key, int Count);

/// <summary>A fragment of a field with words found in it.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Text">Text of the fragment.</param>
/// <param name="Ranges">Where the words stand in it, in UTF-16 units.</param>
public sealed record SearchFragment(string Field, string Text, IReadOnlyList<SearchRange> Ranges);

/// <summary>A part of a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public sealed record SearchRange(int Start, int Length);
