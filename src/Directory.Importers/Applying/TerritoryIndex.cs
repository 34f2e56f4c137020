using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Applying;

/// <summary>Finds a territory by its ФНС code, ISO code, ОКТМО, slug or name. A name that two territories share finds none of them.</summary>
internal sealed class TerritoryIndex
{
    private readonly Dictionary<long, Named> byId = [];
    private readonly Dictionary<string, long?> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long?> loose = new(StringComparer.Ordinal);

    private TerritoryIndex()
    {
    }

    public static async Task<TerritoryIndex> LoadAsync(ImportSession session, IReadOnlySet<long> without, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync(
            """SELECT "Id", "Name", "Code", "Iso", "Oktmo", "Slug" FROM "Territories" """,
            reader => (Id: reader.GetInt64(0), Name: reader.GetString(1), Codes: Enumerable.Range(2, 4)
                .Where(column => !reader.IsDBNull(column)).Select(reader.GetString).ToList()),
            cancellationToken);
        var index = new TerritoryIndex();
        foreach (var (id, name, codes) in rows.Where(row => !without.Contains(row.Id)))
        {
            index.Add(id, name, codes);
        }

        return index;
    }

    /// <summary>The territory that a text means; null if it means none or several.</summary>
    public long? Find(string text) =>
        exact.TryGetValue(TerritoryNames.Whole(text), out var id) ? id : loose.GetValueOrDefault(TerritoryNames.Key(text));

    public string? NameOf(long? id) => id is { } known && byId.TryGetValue(known, out var named) ? named.Name : null;

    /// <summary>The stored keys of references to territories that appeared, went, or are now called otherwise.</summary>
    public IEnumerable<string> KeysThatChangedSince(TerritoryIndex earlier) =>
        byId.Keys.Union(earlier.byId.Keys)
            .Where(id => !Equals(byId.GetValueOrDefault(id), earlier.byId.GetValueOrDefault(id)))
            .SelectMany(id => new[] { byId.GetValueOrDefault(id), earlier.byId.GetValueOrDefault(id) })
            .OfType<Named>()
            .SelectMany(named => named.Keys)
            .Distinct();

    private void Add(long id, string name, List<string> codes)
    {
        var keys = codes.Append(name).Select(TerritoryNames.Key).Distinct().ToList();
        byId.Add(id, new Named(name, string.Join('\n', codes), keys));
        foreach (var key in codes.Append(name).Select(TerritoryNames.Whole).Distinct())
        {
            Put(exact, key, id);
        }

        Put(loose, TerritoryNames.Key(name), id);
    }

    private static void Put(Dictionary<string, long?> index, string key, long id)
    {
        if (!index.TryAdd(key, id))
        {
            index[key] = null;
        }
    }

    private sealed record Named(string Name, string Codes, IReadOnlyList<string> Keys)
    {
        public bool Equals(Named? other) => other is not null && Name == other.Name && Codes == other.Codes;

        public override int GetHashCode() => HashCode.Combine(Name, Codes);
    }
}
