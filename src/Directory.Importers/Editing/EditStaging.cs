using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Editing;

/// <summary>Stages edited records as the plan of an import does, each with what is to be done with it: nothing else of the source is touched.</summary>
internal sealed class EditStaging(ImportSession session)
{
    private static readonly string[] Columns = ["Id", "Kind", "ExternalId", "Hash", "Table", "Row", "Action", "RecordId", "EntityId"];

    public async Task WriteAsync(IReadOnlyList<EditedRecord> records, CancellationToken cancellationToken)
    {
        await StagingTable.CreateAsync(session, cancellationToken);
        using var staged = session.Write("staged", Columns);
        using var payloads = session.Write("staged_payloads", ["Id", "Payload"]);
        using var references = session.Write("staged_references", ["StagedId", "Field", "TargetKind", "TargetKey"]);
        using var absences = session.Write("absences", ["RecordId", "IsOver"]);
        var last = 0L;
        foreach (var record in records)
        {
            if (record.After is null)
            {
                absences.Write(record.RecordId, false);
                continue;
            }

            var id = ++last;
            var payload = Encoding.UTF8.GetBytes(record.After.ToJsonString(PayloadJson.Options));
            var kind = record.Schema.Kind;
            staged.Write(id, kind, record.ExternalId, SHA256.HashData(payload)[..StagingTable.HashLength], kind, id, ActionOf(record), record.RecordId, record.EntityId);
            payloads.Write(id, new ReadOnlyMemory<byte>(payload));
            foreach (var reference in EditedPayload.References(record.Schema, record.After))
            {
                references.Write(id, reference.Field, reference.TargetKind, ReferenceKeys.Normalize(reference));
            }
        }
    }

    private static long ActionOf(EditedRecord record) => (long)(
        record.RecordId is null ? StagedAction.Added : record.IsLive ? StagedAction.Changed : StagedAction.Returned);
}
