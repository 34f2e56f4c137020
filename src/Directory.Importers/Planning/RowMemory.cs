using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>How the row of a record looked when it was read last.</summary>
internal readonly record struct RowEntry
{
    /// <summary>Notes it.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="digest">Over the cells of its row.</param>
    /// <param name="hash">Over what was made of them.</param>
    public RowEntry(long recordId, UInt128 digest, UInt128 hash) => (RecordId, Digest, Content) = (recordId, digest, ContentOf(hash));

    public long RecordId { get; }

    /// <summary>The beginning of the record's hash: a digest holds as long as the record says what was made of the row then.</summary>
    public ulong Content { get; }

    public UInt128 Digest { get; }

    public static ulong ContentOf(UInt128 hash) => (ulong)(hash >> 64);
}

/// <summary>
/// What the rows of a source looked like, in one piece: it is read and written whole, a few bytes for each row, so that a publication
/// without news costs little more than looking through it.
/// </summary>
internal sealed class RowMemory(byte[] bytes)
{
    private const string Find = """SELECT "Digests" FROM "SourceRows" WHERE "SourceId" = @source AND "Seal" = @seal""";

    private const string Save =
        """
        INSERT INTO "SourceRows" ("SourceId", "Seal", "Digests") VALUES (@source, @seal, @digests)
        ON CONFLICT ("SourceId") DO UPDATE SET "Seal" = excluded."Seal", "Digests" = excluded."Digests"
        """;

    private const string Staged =
        """SELECT COALESCE("RecordId", @a + "Id"), "RowDigest", "Hash" FROM staged WHERE "RowDigest" IS NOT NULL AND "Action" <> 0""";

    // As they lie in memory. A machine of the other byte order finds no digest that fits, and reads the rows.
    private ReadOnlySpan<RowEntry> Entries => MemoryMarshal.Cast<byte, RowEntry>(bytes);

    /// <summary>What rows must be read with to say the same again: a manifest, and a program.</summary>
    public static byte[] SealOf(FeedManifest manifest) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{manifest.Hash} {typeof(RowMemory).Module.ModuleVersionId}"))[..16];

    /// <summary>What is known of a source's rows; nothing if they were read with another seal.</summary>
    public static async Task<RowMemory> ReadAsync(ImportSession session, long sourceId, byte[] seal, CancellationToken cancellationToken) =>
        new((await session.QueryAsync(Find, reader => (byte[])reader[0], cancellationToken, ("@source", sourceId), ("@seal", seal))).FirstOrDefault() ?? []);

    /// <summary>Writes down how the rows look now, in the transaction of the run.</summary>
    /// <param name="session">The run's connection.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="seal">What they were read with.</param>
    /// <param name="known">The records that have not changed.</param>
    /// <param name="lastRecordId">The last record before those that the run has added.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task SaveAsync(
        ImportSession session, long sourceId, byte[] seal, KnownRecords known, long lastRecordId, CancellationToken cancellationToken)
    {
        var entries = known.Rows().ToList();
        var staged = session.Rows(Staged);
        staged.Start(lastRecordId);
        while (staged.Read())
        {
            entries.Add(new RowEntry(staged.Number(0), Number(staged.Bytes(1)), Number(staged.Bytes(2))));
        }

        entries.Sort((one, other) => one.RecordId.CompareTo(other.RecordId));
        var digests = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(entries)).ToArray();
        await session.ExecuteAsync(Save, cancellationToken, ("@source", sourceId), ("@seal", seal), ("@digests", digests));
    }

    /// <summary>The digest of a record's row; 0 if it is not known, or the record says something else by now.</summary>
    public UInt128 DigestOf(long recordId, UInt128 hash)
    {
        var (low, high) = (0, Entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            ref readonly var entry = ref Entries[middle];
            if (entry.RecordId == recordId)
            {
                return entry.Content == RowEntry.ContentOf(hash) ? entry.Digest : UInt128.Zero;
            }

            (low, high) = entry.RecordId < recordId ? (middle + 1, high) : (low, middle - 1);
        }

        return UInt128.Zero;
    }

    /// <summary>A digest as the staging table stores it; null if there is none.</summary>
    public static byte[]? Bytes(UInt128 digest)
    {
        if (digest == 0)
        {
            return null;
        }

        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, digest);
        return bytes;
    }

    private static UInt128 Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);
}
