using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data;

/// <summary>Finds entries by their slugs, those that they had before included.</summary>
internal static class EntrySlugs
{
    /// <summary>The one entry of a slug. An earlier slug leads nowhere else: whoever takes a slug takes it out of the earlier ones.</summary>
    /// <param name="entries">Where to look.</param>
    /// <param name="db">The directory.</param>
    /// <param name="slug">The slug.</param>
    public static IQueryable<T> Called<T>(this IQueryable<T> entries, DirectoryDb db, string slug)
        where T : DirectoryEntry
    {
        var type = Enum.Parse<EntryType>(typeof(T).Name);
        return entries.Where(entry => entry.Slug == slug
            || entry.Id == db.EarlierSlugs.Where(earlier => earlier.EntryType == type && earlier.Slug == slug).Select(earlier => (long?)earlier.EntityId).FirstOrDefault());
    }
}
