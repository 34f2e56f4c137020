using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>How the row of a record looked when it was read last.</summary>
internal readonly record struct RowEntry
{
    /// <summary>Bytes of an entry.</summary>
    public static int Length => Unsafe.SizeOf<RowEntry>();

    /// <summary>Notes it.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="digest">Over the cells of its row.</param>
    /// <param name="hash">Over what was made of them.</param>
    public RowEntry(long recordId, Fingerprint digest, Fingerprint hash) => (RecordId, Digest, Content) = (recordId, digest, ContentOf(hash));

    public long RecordId { get; }

    /// <summary>The beginning of the record's hash: a digest holds as long as the record says what was made of the row then.</summary>
    public ulong Content { get; }

    public Fingerprint Digest { get; }

    public static ulong ContentOf(Fingerprint hash) => hash.High;
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

    private const string CountStaged = """SELECT COUNT(*) FROM staged WHERE "RowDigest" IS NOT NULL AND "Action" <> 0""";

    /// <summary>Place behind the entry that was found last.</summary>
    private int next;

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
        // In the bytes that are stored: those of a large registry are worth not having twice.
        var digests = new byte[(known.Unchanged + await session.CountAsync(CountStaged, cancellationToken)) * RowEntry.Length];
        var count = Fill(MemoryMarshal.Cast<byte, RowEntry>(digests.AsSpan()), known, session.Rows(Staged), lastRecordId);
        Array.Resize(ref digests, count * RowEntry.Length);
        await session.ExecuteAsync(Save, cancellationToken, ("@source", sourceId), ("@seal", seal), ("@digests", digests));
    }

    private static int Fill(Span<RowEntry> entries, KnownRecords known, RowReader staged, long lastRecordId)
    {
        var count = 0;
        foreach (var entry in known.Rows())
        {
            entries[count++] = entry;
        }

        var first = count;
        staged.Start(lastRecordId);
        while (staged.Read())
        {
            entries[count++] = new RowEntry(staged.Number(0), Fingerprint.Read(staged.Bytes(1)), Fingerprint.Read(staged.Bytes(2)));
        }

        Sort(entries[..count], first);
        return count;
    }

    /// <summary>Sorts known entries and staged ones behind them, each of which mostly are in order: then the few are put among the many.</summary>
    private static void Sort(Span<RowEntry> entries, int firstStaged)
    {
        Sort(entries[..firstStaged]);
        Sort(entries[firstStaged..]);
        if (firstStaged == 0 || firstStaged == entries.Length)
        {
            return;
        }

        var staged = entries[firstStaged..].ToArray();
        for (var (known, next, at) = (firstStaged - 1, staged.Length - 1, entries.Length - 1); next >= 0; at--)
        {
            entries[at] = known >= 0 && entries[known].RecordId > staged[next].RecordId ? entries[known--] : staged[next--];
        }
    }

    private static void Sort(Span<RowEntry> entries)
    {
        for (var at = 1; at < entries.Length; at++)
        {
            if (entries[at].RecordId < entries[at - 1].RecordId)
            {
                entries.Sort(static (one, other) => one.RecordId.CompareTo(other.RecordId));
                return;
            }
        }
    }

    /// <summary>The digest of a record's row; none if it is not known, or the record says something else by now.</summary>
    public Fingerprint DigestOf(long recordId, Fingerprint hash)
    {
        // As they lie in the memory of whoever wrote them. A machine of the other byte order finds no digest that fits, and reads the rows.
        var entries = MemoryMarshal.Cast<byte, RowEntry>(bytes.AsSpan());
        // Records are mostly asked for in the order in which they lie here.
        var place = next < entries.Length && entries[next].RecordId == recordId ? next : PlaceOf(recordId, entries);
        if (place < 0)
        {
            return default;
        }

        next = place + 1;
        return entries[place].Content == RowEntry.ContentOf(hash) ? entries[place].Digest : default;
    }

    private static int PlaceOf(long recordId, ReadOnlySpan<RowEntry> entries)
    {
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].RecordId == recordId)
            {
                return middle;
            }

            (low, high) = entries[middle].RecordId < recordId ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>A digest as the staging table stores it; null if there is none.</summary>
    public static byte[]? Bytes(Fingerprint digest)
    {
        if (digest.IsNone)
        {
            return null;
        }

        var bytes = new byte[Fingerprint.Length];
        digest.Write(bytes);
        return bytes;
    }
}
