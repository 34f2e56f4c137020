using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// The records of one run in temporary tables, before anything is compared. Temporary tables belong to the connection:
/// filling them takes no lock on the directory, so readers and other runs go on. Records known to be unchanged are not among them.
/// </summary>
/// <param name="session">The run's connection.</param>
/// <param name="known">What need not be staged because it is unchanged; null if that has to be found out by comparing.</param>
internal sealed class StagingTable(ImportSession session, KnownRecords? known)
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
        CREATE TEMP TABLE absences ("RecordId" INTEGER PRIMARY KEY, "IsOver" INTEGER NOT NULL);
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
            var repeated = new RepeatedRecords(session);
            var count = 0;
            await foreach (var batch in ReadAhead.BatchesAsync(stream, issues, progress, cancellationToken))
            {
                foreach (var record in batch)
                {
                    Take(record, ++count, records, references, repeated);
                }
            }

            // The stream collects issues on its own thread; it has ended by now.
            repeated.Issues.ForEach(issues.Add);
        }

        await session.CommitAsync(cancellationToken);
    }

    private void Take(ImportRecord record, long id, BulkWriter records, BulkWriter references, RepeatedRecords repeated)
    {
        Span<byte> full = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record.Payload.Span, full);
        var hash = full[..HashLength];
        var sighting = known?.See(record, hash) ?? Sighting.News;
        if (sighting is Sighting.Same or Sighting.Weaker or Sighting.Stronger)
        {
            repeated.Note(record, isSame: sighting == Sighting.Same);
        }

        if (sighting is Sighting.News or Sighting.Stronger)
        {
            Stage(record, id, hash.ToArray(), records, references, repeated);
        }
    }

    private static void Stage(ImportRecord record, long id, byte[] hash, BulkWriter records, BulkWriter references, RepeatedRecords repeated)
    {
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
}
