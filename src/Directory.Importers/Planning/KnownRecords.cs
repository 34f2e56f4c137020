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
    /// <summary>About 90 bytes each.</summary>
    public const int Limit = 500_000;

    private const string Count = """SELECT COUNT(*) FROM "SourceRecords" WHERE "SourceId" = @source""";

    // By numbers that are as good as the names themselves: those of a quarter of a million need not be kept.
    private readonly PlaceIndex byId;
    private readonly PlaceIndex byRow;
    private Known[] all;
    private Fingerprint[]? rowsNow;
    private int confirmed;
    private int unchanged;

    private KnownRecords(int count)
    {
        all = new Known[count];
        (byId, byRow) = (new PlaceIndex(count), new PlaceIndex(count));
    }

    /// <summary>Told once, of the first record that says something else.</summary>
    public Action? FirstNews { private get; set; }

    /// <summary>Records that were not retired.</summary>
    public int Total { get; private set; }

    /// <summary>Records that say the same again, so far.</summary>
    public int Unchanged => confirmed + unchanged;

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
        var count = await session.CountAsync(Count, cancellationToken, ("@source", sourceId));
        if (count > limit)
        {
            return null;
        }

        var records = new KnownRecords((int)count);
        if (count > 0)
        {
            records.Load(session.Rows(Live(await RecordScan.WayAsync(session, count, cancellationToken))), await RowMemory.ReadAsync(session, sourceId, seal, cancellationToken), sourceId);
        }

        return records;
    }

    private static string Live(string way) =>
        $"""SELECT "Id", "Kind", "ExternalId", "Hash", "MissingRuns" FROM "SourceRecords"{way} WHERE "SourceId" = @a AND "RetiredAt" IS NULL""";

    private void Load(RowReader live, RowMemory memory, long sourceId)
    {
        live.Start(sourceId);
        while (live.Read())
        {
            // Who only rehearses does not hold the source: it may have more records by now.
            if (Total == all.Length)
            {
                Array.Resize(ref all, Math.Max(16, 2 * Total));
            }

            ref var record = ref all[Total];
            (record.RecordId, record.Hash) = (live.Number(0), Fingerprint.Read(live.Bytes(3)));
            record.WasMissing = live.Number(4) > 0;
            byId.Add(RecordName.Of(live.Bytes(1), live.Bytes(2)), Total);
            if (memory.DigestOf(record.RecordId, record.Hash) is { IsNone: false } row)
            {
                byRow.Add(row, Total);
            }

            Total++;
        }
    }

    /// <summary>Marks what is known of a record as seen, and says what is to be done with the record.</summary>
    public Sighting See(ImportRecord record, ReadOnlySpan<byte> hash)
    {
        var sighting = Look(record, hash);
        if (sighting is Sighting.News or Sighting.Stronger && FirstNews is { } tell)
        {
            FirstNews = null;
            tell();
        }

        return sighting;
    }

    private Sighting Look(ImportRecord record, ReadOnlySpan<byte> hash)
    {
        var place = byId.Find(RecordName.Of(record.Kind, record.ExternalId));
        if (place < 0)
        {
            return Sighting.News;
        }

        ref var earlier = ref all[place];
        var order = Fingerprint.Read(hash).CompareTo(earlier.Hash);
        if (earlier.State == KnownState.Unchanged)
        {
            return SeeAgain(ref earlier, order);
        }

        var isFirst = earlier.State == KnownState.Unseen;
        if (isFirst && order == 0)
        {
            HasNewRows |= !byRow[place].Equals(record.RowDigest);
            // Not where the last one stands: another thread is looking there.
            rowsNow ??= new Fingerprint[all.Length];
            rowsNow[place] = record.RowDigest;
            earlier.IsRead = true;
            earlier.State = KnownState.Unchanged;
            unchanged++;
            return Sighting.Unchanged;
        }

        earlier.State = KnownState.Staged;
        return Sighting.News;
    }

    /// <inheritdoc />
    public int Find(Fingerprint digest) => byRow.Find(digest);

    /// <inheritdoc />
    public bool Confirm(int place)
    {
        ref var known = ref all[place];
        if (known.State != KnownState.Unseen)
        {
            return false;
        }

        known.State = KnownState.Unchanged;
        confirmed++;
        return true;
    }

    /// <inheritdoc />
    public bool IsConfirmed(string kind, string externalId) =>
        byId.Find(RecordName.Of(kind, externalId)) is >= 0 and var place && all[place].State == KnownState.Unchanged;

    /// <summary>The rows of the records that say the same again.</summary>
    public IEnumerable<RowEntry> Rows()
    {
        for (var place = 0; place < Total; place++)
        {
            var row = all[place].IsRead ? rowsNow![place] : byRow[place];
            if (all[place].State == KnownState.Unchanged && !row.IsNone)
            {
                yield return new RowEntry(all[place].RecordId, row, all[place].Hash);
            }
        }
    }

    /// <summary>Takes back that a staged record was seen: it is left out, as if the source had not named it.</summary>
    public void Unsee(string kind, string externalId)
    {
        var place = byId.Find(RecordName.Of(kind, externalId));
        if (place >= 0 && all[place].State == KnownState.Staged)
        {
            all[place].State = KnownState.Unseen;
        }
    }

    /// <summary>Writes down the absences: who is missing, and who was and is back.</summary>
    public void WriteAbsences(BulkWriter absences)
    {
        foreach (ref readonly var known in all.AsSpan(0, Total))
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
        unchanged--;
        return Sighting.Stronger;
    }

    private struct Known
    {
        public Fingerprint Hash;
        public long RecordId;
        public bool WasMissing;
        public bool IsRead;
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
