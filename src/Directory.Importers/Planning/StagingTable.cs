using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// The records of one run in temporary tables, before anything is compared. Temporary tables belong to the connection:
/// filling them takes no lock on the directory, so readers and other runs go on.
/// </summary>
internal sealed class StagingTable(ImportSession session)
{
    /// <summary>Bytes of a record's hash: the first half of a SHA-256.</summary>
    public const int HashLength = 16;

    private const string Create =
        """
        CREATE TEMP TABLE staged (
            "Id" INTEGER PRIMARY KEY, "Kind" TEXT NOT NULL, "ExternalId" TEXT NOT NULL, "Hash" BLOB NOT NULL, "Payload" TEXT NOT NULL,
            "RecordUrl" TEXT NULL, "Table" TEXT NOT NULL, "Row" INTEGER NOT NULL,
            "Action" INTEGER NOT NULL DEFAULT 1, "RecordId" INTEGER NULL, "EntityId" INTEGER NULL,
            UNIQUE ("Kind", "ExternalId"));
        CREATE TEMP TABLE staged_references ("StagedId" INTEGER NOT NULL, "Field" TEXT NOT NULL, "TargetKind" TEXT NOT NULL, "TargetKey" TEXT NOT NULL);
        """;

    private static readonly string[] RecordColumns = ["Id", "Kind", "ExternalId", "Hash", "Payload", "RecordUrl", "Table", "Row"];
    private static readonly string[] ReferenceColumns = ["StagedId", "Field", "TargetKind", "TargetKey"];

    /// <summary>Reads the stream to its end into the staging tables.</summary>
    public async Task FillAsync(IRecordStream stream, IssueSink issues, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Create, cancellationToken);
        session.BeginPrivate();
        using (var records = BulkWriter.Open(session.Transaction, "staged", RecordColumns, skipConflicts: true))
        using (var references = BulkWriter.Open(session.Transaction, "staged_references", ReferenceColumns))
        {
            var repeated = new RepeatedRecords(session, issues);
            var count = 0;
            await foreach (var record in stream.ReadAsync(issues, cancellationToken))
            {
                Stage(record, ++count, records, references, repeated);
                progress.Every(ImportPhase.Reading, count);
            }
        }

        await session.CommitAsync(cancellationToken);
    }

    private static void Stage(ImportRecord record, long id, BulkWriter records, BulkWriter references, RepeatedRecords repeated)
    {
        var hash = Hash(record.Payload.Span);
        var payload = Encoding.UTF8.GetString(record.Payload.Span);
        var isNew = records.Write(
            id, record.Kind, record.ExternalId, hash, payload, record.RecordUrl?.ToString(), record.Table, (long)record.Row);
        if ((isNew ? id : repeated.Replaces(record, hash, payload)) is not { } staged)
        {
            return;
        }

        foreach (var reference in record.References)
        {
            references.Write(staged, reference.Field, reference.TargetKind, ReferenceKeys.Normalize(reference));
        }
    }

    private static byte[] Hash(ReadOnlySpan<byte> payload)
    {
        Span<byte> full = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, full);
        return full[..HashLength].ToArray();
    }
}
