using System.Text.Json;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>
/// The centers that an entry belonged to before it was deleted, by what its records said: whoever could delete it can bring it back. Only what
/// self-service added can be deleted, so its records are all that is to be asked.
/// </summary>
internal static class FormerCenters
{
    /// <summary>Their keys; none for an entry that is there.</summary>
    public static async Task<List<long>> OfAsync(DirectoryDb db, string kind, long id, CancellationToken cancellationToken)
    {
        var record = await db.SourceRecords.AsNoTracking()
            .Where(row => row.Source.Key == SelfService.Key && row.Kind == kind && row.EntityId == id && row.RetiredAt != null)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (record is null || kind is not (nameof(Service) or nameof(Event)))
        {
            return [];
        }

        var payloads = kind == nameof(Service) ? [record.Payload] : await OrganizersAsync(db, record, cancellationToken);
        var centers = new List<long>();
        foreach (var payload in payloads)
        {
            if (KeyOf(payload, "center") is { } key && await FindAsync(db, key, record.SourceId, cancellationToken) is { } center)
            {
                centers.Add(center);
            }
        }

        return centers;
    }

    /// <summary>Who takes part in an event is said by records of their own.</summary>
    private static async Task<List<string>> OrganizersAsync(DirectoryDb db, SourceRecord item, CancellationToken cancellationToken)
    {
        var beginning = item.ExternalId + "/";
        var payloads = await db.SourceRecords.AsNoTracking()
            .Where(row => row.SourceId == item.SourceId && row.Kind == nameof(EventParticipant) && row.ExternalId.StartsWith(beginning))
            .Select(row => row.Payload).ToListAsync(cancellationToken);
        return payloads.FindAll(payload => KeyOf(payload, "event") == item.ExternalId);
    }

    private static string? KeyOf(string payload, string field) =>
        JsonElement.Parse(payload).TryGetProperty(field, out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;

    private static Task<long?> FindAsync(DirectoryDb db, string key, long sourceId, CancellationToken cancellationToken)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var (source, external) = colon > 0 ? (key[..colon], key[(colon + 1)..]) : ("", key);
        return db.SourceRecords
            .Where(row => row.Kind == nameof(Center) && row.ExternalId == external && (source.Length > 0 ? row.Source.Key == source : row.SourceId == sourceId))
            .OrderBy(row => row.Id).Select(row => row.EntityId).FirstOrDefaultAsync(cancellationToken);
    }
}
