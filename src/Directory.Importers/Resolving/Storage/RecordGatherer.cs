using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// Brings the keys of a kind to what its records will state when the run is over, and notes whose pairs have to be found anew and which
/// records lose a partner.
/// </summary>
internal sealed class RecordGatherer(ImportSession session, MatchRules rules, RulesPool pool, MatchKeyTable table, MatchPairTable pairs, RunRecords records)
{
    // With the index of kinds the rows would be looked for one by one, or sorted anew, payloads and all; what is joined to the kind keeps it out.
    private const string Staged =
        """
        SELECT s."Id", s."Action", COALESCE(s."RecordId", 0), p."Payload" FROM staged AS s CROSS JOIN staged_payloads AS p
        WHERE p."Id" = s."Id" AND s."Kind" || '' = @kind AND s."Action" <> 0 ORDER BY s."Id"
        """;

    private const string CountStaged = """SELECT COUNT(*) FROM staged WHERE "Kind" || '' = @kind AND "Action" <> 0""";

    /// <summary>An organization has eight of them, most others fewer.</summary>
    private const int KeysOfRecord = 9;

    private const string Earlier =
        """
        SELECT r."Id", s."Action", r."Payload" FROM staged AS s CROSS JOIN "SourceRecords" AS r
        WHERE r."Id" = s."RecordId" AND s."Kind" || '' = @kind AND s."Action" IN (2, 3)
        """;

    private const string Retiring =
        """
        SELECT r."Id", r."Payload" FROM absences AS a CROSS JOIN "SourceRecords" AS r
        WHERE r."Id" = a."RecordId" AND NOT a."IsOver" AND r."MissingRuns" >= @a AND r."Kind" = @kind
        """;

    private List<KeyRow> pending = [];
    private readonly KeyComputer computer = new(pool);

    /// <summary>Keys of the run's records.</summary>
    public List<KeyRow> Keys { get; private set; } = [];

    /// <summary>How many records lost a key.</summary>
    public Dictionary<long, int> Removed { get; } = [];

    /// <summary>Records that lost a partner, and those that are gone.</summary>
    public HashSet<long> Affected { get; } = [];

    /// <summary>Records that are live no more.</summary>
    public HashSet<long> Gone { get; } = [];

    /// <summary>Computes the keys that go and those that come.</summary>
    public async Task GatherAsync(long sourceId, int graceRuns)
    {
        await RetireAsync(graceRuns);
        await ForgetAsync();
        await ReadStagedAsync(sourceId);
    }

    /// <summary>Writes the keys that were computed since the last time, in their order, which is that of the pages.</summary>
    public void WriteKeys()
    {
        table.Write(pending, records);
        if (pending.Count == 0)
        {
            return;
        }

        Keys = Keys.Count == 0 ? pending : [.. Keys.Concat(pending).Order()];
        pending = [];
    }

    /// <summary>Adds live records that nobody staged: their pairs are found anew.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> AddAsync(IEnumerable<long> ids)
    {
        var before = records.Ids.Count;
        var rows = session.Rows("""SELECT "SourceId", "Payload" FROM "SourceRecords" WHERE "Id" = @a AND "Kind" = @kind AND "RetiredAt" IS NULL""");
        rows.Set("@kind", rules.Kind);
        foreach (var id in ids.Where(id => !records.Contains(id) && !Gone.Contains(id)))
        {
            rows.Start(id);
            if (rows.Read())
            {
                Affected.UnionWith(pairs.Remove(id));
                await computer.AddAsync(records.Add(id, 0, rows.Number(0)), rows.Bytes(1).ToArray(), Take);
            }
        }

        await computer.EndAsync(Take);
        WriteKeys();
        return records.Ids.Count > before;
    }

    /// <summary>Lets go of the keys: pairs have been found.</summary>
    public void DropKeys() => Keys = [];

    private async Task RetireAsync(int graceRuns)
    {
        var rows = session.Rows(Retiring);
        rows.Set("@kind", rules.Kind);
        rows.Start(graceRuns);
        await ReadKeysAsync(rows, payload: 1, id => Gone.Add(id), (row, id) =>
        {
            Count(row.Key);
            if (MatchKey.SortOf(row.Key) is MatchKeySort.Ogrn or MatchKeySort.Inn or MatchKeySort.Declared)
            {
                table.Retire(row.Key, id);
            }
            else
            {
                table.Remove(row.Key, id);
            }
        });
    }

    /// <summary>Takes away the keys that changed records had.</summary>
    private async Task ForgetAsync()
    {
        var rows = session.Rows(Earlier);
        rows.Set("@kind", rules.Kind);
        rows.Start();
        var returning = new HashSet<long>();
        await ReadKeysAsync(
            rows, payload: 2,
            id =>
            {
                if (rows.Number(1) == (long)StagedAction.Returned)
                {
                    returning.Add(id);
                }
            },
            (row, id) =>
            {
                var isReturning = returning.Contains(id);
                table.Remove(row.Key, id, isReturning ? null : row.Mark);
                if (!isReturning)
                {
                    Count(row.Key);
                }
            });
    }

    /// <summary>Reads the keys that records had until now; their pairs are to be found anew.</summary>
    private async Task ReadKeysAsync(RowReader rows, int payload, Action<long> begin, Action<KeyRow, long> take)
    {
        var ids = new List<long>();
        while (rows.Read())
        {
            var id = rows.Number(0);
            ids.Add(id);
            begin(id);
            Affected.UnionWith(pairs.Remove(id));
            await computer.AddAsync(ids.Count - 1, rows.Bytes(payload).ToArray(), TakeAll);
        }

        await computer.EndAsync(TakeAll);

        void TakeAll(List<KeyRow> keys) => keys.ForEach(key => take(key, ids[key.Record]));
    }

    private async Task ReadStagedAsync(long sourceId)
    {
        // Room for all at once: a list that grows takes three times as much in the end.
        var counted = session.Rows(CountStaged);
        counted.Set("@kind", rules.Kind);
        counted.Start();
        counted.Read();
        pending.EnsureCapacity((int)counted.Number(0) * KeysOfRecord);
        var rows = session.Rows(Staged);
        rows.Set("@kind", rules.Kind);
        rows.Start();
        while (rows.Read())
        {
            var staged = rows.Number(0);
            var id = rows.Number(2) is var known and > 0 ? known : records.LastKnownId + staged;
            if (rows.Number(1) == (long)StagedAction.Returned)
            {
                records.Returned.Add(id);
            }

            await computer.AddAsync(records.Add(id, staged, sourceId), rows.Bytes(3).ToArray(), Take);
        }

        await computer.EndAsync(Take);
    }

    private void Take(List<KeyRow> rows) => pending.AddRange(rows);

    private void Count(long key) => Removed[key] = Removed.GetValueOrDefault(key) + 1;
}
