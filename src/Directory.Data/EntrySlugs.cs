using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Data;

/// <summary>Finds entries by their slugs, those that they had before included.</summary>
internal static class EntrySlugs
{
    /// <summary>
    /// The one entry of a slug: who has it, else who had it, else the entry into which one that had it was joined. Whoever takes a slug takes it out of
    /// the earlier ones.
    /// </summary>
    /// <param name="entries">Where to look.</param>
    /// <param name="db">The directory.</param>
    /// <param name="slug">The slug.</param>
    public static IQueryable<T> Called<T>(this IQueryable<T> entries, DirectoryDb db, string slug)
        where T : DirectoryEntry
    {
        var type = Enum.Parse<EntryType>(typeof(T).Name);
        return entries.Where(entry => entry.Id == (
            db.Set<T>().Where(own => own.Slug == slug).OrderBy(own => own.Id).Select(own => (long?)own.Id).FirstOrDefault()
            ?? db.EarlierSlugs.Where(earlier => earlier.EntryType == type && earlier.Slug == slug).OrderBy(earlier => earlier.EntityId)
                .Select(earlier => (long?)earlier.EntityId).FirstOrDefault()
            ?? db.Tombstones.Where(stone => stone.EntryType == type && stone.Slug == slug && stone.ReplacedById != null).OrderBy(stone => stone.EntityId)
                .Select(stone => stone.ReplacedById).FirstOrDefault()));
    }
}
