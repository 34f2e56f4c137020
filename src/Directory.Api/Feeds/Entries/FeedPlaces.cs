using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Entries;

/// <summary>Territories that entries of one answer lie in, each read once.</summary>
internal sealed class FeedPlaces(DirectoryDb db)
{
    /// <summary>More are not remembered: a country has some ten thousand, and a feed is written in flat memory.</summary>
    private const int Most = 5_000;

    private readonly Dictionary<long, FeedPlace> known = [];

    /// <summary>The territory of an id that was read; null for null.</summary>
    public FeedPlace? this[long? id] => id is { } key ? known.GetValueOrDefault(key) : null;

    /// <summary>Reads those that are not known yet, by one statement.</summary>
    public async Task ReadAsync(IEnumerable<long?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<long>().Distinct().ToList();
        if (known.Count + wanted.Count > Most)
        {
            known.Clear();
        }

        var missing = wanted.Where(id => !known.ContainsKey(id)).ToArray();
        if (missing.Length == 0)
        {
            return;
        }

        // The nearest one above with a zone is the one that most others contain.
        var places = await db.Territories.AsNoTracking().Where(territory => Enumerable.Contains(missing, territory.Id))
            .Select(territory => new FeedPlace(
                territory.Id, territory.Slug, territory.Name, territory.NameEn,
                territory.TimeZone ?? territory.Above.Where(pair => pair.Ancestor.TimeZone != null)
                    .OrderByDescending(pair => pair.Ancestor.Above.Count).Select(pair => pair.Ancestor.TimeZone).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        foreach (var place in places)
        {
            known[place.Id] = place;
        }
    }
}
