using System.Globalization;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>Writes records into the staging tables.</summary>
internal sealed class StagingWriter(ImportSession session) : IDisposable
{
    private readonly BulkWriter records = session.Write(
        "staged", ["Id", "Kind", "ExternalId", "Hash", "RowDigest", "RecordUrl", "AsOf", "Table", "Row"], key: ["Kind", "ExternalId"]);

    private readonly BulkWriter payloads = session.Write("staged_payloads", ["Id", "Payload"]);

    private readonly BulkWriter references = session.Write(
        "staged_references", ["StagedId", "Field", "TargetKind", "TargetKey"]);

    private long last;

    /// <summary>Records with an external id that the run has already seen.</summary>
    public RepeatedRecords Repeated { get; } = new(session);

    /// <summary>Stages a record, unless a stronger one stands under its id.</summary>
    public void Write(ImportRecord record, byte[] hash)
    {
        var id = ++last;
        if (records.Write(id, record.Kind, record.ExternalId, hash, RowMemory.Bytes(record.RowDigest), record.RecordUrl?.ToString(), DayOf(record), record.Table, (long)record.Row))
        {
            payloads.Write(id, record.Payload);
            session.FirstPayloads.GetValueOrDefault(record.Kind)?.Add(id, record.Payload.Span);
        }
        else if (Repeated.Replaces(record, hash) is { } taken)
        {
            id = taken;
            session.FirstPayloads.GetValueOrDefault(record.Kind)?.Spoil();
        }
        else
        {
            return;
        }

        foreach (var reference in record.References)
        {
            references.Write(id, reference.Field, reference.TargetKind, ReferenceKeys.Normalize(reference));
        }
    }

    /// <summary>The day as of which a record is stated, as the database writes days.</summary>
    public static string? DayOf(ImportRecord record) => record.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        records.Dispose();
        payloads.Dispose();
        references.Dispose();
    }
}
