using System.Text.Json.Nodes;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Provenance.Merging;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Editing;

/// <summary>Finds the records of self-service that edits are about; two edits of one entry are about one record.</summary>
internal sealed class EditedRecords(ImportSession session, long sourceId)
{
    private readonly Dictionary<(string Kind, long Entity), EditedRecord?> known = [];
    private readonly List<EditedRecord> all = [];

    /// <summary>All that were looked at, in their order.</summary>
    public IReadOnlyList<EditedRecord> All => all;

    /// <summary>The record of an edit; null if its entry does not exist.</summary>
    public async Task<EditedRecord?> FindAsync(EntryEdit edit, RecordSchema schema, CancellationToken cancellationToken)
    {
        if (edit.EntityId is not { } entity)
        {
            var fresh = await OfKeyAsync(schema, edit.NewKey!, null, null, cancellationToken);
            all.Add(fresh);
            return fresh;
        }

        if (!known.TryGetValue((edit.Kind, entity), out var record))
        {
            known.Add((edit.Kind, entity), record = await OfEntityAsync(schema, entity, cancellationToken));
            if (record is not null)
            {
                all.Add(record);
            }
        }

        return record;
    }

    /// <summary>The record that was changed by an earlier edit, by its own key.</summary>
    public async Task<EditedRecord> FindAsync(RecordSchema schema, string externalId, CancellationToken cancellationToken)
    {
        var record = await OfKeyAsync(schema, externalId, null, null, cancellationToken);
        all.Add(record);
        return record;
    }

    /// <summary>A key by which an entry can be referred to: that of a record of its own, else that of the strongest of others; null if nobody speaks of it.</summary>
    public async Task<string?> KeyOfAsync(EntryKey entry, CancellationToken cancellationToken)
    {
        var records = await RecordsOfAsync(entry.Kind, entry.Id, cancellationToken);
        return records.Find(record => record.SourceKey == SelfService.Key && !SelfService.IsAmendment(record.ExternalId)) is { SourceKey: not null } own
            ? own.ExternalId
            : records.Find(record => record.SourceKey != SelfService.Key) is { SourceKey: not null } other ? SelfService.AmendmentOf(other.SourceKey, other.ExternalId) : null;
    }

    private async Task<EditedRecord?> OfEntityAsync(RecordSchema schema, long entity, CancellationToken cancellationToken)
    {
        var records = await RecordsOfAsync(schema.Kind, entity, cancellationToken);
        if (records.Find(record => record.SourceKey == SelfService.Key) is { SourceKey: not null } own)
        {
            return await OfKeyAsync(schema, own.ExternalId, entity, null, cancellationToken);
        }

        // The strongest record is the one that the editor saw; by its key the amendment finds the entry in any directory.
        return records is [var anchor, ..]
            ? await OfKeyAsync(schema, SelfService.AmendmentOf(anchor.SourceKey, anchor.ExternalId), entity, (anchor.SourceKey, anchor.ExternalId), cancellationToken)
            : null;
    }

    /// <summary>The live records of an entry, strongest first.</summary>
    private async Task<List<MergeRank>> RecordsOfAsync(string kind, long entity, CancellationToken cancellationToken)
    {
        var records = await session.Db.SourceRecords.AsNoTracking()
            .Where(record => record.Kind == kind && record.EntityId == entity && record.RetiredAt == null)
            .Select(record => new { record.ExternalId, record.Source.Key, record.Source.Priority, AsOf = record.AsOf ?? record.Source.AsOf })
            .ToListAsync(cancellationToken);
        return [.. records.Select(record => new MergeRank(record.Priority, record.AsOf, record.Key, record.ExternalId)).Order(MergeRank.StrongestFirst)];
    }

    private async Task<EditedRecord> OfKeyAsync(
        RecordSchema schema, string externalId, long? entity, (string, string)? anchor, CancellationToken cancellationToken)
    {
        var row = await session.Db.SourceRecords.AsNoTracking()
            .SingleOrDefaultAsync(record => record.SourceId == sourceId && record.Kind == schema.Kind && record.ExternalId == externalId, cancellationToken);
        var before = row is { RetiredAt: null } ? Parse(row) : null;
        return new EditedRecord
        {
            Schema = schema, ExternalId = externalId, RecordId = row?.Id, IsLive = before is not null, EntityId = entity ?? row?.EntityId, Anchor = anchor,
            Before = before, After = before?.DeepClone().AsObject(),
        };
    }

    private static JsonObject Parse(SourceRecord row) => JsonNode.Parse(row.Payload)!.AsObject();
}
