using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>
/// Which entity a reference means: a territory by any of its keys, everything else by external id of the same source or
/// <c>other-source:external-id</c>. All records of the run have their entities by now, so the order of files does not matter.
/// </summary>
internal sealed class ReferenceResolver
{
    /// <summary>Many rows refer to few targets; beyond this the cache starts anew.</summary>
    private const int CacheSize = 20_000;

    // Only what the other source says today counts, not what it once said: the same sources give the same links, whatever came before.
    private const string Sql =
        """
        SELECT "EntityId" FROM "SourceRecords" WHERE "SourceId" = @source AND "Kind" = @kind AND "ExternalId" = @id AND "RetiredAt" IS NULL
        """;

    private readonly RowStatement find;
    private readonly IReadOnlyDictionary<string, long> sources;
    private readonly Dictionary<(long Source, string Kind, string Key), long?> known = [];

    private ReferenceResolver(ImportSession session, IReadOnlyDictionary<string, long> sources, TerritoryIndex territories)
    {
        this.sources = sources;
        Territories = territories;
        find = session.Prepare(Sql, "@source", "@kind", "@id");
    }

    public TerritoryIndex Territories { get; private set; }

    public static async Task<ReferenceResolver> OpenAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var sources = await session.QueryAsync(
            """SELECT "Key", "Id" FROM "Sources" """, reader => (Key: reader.GetString(0), Id: reader.GetInt64(1)), cancellationToken);
        var territories = await TerritoryIndex.LoadAsync(session, new HashSet<long>(), cancellationToken);
        return new ReferenceResolver(session, sources.ToDictionary(source => source.Key, source => source.Id, StringComparer.Ordinal), territories);
    }

    /// <summary>Goes on with the territories as they are now.</summary>
    public void Use(TerritoryIndex territories) => Territories = territories;

    public long? Resolve(string targetKind, string key, long sourceId)
    {
        if (targetKind == ReferenceKeys.Territory)
        {
            return Territories.Find(key);
        }

        var ask = (sourceId, targetKind, key);
        if (!known.TryGetValue(ask, out var id))
        {
            if (known.Count >= CacheSize)
            {
                known.Clear();
            }

            id = Find(targetKind, key, sourceId) ?? FindElsewhere(targetKind, key);
            known.Add(ask, id);
        }

        return id;
    }

    private long? FindElsewhere(string targetKind, string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && sources.TryGetValue(key[..colon], out var source)
            ? Find(targetKind, key[(colon + 1)..], source)
            : null;

    private long? Find(string targetKind, string key, long sourceId) => (long?)find.Scalar([sourceId, targetKind, key]);
}
