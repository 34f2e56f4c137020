using System.Text.Json;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data.Search;

/// <summary>Which entries of the index a revision touches.</summary>
internal sealed class SearchTouches(BulkConnection connection)
{
    private static readonly Dictionary<SearchType, HashSet<string>> Fields = SearchedType.All.ToDictionary(type => type.Type, FieldsOf);

    private readonly Dictionary<SearchType, List<long>> touched = [];
    private readonly List<long> territories = [];

    /// <summary>Ids by type, ascending.</summary>
    public Dictionary<SearchType, List<long>> Of(long revision, string today)
    {
        AddChanges(revision);
        AddPlaced();
        AddExpired(today);
        foreach (var (type, ids) in touched)
        {
            ids.Sort();
            touched[type] = [.. ids.Distinct()];
        }

        return touched;
    }

    private static HashSet<string> FieldsOf(SearchedType type)
    {
        string?[] properties =
            [.. type.Names, .. type.Texts, .. type.Numbers, .. type.PlaceTexts, .. type.Also, type.Place, type.SupportKinds];
        return [.. properties.OfType<string>().Select(SearchField.NameOf).Append(type.Places?.Field ?? "")];
    }

    private void AddChanges(long revision)
    {
        // By their ids, which begin with the revision: other indexes may be away while a large load is written.
        using var changes = connection.Rows("""SELECT "Type", "EntityId", "Kind", "Fields" FROM "Changes" WHERE "Id" >= @a AND "Id" < @b""");
        changes.Start(Change.IdOf((int)revision, 0), Change.IdOf((int)revision + 1, 0));
        while (changes.Read())
        {
            if (!Enum.TryParse<SearchType>(changes.Text(0), out var type) || !Fields.TryGetValue(type, out var fields))
            {
                continue;
            }

            var isUpdate = changes.Bytes(2).SequenceEqual("Updated"u8);
            if (isUpdate && !JsonSerializer.Deserialize<List<string>>(changes.Bytes(3))!.Exists(fields.Contains))
            {
                continue;
            }

            Add(type, changes.Number(1));
            if (isUpdate && type == SearchType.Territory)
            {
                territories.Add(changes.Number(1));
            }
        }
    }

    /// <summary>A territory that is called otherwise, or lies elsewhere, changes the places of all entries in it.</summary>
    private void AddPlaced()
    {
        if (territories.Count == 0)
        {
            return;
        }

        using var placed = connection.Rows(
            $"""
            SELECT "Key" FROM "SearchEntries" WHERE "TerritoryId" IN (
                SELECT "DescendantId" FROM "TerritoryClosures" WHERE "AncestorId" IN {connection.Dialect.Numbers("@ids")})
            """);
        placed.Set("@ids", JsonSerializer.Serialize(territories));
        AddKeys(placed);
        foreach (var type in SearchedType.All.Where(type => type.Places is not null))
        {
            var links = type.Places!;
            using var linked = connection.Rows(
                $"""
                SELECT {(long)type.Type << SearchPosition.TypeShift} | "{links.Owner}" FROM "{links.Table}" WHERE "{links.Target}" IN (
                    SELECT "DescendantId" FROM "TerritoryClosures" WHERE "AncestorId" IN {connection.Dialect.Numbers("@ids")})
                """);
            linked.Set("@ids", JsonSerializer.Serialize(territories));
            AddKeys(linked);
        }
    }

    /// <summary>Events that were upcoming when they were indexed, and are over.</summary>
    private void AddExpired(string today)
    {
        using var expired = connection.Rows("""SELECT "Key" FROM "SearchEntries" WHERE "Until" IS NOT NULL AND "Until" < @today""");
        expired.Set("@today", today);
        AddKeys(expired);
    }

    private void AddKeys(RowReader keys)
    {
        while (keys.Read())
        {
            Add(SearchPosition.TypeOf(keys.Number(0)), SearchPosition.IdOf(keys.Number(0)));
        }
    }

    private void Add(SearchType type, long id)
    {
        if (!touched.TryGetValue(type, out var ids))
        {
            touched.Add(type, ids = []);
        }

        ids.Add(id);
    }
}
