using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>Finds one entry by what clients know it by. All queries are ordered: EF warns of a limit without an order, even where one row is the most.</summary>
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
            // An earlier slug leads nowhere else: whoever takes a slug takes it out of there.
            var type = Enum.Parse<EntryType>(typeof(T).Name);
            return entries
                .Where(entry => entry.Slug == slug
                    || entry.Id == db.EarlierSlugs.Where(earlier => earlier.EntryType == type && earlier.Slug == slug).Select(earlier => (long?)earlier.EntityId).FirstOrDefault())
                .OrderBy(entry => entry.Id);
        }

        // An id of another type, or none at all, is the id of no such entry.
        var key = GlobalId.TryDecode(id!, out var named, out var decoded) && named == typeof(T).Name ? decoded : -1;
        return entries.Where(entry => entry.Id == key).OrderBy(entry => entry.Id);
    }
}
