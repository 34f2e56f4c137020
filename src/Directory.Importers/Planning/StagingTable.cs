using System.Buffers.Binary;
using System.Security.Cryptography;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// The records of one run in temporary tables, before anything is compared. Temporary tables belong to the connection:
/// filling them takes no lock on the directory, so readers and other runs go on. Records known to be unchanged are not among them.
/// Payloads stand apart: the statements that compare and number the records do not drag them along.
/// </summary>
/// <param name="session">The run's connection.</param>
/// <param name="known">What need not be staged because it is unchanged; null if that has to be found out by comparing.</param>
internal sealed class StagingTable(ImportSession session, KnownRecords? known)
{
    /// <summary>Bytes of a record's hash: the first half of a SHA-256.</summary>
    public const int HashLength = 16;

    /// <summary>Makes the tables without anything in them, unless they are there: what is not staged is no news.</summary>
    public static Task CreateAsync(ImportSession session, CancellationToken cancellationToken) => session.ExecuteAsync(Create(session.Dialect), cancellationToken);

    /// <summary>Reads the stream to its end into the staging tables.</summary>
    public async Task FillAsync(IRecordStream stream, IssueSink issues, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await CreateAsync(session, cancellationToken);
        await KeepFirstAsync(cancellationToken);
        session.BeginPrivate();
        using (var writer = new StagingWriter(session))
        {
            await foreach (var batch in ReadAhead.BatchesAsync(stream, issues, progress, cancellationToken))
            {
                foreach (var record in batch)
                {
                    Take(record, writer);
                }
            }

            // The stream collects issues on its own thread; it has ended by now.
            writer.Repeated.Issues.ForEach(issues.Add);
        }

        await session.AnalyzeAsync(cancellationToken, "staged", "staged_payloads", "staged_references");
        await session.CommitAsync(cancellationToken);
    }

    /// <summary>Notes of which kinds these will be the first records, unless the source is known to have some.</summary>
    private async Task KeepFirstAsync(CancellationToken cancellationToken)
    {
        if (known is { Total: 0 })
        {
            foreach (var kind in RulesByKind.Kinds)
            {
                if (await FirstKeys.IsFirstAsync(session, kind, cancellationToken))
                {
                    session.FirstPayloads.Add(kind, new PayloadSpool());
                }
            }
        }
    }

    private static string Create(SqlDialect sql) =>
        $"""
        CREATE TEMP TABLE IF NOT EXISTS staged (
            "Id" {sql.NumberKey}, "Kind" TEXT NOT NULL, "ExternalId" TEXT NOT NULL, "Hash" {sql.Binary} NOT NULL,
            "RowDigest" {sql.Binary} NULL, "RecordUrl" TEXT NULL, "AsOf" {sql.Day} NULL, "Table" TEXT NOT NULL, "Row" BIGINT NOT NULL,
            "Action" BIGINT NOT NULL DEFAULT 1, "RecordId" BIGINT NULL, "EntityId" BIGINT NULL,
            UNIQUE ("Kind", "ExternalId"));
        CREATE TEMP TABLE IF NOT EXISTS staged_payloads ("Id" {sql.NumberKey}, "Payload" TEXT NOT NULL);
        CREATE TEMP TABLE IF NOT EXISTS staged_references ("StagedId" BIGINT NOT NULL, "Field" TEXT NOT NULL, "TargetKind" TEXT NOT NULL, "TargetKey" TEXT NOT NULL);
        CREATE TEMP TABLE IF NOT EXISTS absences ("RecordId" {sql.NumberKey}, "IsOver" BOOLEAN NOT NULL);
        CREATE TEMP TABLE IF NOT EXISTS moved ("RecordId" {sql.NumberKey}, "Kind" TEXT NOT NULL, "OldId" BIGINT NOT NULL, "NewId" BIGINT NOT NULL);
        """;

    private void Take(ImportRecord record, StagingWriter writer)
    {
        Span<byte> full = stackalloc byte[SHA256.HashSizeInBytes];
        HashOf(record, full);
        var hash = full[..HashLength];
        var sighting = known?.See(record, hash) ?? Sighting.News;
        if (sighting is Sighting.Same or Sighting.Weaker or Sighting.Stronger)
        {
            writer.Repeated.Note(record, isSame: sighting == Sighting.Same);
        }

        if (sighting is Sighting.News or Sighting.Stronger)
        {
            writer.Write(record, hash.ToArray());
        }
    }

    /// <summary>Over what is stated, and as of when: the same facts said of a later day are news to merging.</summary>
    private static void HashOf(ImportRecord record, Span<byte> hash)
    {
        SHA256.HashData(record.Payload.Span, hash);
        if (record.AsOf is { } day)
        {
            Span<byte> dated = stackalloc byte[SHA256.HashSizeInBytes + sizeof(int)];
            hash.CopyTo(dated);
            BinaryPrimitives.WriteInt32BigEndian(dated[SHA256.HashSizeInBytes..], day.DayNumber);
            SHA256.HashData(dated, hash);
        }
    }
}
