using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>The territories, centers and events that a filter names, found in the database.</summary>
/// <param name="Territories">Territories; empty for everywhere.</param>
/// <param name="Centers">Centers; empty for all.</param>
/// <param name="Events">Ids of single events; null for all, empty if those that were named have gone.</param>
internal sealed record FeedScope(IReadOnlyList<NamedEntry> Territories, IReadOnlyList<NamedEntry> Centers, IReadOnlyList<long>? Events = null)
{
    /// <summary>Everything.</summary>
    public static readonly FeedScope Everything = new([], []);

    /// <summary>Ids of the only events that can fit, where these are few; null if they are many or nobody has looked.</summary>
    public IReadOnlyList<long>? Few { get; init; }

    /// <summary>Finds them, by a statement or two for each kind that is named.</summary>
    public static async Task<FeedScope> FindAsync(DirectoryDb db, FeedFilter filter, List<WrongParameter> wrong, CancellationToken cancellationToken) =>
        new(
            await TerritoriesAsync(db, filter.Territories, wrong, cancellationToken), await CentersAsync(db, filter.Centers, wrong, cancellationToken),
            await EventsAsync(db, filter.Events, wrong, cancellationToken));

    private static async Task<IReadOnlyList<NamedEntry>> TerritoriesAsync(DirectoryDb db, IReadOnlyList<string> keys, List<WrongParameter> wrong, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        // People copy codes in any case; ОКТМО may have lost its leading zero. Nobody takes a code for a slug of earlier days.
        var earlier = await EntrySlugs.IdsAsync<Territory>(db, keys, cancellationToken);
        var ids = earlier.Values.ToArray();
        var spelled = keys.SelectMany(key => (string[])[key, key.ToUpperInvariant(), key.ToLowerInvariant()]).Distinct().ToArray();
        var numbers = keys.Select(key => Oktmo.TryParse(key, out var oktmo) ? oktmo : null).OfType<Oktmo>().ToArray();
        var found = await db.Territories.AsNoTracking()
            .Where(territory => Enumerable.Contains(spelled, territory.Code!) || Enumerable.Contains(spelled, territory.Iso!)
                || Enumerable.Contains(spelled, territory.Slug) || Enumerable.Contains(ids, territory.Id) || Enumerable.Contains(numbers, territory.Oktmo!))
            .OrderBy(territory => territory.Id)
            .Select(territory => new { territory.Id, territory.Code, territory.Iso, territory.Slug, territory.Oktmo, territory.Name, territory.NameEn })
            .ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            var isKnown = earlier.ContainsKey(key) || found.Exists(territory => Same(territory.Code, key) || Same(territory.Iso, key) || Same(territory.Slug, key)
                || (territory.Oktmo is { } number && Oktmo.TryParse(key, out var asked) && number == asked));
            if (!isKnown)
            {
                wrong.Add(new WrongParameter("territory", new(
                    $"Территории «{key}» в справочнике нет. Нужен код ФНС, ISO, ОКТМО или slug.", $"The directory has no territory '{key}'. Give a ФНС code, ISO, ОКТМО or slug."),
                    await CodesAsync(db, cancellationToken)));
            }
        }

        return [.. found.Select(territory => new NamedEntry(territory.Id, territory.Name, territory.NameEn))];
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Task<List<string>> CodesAsync(DirectoryDb db, CancellationToken cancellationToken) => db.Territories
        .Where(territory => territory.Code != null && territory.Kind == TerritoryKind.Region)
        .OrderBy(territory => territory.Code).ThenBy(territory => territory.Id).Select(territory => territory.Code!).Take(100).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<NamedEntry>> CentersAsync(DirectoryDb db, IReadOnlyList<string> slugs, List<WrongParameter> wrong, CancellationToken cancellationToken)
    {
        if (slugs.Count == 0)
        {
            return [];
        }

        // A link outlives the slug of its center, and a center that was joined into another.
        var ids = await EntrySlugs.IdsAsync<Center>(db, slugs, cancellationToken);
        var wanted = ids.Values.ToArray();
        var found = await db.Centers.AsNoTracking().Where(center => Enumerable.Contains(wanted, center.Id)).OrderBy(center => center.Id)
            .Select(center => new { center.Id, center.DisplayName, center.NameEn }).ToListAsync(cancellationToken);
        wrong.AddRange(slugs.Where(slug => !ids.ContainsKey(slug)).Select(slug => new WrongParameter("center", new(
            $"Центра «{slug}» в справочнике нет. Нужен его slug, последняя часть адреса его страницы.",
            $"The directory has no center '{slug}'. Give its slug, the last part of the address of its page."), [])));
        return [.. found.Select(center => new NamedEntry(center.Id, center.DisplayName, center.NameEn))];
    }

    /// <summary>An event that has gone leaves an empty calendar behind, so it goes from the calendars of its readers too; one that never was is a mistake.</summary>
    private static async Task<IReadOnlyList<long>?> EventsAsync(DirectoryDb db, IReadOnlyList<string> slugs, List<WrongParameter> wrong, CancellationToken cancellationToken)
    {
        if (slugs.Count == 0)
        {
            return null;
        }

        var ids = await EntrySlugs.IdsAsync<Event>(db, slugs, cancellationToken);
        var missing = slugs.Where(slug => !ids.ContainsKey(slug)).ToArray();
        var gone = missing.Length == 0 ? [] : await db.Tombstones
            .Where(stone => stone.EntryType == EntryType.Event && Enumerable.Contains(missing, stone.Slug)).Select(stone => stone.Slug).ToListAsync(cancellationToken);
        wrong.AddRange(missing.Except(gone, StringComparer.Ordinal).Select(slug => new WrongParameter("event", new(
            $"События «{slug}» в справочнике нет и не было. Нужен его slug, последняя часть адреса его страницы.",
            $"The directory has no event '{slug}', nor had it. Give its slug, the last part of the address of its page."), [])));
        return [.. ids.Values];
    }
}

/// <summary>An entry that a filter names.</summary>
internal sealed record NamedEntry(long Id, string Name, string? NameEn)
{
    /// <summary>Its name in a language.</summary>
    public string In(Locale locale) => locale == Locale.En && NameEn is { } english ? english : Name;
}
