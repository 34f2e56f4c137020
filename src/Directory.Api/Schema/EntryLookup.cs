using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema;

/// <summary>
/// Finds one entry by what clients know it by; the id and the slug of an entry that was joined into another find that one. All queries are
/// ordered: EF warns of a limit without an order, even where one row is the most.
/// </summary>
internal static class EntryLookup
{
    /// <summary>The entry of a global id or of a slug.</summary>
    /// <exception cref="GraphQLException">Neither or both are given.</exception>
    public static IQueryable<T> Find<T>(DirectoryDb db, IQueryable<T> entries, string? id, string? slug)
        where T : DirectoryEntry
    {
        if (id is null == slug is null)
        {
            throw new GraphQLException("Say which one with either `id` or `slug`, and not both.");
        }

        if (slug is not null)
        {
            return entries.Called(db, slug).OrderBy(entry => entry.Id);
        }

        var joined = db.Tombstones.Where(stone => stone.ReplacedById != null);
        var type = Enum.Parse<EntryType>(typeof(T).Name);

        // An id of another type, or none at all, is the id of no such entry.
        var key = GlobalId.TryDecode(id!, out var named, out var decoded) && named == typeof(T).Name ? decoded : -1;
        return entries
            .Where(entry => entry.Id == (joined.Where(stone => stone.EntryType == type && stone.EntityId == key).OrderBy(stone => stone.EntityId).Select(stone => stone.ReplacedById).FirstOrDefault() ?? key))
            .OrderBy(entry => entry.Id);
    }

    /// <summary>For those of the keys that entries had before they were joined: the keys of the entries they were joined into.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> ReplacedAsync(DbContext db, string type, long[] keys, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<EntryType>(type, out var entryType))
        {
            return new Dictionary<long, long>();
        }

        var stones = await ((DirectoryDb)db).Tombstones
            .Where(stone => stone.EntryType == entryType && stone.ReplacedById != null && Enumerable.Contains(keys, stone.EntityId))
            .ToListAsync(cancellationToken);
        return stones.ToDictionary(stone => stone.EntityId, stone => stone.ReplacedById!.Value);
    }
}
