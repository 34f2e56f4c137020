using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>The ids of the entries of some slugs, by the same rule and in one statement; a slug that nobody has or had is missing.</summary>
    /// <param name="db">The directory.</param>
    /// <param name="slugs">The slugs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyDictionary<string, long>> IdsAsync<T>(DirectoryDb db, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken)
        where T : DirectoryEntry
    {
        var type = Enum.Parse<EntryType>(typeof(T).Name);
        var asked = slugs.ToArray();
        var entries = db.Set<T>();
        var found = await entries.Where(own => Enumerable.Contains(asked, own.Slug)).Select(own => new { own.Slug, own.Id, Order = 0 })
            .Concat(db.EarlierSlugs.Where(earlier => earlier.EntryType == type && Enumerable.Contains(asked, earlier.Slug))
                .Select(earlier => new { earlier.Slug, Id = earlier.EntityId, Order = 1 }))
            .Concat(db.Tombstones.Where(stone => stone.EntryType == type && stone.ReplacedById != null && Enumerable.Contains(asked, stone.Slug))
                .Select(stone => new { stone.Slug, Id = stone.ReplacedById!.Value, Order = 2 }))
            .Where(named => entries.Any(entry => entry.Id == named.Id))
            .ToListAsync(cancellationToken);
        return found.GroupBy(named => named.Slug, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.OrderBy(named => named.Order).ThenBy(named => named.Id).First().Id, StringComparer.Ordinal);
    }
}
