using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// What the source said last time, in memory: a record that says the same again is not staged, and costs a hash and a look here.
/// A source beyond <see cref="Limit"/> is staged whole and compared by statements over sets.
/// </summary>
internal sealed class KnownRecords : IKnownRows
{
    /// <summary>About 110 bytes each.</summary>
    public const int Limit = 500_000;

    private const string Count = """SELECT COUNT(*) FROM "SourceRecords" WHERE "SourceId" = @source""";

    private const string Live =
        """SELECT "Id", "Kind", "ExternalId", "Hash", "MissingRuns" FROM "SourceRecords" WHERE "SourceId" = @a AND "RetiredAt" IS NULL""";

    private readonly Dictionary<string, Dictionary<string, Known>> kinds = new(StringComparer.Ordinal);

    private KnownRecords()
    {
    }

    /// <summary>Records that were not retired.</summary>
    public int Total { get; private set; }

    /// <summary>Records that say the same again, so far.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Whether rows look otherwise than is written down of them.</summary>
    public bool HasNewRows { get; private set; }

    /// <summary>Reads the live records of a source; null if they are too many to keep.</summary>
    /// <param name="session">The run's connection.</param>
    /// <param name="sourceId">The source.</param>
    /// <param name="seal">What its rows must have been read with to be known again.</param>
    /// <param name="limit">How many may be kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<KnownRecords?> LoadAsync(
        ImportSession session, long sourceId, byte[] seal, int limit, CancellationToken cancellationToken)
    {
        var records = new KnownRecords();
        var count = await session.CountAsync(Count, cancellationToken, ("@source", sourceId));
        if (count > limit)
        {
            return null;
        }

        if (count > 0)
        {
            records.Load(session.Rows(Live), await RowMemory.ReadAsync(session, sourceId, seal, cancellationToken), sourceId, (int)count);
        }

        return records;
    }

    private void Load(RowReader live, RowMemory memory, long sourceId, int count)
    {
        live.Start(sourceId);
        var (kind, known) = ("", new Dictionary<string, Known>(count, StringComparer.Ordinal));
        while (live.Read())
        {
            if (!Ascii.Equals(live.Bytes(1), kind))
            {
                kind = live.Text(1);
                known = kinds.TryGetValue(kind, out var earlier) ? earlier : kinds[kind] = kinds.Count == 0 ? known : new(StringComparer.Ordinal);
            }

            var (id, hash) = (live.Number(0), HashOf(live.Bytes(3)));
            known.Add(live.Text(2), new Known
            {
                RecordId = id,
                Hash = hash,
                Row = memory.DigestOf(id, hash),
                WasMissing = live.Number(4) > 0,
            });
            Total++;
        }
    }

    /// <summary>Marks what is known of a record as seen, and says what is to be done with the record.</summary>
    public Sighting See(ImportRecord record, ReadOnlySpan<byte> hash)
    {
        if (!kinds.TryGetValue(record.Kind, out var known))
        {
            return Sighting.News;
        }

        ref var earlier = ref CollectionsMarshal.GetValueRefOrNullRef(known, record.ExternalId);
        if (Unsafe.IsNullRef(ref earlier))
        {
            return Sighting.News;
        }

        var order = HashOf(hash).CompareTo(earlier.Hash);
        if (earlier.State == KnownState.Unchanged)
        {
            return SeeAgain(ref earlier, order);
        }

        var isFirst = earlier.State == KnownState.Unseen;
        if (isFirst && order == 0)
        {
            HasNewRows |= earlier.Row != record.RowDigest;
            earlier.Row = record.RowDigest;
            earlier.State = KnownState.Unchanged;
            Unchanged++;
            return Sighting.Unchanged;
        }

        earlier.State = KnownState.Staged;
        return Sighting.News;
    }

    /// <inheritdoc />
    public bool Has(string kind, string externalId, UInt128 digest) =>
        kinds.TryGetValue(kind, out var known) && known.TryGetValue(externalId, out var earlier) && earlier.Row == digest;

    /// <summary>Notes that the row of a record was met again. No two rows of a run have one id.</summary>
    public void Confirm(ImportRecord record)
    {
        ref var earlier = ref CollectionsMarshal.GetValueRefOrNullRef(kinds[record.Kind], record.ExternalId);
        earlier.State = KnownState.Unchanged;
        Unchanged++;
    }

    /// <summary>The rows of the records that say the same again.</summary>
    public IEnumerable<RowEntry> Rows() => kinds.Values.SelectMany(kind => kind.Values)
        .Where(known => known.State == KnownState.Unchanged && known.Row != 0).Select(known => new RowEntry(known.RecordId, known.Row, known.Hash));

    /// <summary>Takes back that a staged record was seen: it is left out, as if the source had not named it.</summary>
    public void Unsee(string kind, string externalId)
    {
        if (!kinds.TryGetValue(kind, out var known))
        {
            return;
        }

        ref var earlier = ref CollectionsMarshal.GetValueRefOrNullRef(known, externalId);
        if (!Unsafe.IsNullRef(ref earlier) && earlier.State == KnownState.Staged)
        {
            earlier.State = KnownState.Unseen;
        }
    }

    /// <summary>Writes down the absences: who is missing, and who was and is back.</summary>
    public void WriteAbsences(BulkWriter absences)
    {
        foreach (var known in kinds.Values.SelectMany(kind => kind.Values))
        {
            var isMissing = known.State == KnownState.Unseen;
            if (isMissing || known.WasMissing)
            {
                absences.Write(known.RecordId, !isMissing);
            }
        }
    }

    // Of two records under one id the one with the smaller hash is kept, whichever comes first.
    private Sighting SeeAgain(ref Known earlier, int order)
    {
        if (order >= 0)
        {
            return order == 0 ? Sighting.Same : Sighting.Weaker;
        }

        earlier.State = KnownState.Staged;
        Unchanged--;
        return Sighting.Stronger;
    }

    private static UInt128 HashOf(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    private struct Known
    {
        public UInt128 Hash;
        public UInt128 Row;
        public long RecordId;
        public bool WasMissing;
        public KnownState State;
    }

    private enum KnownState : byte
    {
        Unseen,
        Unchanged,
        Staged,
    }
}

/// <summary>What a record is to the known ones.</summary>
internal enum Sighting
{
    /// <summary>New, changed, or not to be told yet: it is staged.</summary>
    News,

    /// <summary>Known and the same.</summary>
    Unchanged,

    /// <summary>Repeats to the letter one that was unchanged.</summary>
    Same,

    /// <summary>Stands beside one of the same id that was unchanged, and is left out.</summary>
    Weaker,

    /// <summary>Stands beside one of the same id that was unchanged, and takes its place.</summary>
    Stronger,
}
