using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>
/// Which entries sources mean by their keys, as they would be found now: a territory by a code, its slug or its exact name, all else by an external
/// id of the same source or of one that is named. Three queries for any number of statements.
/// </summary>
internal static class StatedReferences
{
    /// <summary>Entries by their kind, for their names.</summary>
    private static readonly Dictionary<string, Func<DirectoryDb, long[], IQueryable<NamedEntry>>> Named = new(StringComparer.Ordinal)
    {
        [nameof(Territory)] = Entries<Territory>, [nameof(Organization)] = Entries<Organization>, [nameof(Center)] = Entries<Center>,
        [nameof(Service)] = Entries<Service>, [nameof(Event)] = Entries<Event>, [nameof(NewsItem)] = Entries<NewsItem>, [nameof(Network)] = Entries<Network>,
        [nameof(Program)] = Entries<Program>, [nameof(Project)] = Entries<Project>, [nameof(Grant)] = Entries<Grant>, [nameof(Practice)] = Entries<Practice>,
        [nameof(Metric)] = Entries<Metric>, [nameof(Person)] = Entries<Person>, [nameof(ServiceStandard)] = Entries<ServiceStandard>,
    };

    /// <summary>Names of the entries that statements mean; those that mean none, or none that is known, are missing.</summary>
    public static async Task<Dictionary<StatedField, string>> NamesAsync(
        DirectoryDb db, IEnumerable<StatedField> statements, Locale locale, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, statements, cancellationToken);
        if (found.Count == 0)
        {
            return [];
        }

        var names = (await found.Values.GroupBy(entry => entry.Kind)
                .Select(kind => Named[kind.Key](db, [.. kind.Select(entry => entry.Id).Distinct()]))
                .Aggregate((all, kind) => all.Concat(kind))
                .ToListAsync(cancellationToken))
            .ToDictionary(entry => (entry.Kind, entry.Id), entry => locale == Locale.En ? entry.NameEn ?? entry.Name : entry.Name);
        // Two statements may be equal in every part and yet be two: of two entries in one place, say.
        IEqualityComparer<StatedField> same = ReferenceEqualityComparer.Instance;
        return found.Where(pair => names.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => names[pair.Value], same);
    }

    private static IQueryable<NamedEntry> Entries<T>(DirectoryDb db, long[] ids)
        where T : DirectoryEntry => db.Set<T>().Where(entry => Enumerable.Contains(ids, entry.Id))
            .Select(entry => new NamedEntry { Kind = typeof(T).Name, Id = entry.Id, Name = entry.DisplayName, NameEn = entry.NameEn });

    private static async Task<Dictionary<StatedField, (string Kind, long Id)>> FindAsync(
        DirectoryDb db, IEnumerable<StatedField> statements, CancellationToken cancellationToken)
    {
        var asked = statements.Where(statement => statement.Reference is not null).ToList();
        var places = await PlacesAsync(db, asked, cancellationToken);
        var others = await OthersAsync(db, asked, cancellationToken);
        var found = new Dictionary<StatedField, (string Kind, long Id)>(ReferenceEqualityComparer.Instance);
        foreach (var statement in asked)
        {
            var (kind, key) = statement.Reference!.Value;
            var id = kind == nameof(Territory)
                ? places.TryGetValue(key, out var place) || places.TryGetValue(SearchText.Fold(key)!, out place) ? place : null
                : others.GetValueOrDefault((statement.SourceId, kind, key));
            if (id is { } known)
            {
                found.Add(statement, (kind, known));
            }
        }

        return found;
    }

    /// <summary>By each key that finds exactly one.</summary>
    private static async Task<Dictionary<string, long?>> PlacesAsync(DirectoryDb db, List<StatedField> asked, CancellationToken cancellationToken)
    {
        var keys = asked.Where(statement => statement.Reference!.Value.Kind == nameof(Territory)).Select(statement => statement.Reference!.Value.Key).Distinct().ToArray();
        if (keys.Length == 0)
        {
            return [];
        }

        var names = Array.ConvertAll(keys, key => SearchText.Fold(key)!);
        var codes = keys.Select(key => Oktmo.TryParse(key, out var code) ? code : null).OfType<Oktmo>().ToArray();
        var places = await db.Territories
            .Where(place => Enumerable.Contains(keys, place.Code) || Enumerable.Contains(keys, place.Iso) || Enumerable.Contains(keys, place.Slug)
                || Enumerable.Contains(codes, place.Oktmo) || Enumerable.Contains(names, place.DisplayNameFolded))
            .Select(place => new { place.Id, place.Code, place.Iso, place.Slug, place.Oktmo, place.DisplayNameFolded })
            .ToListAsync(cancellationToken);
        return places.SelectMany(place => new[] { place.Code, place.Iso, place.Slug, place.Oktmo?.Value, place.DisplayNameFolded }.OfType<string>().Distinct().Select(key => (Key: key, place.Id)))
            .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Count() == 1 ? group.First().Id : (long?)null, StringComparer.Ordinal);
    }

    private static async Task<Dictionary<(long Source, string Kind, string Key), long?>> OthersAsync(
        DirectoryDb db, List<StatedField> asked, CancellationToken cancellationToken)
    {
        var wanted = asked.Where(statement => statement.Reference!.Value.Kind != nameof(Territory)).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        // «other-source:key» is looked for under both readings; an external id may hold a colon too.
        var kinds = wanted.Select(statement => statement.Reference!.Value.Kind).Distinct().ToArray();
        var ids = wanted.Select(statement => statement.Reference!.Value.Key).SelectMany(key => new[] { key, key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..] }).Distinct().ToArray();
        var records = await db.SourceRecords
            .Where(record => Enumerable.Contains(kinds, record.Kind) && Enumerable.Contains(ids, record.ExternalId) && record.RetiredAt == null && record.EntityId != null)
            .Select(record => new { record.SourceId, record.Source.Key, record.Kind, record.ExternalId, record.EntityId })
            .ToListAsync(cancellationToken);
        var own = records.ToDictionary(record => (record.SourceId, record.Kind, record.ExternalId), record => record.EntityId);
        var named = records.ToDictionary(record => (record.Kind, Key: $"{record.Key}:{record.ExternalId}"), record => record.EntityId);
        return wanted.Select(statement => (statement.SourceId, statement.Reference!.Value.Kind, statement.Reference!.Value.Key)).Distinct()
            .ToDictionary(ask => ask, ask => own.GetValueOrDefault(ask) ?? named.GetValueOrDefault((ask.Kind, ask.Key)));
    }

    private sealed class NamedEntry
    {
        public required string Kind { get; init; }

        public long Id { get; init; }

        public required string Name { get; init; }

        public string? NameEn { get; init; }
    }
}
