using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage.History;

/// <summary>One edit: a revision that somebody made.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="At">When.</param>
/// <param name="By">Label of the key; null for what was done otherwise.</param>
/// <param name="IsOwn">Whether it was the key of who asks.</param>
/// <param name="Act">Name of the mutation.</param>
/// <param name="Records">What it made of records.</param>
internal sealed record PastEdit(int Revision, DateTime At, string? By, bool IsOwn, string? Act, IReadOnlyList<RecordEdit> Records);

/// <summary>Reads who changed what of a center and what belongs to it.</summary>
internal static class EditHistory
{
    private const int Most = 50;

    private static readonly string[] Kinds = [nameof(Center), nameof(Service), nameof(Event), nameof(EventParticipant), nameof(NewsItem), nameof(NewsCenter)];

    /// <summary>The last edits, newest first; what was deleted is among them.</summary>
    public static async Task<IReadOnlyList<PastEdit>> ReadAsync(ManageVisit visit, Center center)
    {
        var revisions = await RevisionsAsync(visit, center);
        var edits = await visit.Db.Set<RecordEdit>().AsNoTracking().Where(edit => Enumerable.Contains(revisions, edit.RevisionNumber)).OrderBy(edit => edit.Id).ToListAsync(visit.Cancellation);
        var times = await visit.Db.Revisions.AsNoTracking().Where(revision => Enumerable.Contains(revisions, revision.Number))
            .ToDictionaryAsync(revision => revision.Number, revision => revision.CommittedAt, visit.Cancellation);
        var audit = await visit.Db.AuditEntries.AsNoTracking().Where(entry => entry.RevisionNumber != null && Enumerable.Contains(revisions, entry.RevisionNumber.Value))
            .OrderBy(entry => entry.Id).Select(entry => new { entry.RevisionNumber, entry.KeyId, entry.Act }).ToListAsync(visit.Cancellation);
        var keys = audit.Select(entry => entry.KeyId).OfType<long>().Distinct().ToArray();
        var labels = await visit.Db.AccessKeys.AsNoTracking().Where(key => Enumerable.Contains(keys, key.Id)).ToDictionaryAsync(key => key.Id, key => key.Label, visit.Cancellation);
        return [.. revisions.Select(number =>
        {
            var entry = audit.Find(one => one.RevisionNumber == number);
            return new PastEdit(
                number, times.GetValueOrDefault(number), entry?.KeyId is { } key ? labels.GetValueOrDefault(key) : null, entry?.KeyId == visit.Session.Key.Id, entry?.Act,
                [.. edits.Where(edit => edit.RevisionNumber == number)]);
        })];
    }

    /// <summary>Revisions that touched the center, or what belongs or belonged to it: what has gone is known by what its record said.</summary>
    private static async Task<int[]> RevisionsAsync(ManageVisit visit, Center center)
    {
        var db = visit.Db;
        var services = db.Services.Where(service => service.CenterId == center.Id).Select(service => service.Id);
        var events = db.Set<EventCenter>().Where(link => link.CenterId == center.Id).Select(link => link.EventId);
        var own = db.SourceRecords.Where(record => record.Source.Key == SelfService.Key && record.EntityId != null && (
            (record.Kind == nameof(Center) && record.EntityId == center.Id)
            || (record.Kind == nameof(Service) && services.Contains(record.EntityId.Value))
            || (record.Kind == nameof(Event) && events.Contains(record.EntityId.Value))));
        var numbers = await db.Set<RecordEdit>().Where(edit => own.Any(record => record.Kind == edit.Kind && record.ExternalId == edit.ExternalId))
            .Select(edit => edit.RevisionNumber).Distinct().OrderDescending().Take(Most).ToListAsync(visit.Cancellation);
        var organized = new List<string>();
        foreach (var key in await KeysOfAsync(visit, center))
        {
            var said = $"\"center\":{System.Text.Json.JsonSerializer.Serialize(key, PlainJson)}";
            var found = await db.Set<RecordEdit>().AsNoTracking()
                .Where(edit => Enumerable.Contains(Kinds, edit.Kind) && ((edit.Before != null && edit.Before.Contains(said)) || (edit.After != null && edit.After.Contains(said))))
                .OrderByDescending(edit => edit.Id).Take(Most * 4).Select(edit => new { edit.RevisionNumber, edit.Kind, edit.ExternalId }).ToListAsync(visit.Cancellation);
            numbers.AddRange(found.Select(edit => edit.RevisionNumber));
            organized.AddRange(found.Where(edit => edit.Kind == nameof(EventParticipant)).Select(edit => edit.ExternalId.Split('/')[0]));
        }

        // An event names no center itself: its organizer is a record beside it, under its key.
        var ofEvents = organized.Distinct().ToArray();
        numbers.AddRange(await db.Set<RecordEdit>().Where(edit => edit.Kind == nameof(Event) && Enumerable.Contains(ofEvents, edit.ExternalId))
            .Select(edit => edit.RevisionNumber).Distinct().OrderDescending().Take(Most).ToListAsync(visit.Cancellation));
        return [.. numbers.Distinct().OrderDescending().Take(Most)];
    }

    private static readonly System.Text.Json.JsonSerializerOptions PlainJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>By which keys records of self-service refer to the center.</summary>
    private static async Task<IEnumerable<string>> KeysOfAsync(ManageVisit visit, Center center)
    {
        var records = await visit.Db.SourceRecords.Where(record => record.Kind == nameof(Center) && record.EntityId == center.Id)
            .Select(record => new { record.Source.Key, record.ExternalId }).ToListAsync(visit.Cancellation);
        return records.Select(record => record.Key == SelfService.Key ? record.ExternalId : SelfService.AmendmentOf(record.Key, record.ExternalId)).Distinct();
    }
}
