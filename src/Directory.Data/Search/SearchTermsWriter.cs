using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Writes into the index of stems and the table of its entries; each database has its own index.</summary>
internal abstract class SearchTermsWriter : IDisposable
{
    /// <summary>A writer for the database of a connection, its transaction open.</summary>
    public static SearchTermsWriter Open(BulkConnection connection) => connection switch
    {
        SqliteBulkConnection sqlite => new SqliteSearchTerms(sqlite.Connection),
        PostgresBulkConnection postgres => new PostgresSearchTerms(postgres),
        _ => throw new NotSupportedException($"There is no index of search for {connection.GetType().Name}."),
    };

    /// <summary>Empties the index.</summary>
    public abstract void Clear();

    /// <summary>Makes ready for a large load.</summary>
    public abstract void BeginLoad();

    /// <summary>Ends a large load.</summary>
    public abstract void EndLoad();

    /// <summary>Whether the index has any entry of a type.</summary>
    public abstract bool HasAny(SearchType type);

    /// <summary>Says of which entries it is asked next where they stand.</summary>
    public abstract void Expect(long firstKey, long lastKey);

    /// <summary>Where an entry stands; null if it is not in the index.</summary>
    public abstract long? PositionOf(long key);

    /// <summary>Adds the stems of an entry.</summary>
    public abstract void Insert(in SearchDocument document, StemWriter stems);

    /// <summary>Removes the stems of an entry.</summary>
    public abstract void Delete(long position);

    /// <summary>Notes where an entry stands now.</summary>
    public abstract void Put(in SearchDocument document);

    /// <summary>Forgets an entry.</summary>
    public abstract void Drop(long key);

    /// <summary>All of it is in the database when this ends.</summary>
    public abstract void Complete();

    /// <inheritdoc />
    public abstract void Dispose();
}
