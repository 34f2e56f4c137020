using System.Text.Json;
using System.Text.Json.Nodes;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Editing;

/// <summary>Some edits on their way: what each makes of its record, or why it cannot.</summary>
/// <param name="session">The connection; its transaction is open.</param>
/// <param name="sourceId">The source of self-service.</param>
/// <param name="references">Knows what may be referred to.</param>
internal sealed class EditOrder(ImportSession session, long sourceId, ReferenceResolver references)
{
    private readonly EditedRecords records = new(session, sourceId);
    private readonly EditConflicts conflicts = new(session, sourceId);

    /// <summary>The records that say something else than before.</summary>
    public List<EditedRecord> Changed => [.. records.All.Where(record => record.Differs)];

    /// <summary>Takes an edit; one that is wrong leaves its record as it was.</summary>
    public async Task<(EditedRecord? Record, IReadOnlyList<EditProblem> Problems)> TakeAsync(EntryEdit edit, CancellationToken cancellationToken)
    {
        var schema = RecordSchema.Find(edit.Kind) ?? throw new ArgumentException($"There are no records of the kind {edit.Kind}.", nameof(edit));
        if (await records.FindAsync(edit, schema, cancellationToken) is not { } record)
        {
            return (null, [new EditProblem(EditFault.NotFound, null)]);
        }

        var clashes = await conflicts.FindAsync(edit, cancellationToken);
        if (clashes.Count > 0)
        {
            return (record, clashes);
        }

        return edit.IsRemoval ? Remove(record) : Change(await WithKeysAsync(edit, cancellationToken), record);
    }

    /// <summary>Takes back what a revision did to records, as far as nobody has changed it since.</summary>
    public async Task<List<(EditedRecord? Record, IReadOnlyList<EditProblem> Problems)>> UndoAsync(long revision, CancellationToken cancellationToken)
    {
        var edits = await session.Db.Set<RecordEdit>().AsNoTracking().Where(edit => edit.RevisionNumber == revision).OrderBy(edit => edit.Id)
            .ToListAsync(cancellationToken);
        if (edits.Count == 0)
        {
            return [(null, [new EditProblem(EditFault.NotFound, null)])];
        }

        var results = new List<(EditedRecord?, IReadOnlyList<EditProblem>)>();
        foreach (var edit in edits)
        {
            var record = await records.FindAsync(RecordSchema.Find(edit.Kind)!, edit.ExternalId, cancellationToken);
            results.Add((record, Undo(record, Parse(edit.Before), Parse(edit.After))));
        }

        return results;
    }

    /// <summary>Entries by keys of records that speak of them; one that is gone keeps the field out of what can be looked up.</summary>
    private async Task<EntryEdit> WithKeysAsync(EntryEdit edit, CancellationToken cancellationToken)
    {
        if (edit.Entries.Count == 0)
        {
            return edit;
        }

        var fields = edit.Fields.ToDictionary(StringComparer.Ordinal);
        foreach (var (field, entry) in edit.Entries)
        {
            fields[field] = JsonSerializer.SerializeToElement(new { id = await records.KeyOfAsync(entry, cancellationToken) ?? $"{SelfService.Key}:" });
        }

        return edit with { Fields = fields, Entries = new Dictionary<string, EntryKey>() };
    }

    private (EditedRecord Record, IReadOnlyList<EditProblem> Problems) Change(EntryEdit edit, EditedRecord record)
    {
        var problems = new List<EditProblem>();
        var after = EditedPayload.Apply(record.Schema, record.After, edit, problems);
        if (after is not null && edit.EntityId is null)
        {
            problems.AddRange(EditedPayload.Missing(record.Schema, after));
        }

        if (after is not null)
        {
            problems.AddRange(Unknown(record.Schema, after));
        }

        if (problems.Count == 0)
        {
            // An amendment that says nothing any more is none.
            record.After = after!.Count == 0 && SelfService.IsAmendment(record.ExternalId) ? null : after;
        }

        return (record, problems);
    }

    private static (EditedRecord Record, IReadOnlyList<EditProblem> Problems) Remove(EditedRecord record)
    {
        if (!record.IsLive || SelfService.IsAmendment(record.ExternalId))
        {
            return (record, [new EditProblem(EditFault.State, null)]);
        }

        record.After = null;
        return (record, []);
    }

    /// <summary>References to nothing. What the same order makes is there by the time that it is looked up.</summary>
    private IEnumerable<EditProblem> Unknown(RecordSchema schema, JsonObject payload) => EditedPayload.References(schema, payload)
        .Where(reference => references.Resolve(reference.TargetKind, reference.TargetKey, sourceId) is null
            && !records.All.Any(record => record.After is not null && record.Schema.Kind == reference.TargetKind && record.ExternalId == reference.TargetKey))
        .Select(reference => new EditProblem(EditFault.UnknownReference, reference.Field));

    private static List<EditProblem> Undo(EditedRecord record, JsonObject? before, JsonObject? after)
    {
        var isAmendment = SelfService.IsAmendment(record.ExternalId);
        if (!isAmendment && (before is null || after is null))
        {
            var isAsLeft = JsonNode.DeepEquals(record.Before, after);
            record.After = isAsLeft ? before : record.After;
            return isAsLeft ? [] : [new EditProblem(EditFault.Conflict, null)];
        }

        // An amendment that is not there says nothing; what it says is taken back field by field.
        (before, after) = (before ?? [], after ?? []);
        var problems = new List<EditProblem>();
        var now = record.After?.DeepClone().AsObject() ?? [];
        foreach (var field in before.Concat(after).Select(pair => pair.Key).Distinct().Where(field => !IsEqual(before, after, field)))
        {
            if (!IsEqual(now, after, field))
            {
                problems.Add(new EditProblem(EditFault.Conflict, field));
            }
            else if (before.TryGetPropertyValue(field, out var value))
            {
                now[field] = value?.DeepClone();
            }
            else
            {
                now.Remove(field);
            }
        }

        if (problems.Count == 0)
        {
            record.After = isAmendment && now.Count == 0 ? null : InOrder(record.Schema, now);
        }

        return problems;
    }

    private static JsonObject InOrder(RecordSchema schema, JsonObject payload) => new(schema.Fields
        .Where(field => payload.ContainsKey(field.Name)).Select(field => KeyValuePair.Create(field.Name, payload[field.Name]?.DeepClone())));

    private static bool IsEqual(JsonObject one, JsonObject other, string field) =>
        one.ContainsKey(field) == other.ContainsKey(field) && JsonNode.DeepEquals(one[field], other[field]);

    private static JsonObject? Parse(string? payload) => payload is null ? null : JsonNode.Parse(payload)!.AsObject();
}
