using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
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
            return entries.Called(db, slug).OrderBy(entry => entry.Id);
        }

        // An id of another type, or none at all, is the id of no such entry.
        var key = GlobalId.TryDecode(id!, out var named, out var decoded) && named == typeof(T).Name ? decoded : -1;
        return entries.Where(entry => entry.Id == key).OrderBy(entry => entry.Id);
    }
}
