using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Feeds.Selecting;

/// <summary>The territories and centers that a filter names, found in the database.</summary>
/// <param name="Territories">Territories; empty for everywhere.</param>
/// <param name="Centers">Centers; empty for all.</param>
internal sealed record FeedScope(IReadOnlyList<NamedEntry> Territories, IReadOnlyList<NamedEntry> Centers)
{
    /// <summary>Everything.</summary>
    public static readonly FeedScope Everything = new([], []);

    /// <summary>Finds them, by a statement or two for each kind that is named.</summary>
    public static async Task<FeedScope> FindAsync(DirectoryDb db, FeedFilter filter, List<WrongParameter> wrong, CancellationToken cancellationToken) =>
        new(await TerritoriesAsync(db, filter.Territories, wrong, cancellationToken), await CentersAsync(db, filter.Centers, wrong, cancellationToken));

    private static async Task<IReadOnlyList<NamedEntry>> TerritoriesAsync(DirectoryDb db, IReadOnlyList<string> keys, List<WrongParameter> wrong, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        // People copy codes in any case; ОКТМО may have lost its leading zero.
        var spelled = keys.SelectMany(key => (string[])[key, key.ToUpperInvariant(), key.ToLowerInvariant()]).Distinct().ToArray();
        var numbers = keys.Select(key => Oktmo.TryParse(key, out var oktmo) ? oktmo : null).OfType<Oktmo>().ToArray();
        var found = await db.Territories.AsNoTracking()
            .Where(territory => Enumerable.Contains(spelled, territory.Code!) || Enumerable.Contains(spelled, territory.Iso!)
                || Enumerable.Contains(spelled, territory.Slug) || Enumerable.Contains(numbers, territory.Oktmo!))
            .OrderBy(territory => territory.Id)
            .Select(territory => new { territory.Id, territory.Code, territory.Iso, territory.Slug, territory.Oktmo, territory.Name, territory.NameEn })
            .ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            var isKnown = found.Exists(territory => Same(territory.Code, key) || Same(territory.Iso, key) || Same(territory.Slug, key)
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

        // A link outlives a center that was joined into another: it goes on with that one.
        var joined = await db.Tombstones.AsNoTracking()
            .Where(stone => stone.EntryType == EntryType.Center && stone.ReplacedById != null && Enumerable.Contains(slugs, stone.Slug))
            .Select(stone => new { stone.Slug, Id = stone.ReplacedById!.Value }).ToListAsync(cancellationToken);
        var ids = joined.Select(stone => stone.Id).ToArray();
        var found = await db.Centers.AsNoTracking().Where(center => Enumerable.Contains(slugs, center.Slug) || Enumerable.Contains(ids, center.Id)).OrderBy(center => center.Id)
            .Select(center => new { center.Id, center.Slug, center.DisplayName, center.NameEn }).ToListAsync(cancellationToken);
        var known = found.Select(center => center.Slug).Concat(joined.Where(stone => found.Exists(center => center.Id == stone.Id)).Select(stone => stone.Slug)).ToHashSet();
        wrong.AddRange(slugs.Where(slug => !known.Contains(slug)).Select(slug => new WrongParameter("center", new(
            $"Центра «{slug}» в справочнике нет. Нужен его slug, последняя часть адреса его страницы.",
            $"The directory has no center '{slug}'. Give its slug, the last part of the address of its page."), [])));
        return [.. found.Select(center => new NamedEntry(center.Id, center.DisplayName, center.NameEn))];
    }
}

/// <summary>An entry that a filter names.</summary>
internal sealed record NamedEntry(long Id, string Name, string? NameEn)
{
    /// <summary>Its name in a language.</summary>
    public string In(Locale locale) => locale == Locale.En && NameEn is { } english ? english : Name;
}
