using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Provenance;

/// <summary>
/// Which entries sources mean by their keys, as they would be found now: a territory by a code, its slug or its exact name, all else by an external
/// id of the same source or of one that is named. Two statements for any number of statements of sources.
/// </summary>
internal static class StatedReferences
{
    public static async Task<IReadOnlyDictionary<StatedField, NodeReference<DirectoryEntry>>> FindAsync(
        DirectoryDb db, IEnumerable<StatedField> statements, CancellationToken cancellationToken)
    {
        var asked = statements.Where(statement => statement.Reference is not null).Distinct().ToList();
        var places = await PlacesAsync(db, asked, cancellationToken);
        var others = await OthersAsync(db, asked, cancellationToken);
        var found = new Dictionary<StatedField, NodeReference<DirectoryEntry>>();
        foreach (var statement in asked)
        {
            var (kind, key) = statement.Reference!.Value;
            var id = kind == nameof(Territory)
                ? places.TryGetValue(key, out var place) || places.TryGetValue(SearchText.Fold(key)!, out place) ? place : null
                : others.GetValueOrDefault((statement.SourceId, kind, key));
            if (id is { } known)
            {
                found.Add(statement, new NodeReference<DirectoryEntry>(kind, known));
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
        var places = await db.Territories
            .Where(place => Enumerable.Contains(keys, place.Code) || Enumerable.Contains(keys, place.Iso) || Enumerable.Contains(keys, place.Slug)
                || Enumerable.Contains(keys, (string?)(object?)place.Oktmo) || Enumerable.Contains(names, place.NameFolded))
            .Select(place => new { place.Id, Keys = new[] { place.Code, place.Iso, place.Slug, (string?)(object?)place.Oktmo, place.NameFolded } })
            .ToListAsync(cancellationToken);
        return places.SelectMany(place => place.Keys.OfType<string>().Distinct().Select(key => (Key: key, place.Id)))
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
}
