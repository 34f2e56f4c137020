using System.Text.Json.Nodes;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Editing;

/// <summary>Finds out whether the fields of an edit were changed since its editor looked.</summary>
/// <param name="session">The connection.</param>
/// <param name="sourceId">The source of self-service.</param>
internal sealed class EditConflicts(ImportSession session, long sourceId)
{
    /// <summary>Changes looked at; whoever has been away longer looks anew.</summary>
    private const int Most = 1_000;

    public async Task<IReadOnlyList<EditProblem>> FindAsync(EntryEdit edit, CancellationToken cancellationToken)
    {
        if (edit is not { ExpectedRevision: { } seen, EntityId: { } entity } || !Enum.TryParse<EntryType>(edit.Kind, out var type))
        {
            return [];
        }

        var changes = await session.Db.Changes.AsNoTracking()
            .Where(change => change.Type == type && change.EntityId == entity && change.RevisionNumber > seen)
            .OrderByDescending(change => change.RevisionNumber).Take(Most)
            .Select(change => new { change.Fields, change.Revision.CommittedAt }).ToListAsync(cancellationToken);
        var clashes = edit.Touched.Concat(edit.Linked).Distinct()
            .Select(field => (Field: field, Change: changes.Find(change => change.Fields.Contains(field))))
            .Where(pair => pair.Change is not null).ToList();
        if (clashes.Count == 0)
        {
            return [];
        }

        var records = (await EntryRecords.LoadAsync(session.Db, edit.Kind, [entity], withPayloads: true, cancellationToken))[entity].ToList();
        return [.. clashes.Select(pair => new EditProblem(EditFault.Conflict, pair.Field) { Clash = ClashOf(records, pair.Field, pair.Change!.CommittedAt) })];
    }

    private FieldClash ClashOf(List<EntryRecord> records, string field, DateTime at)
    {
        foreach (var record in records)
        {
            if (JsonNode.Parse(record.Payload)!.AsObject().TryGetPropertyValue(field, out var value))
            {
                return new FieldClash(value?.ToJsonString(PayloadJson.Options), record.SourceId, at);
            }
        }

        return new FieldClash(null, sourceId, at);
    }
}
