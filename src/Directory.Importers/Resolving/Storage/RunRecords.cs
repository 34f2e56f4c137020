using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>The records of a kind that a run has to resolve: what was added, changed or came back, and what it takes along.</summary>
internal sealed class RunRecords
{
    private readonly Dictionary<long, int> places = [];

    /// <summary>Ids, also of records that have no row yet.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>Where a record is staged; 0 if it is not.</summary>
    public List<long> Staged { get; } = [];

    public List<long> Sources { get; } = [];

    /// <summary>Records that come back after they were retired: what they stood for others may stand for by now.</summary>
    public HashSet<long> Returned { get; } = [];

    /// <summary>Records before this one are known to have been; later ones are new.</summary>
    public required long LastKnownId { get; init; }

    public int Add(long id, long staged, long source)
    {
        places.Add(id, Ids.Count);
        Ids.Add(id);
        Staged.Add(staged);
        Sources.Add(source);
        return Ids.Count - 1;
    }

    public bool Contains(long id) => places.ContainsKey(id);

    public long StagedOf(long id) => places.TryGetValue(id, out var place) ? Staged[place] : 0;

    public bool IsNew(long id) => id > LastKnownId;
}

/// <summary>Computes keys on a thread of its own, one window while the next is read.</summary>
internal sealed class KeyComputer(MatchRules rules)
{
    private const int Window = 1_000;

    private Task<List<KeyRow>> computing = Task.FromResult(new List<KeyRow>());
    private List<(int Record, byte[] Payload)> window = [];

    /// <summary>Takes a record; hands over what has been computed by now.</summary>
    public async ValueTask AddAsync(int record, byte[] payload, Action<List<KeyRow>> take)
    {
        window.Add((record, payload));
        if (window.Count == Window)
        {
            await FlushAsync(take);
        }
    }

    public async Task EndAsync(Action<List<KeyRow>> take)
    {
        await FlushAsync(take);
        await FlushAsync(take);
    }

    /// <summary>The keys of one record, each once.</summary>
    public static List<KeyRow> KeysOf(MatchRules rules, int record, ReadOnlySpan<byte> payload)
    {
        var rows = new List<KeyRow>();
        Compute(rules, record, payload, rows);
        return rows;
    }

    private async Task FlushAsync(Action<List<KeyRow>> take)
    {
        var done = await computing;
        var next = window;
        window = new List<(int, byte[])>(Window);
        computing = next.Count == 0 ? Task.FromResult(new List<KeyRow>()) : Task.Run(() => Compute(next));
        take(done);
    }

    private List<KeyRow> Compute(List<(int Record, byte[] Payload)> records)
    {
        var rows = new List<KeyRow>(records.Count * 6);
        foreach (var (record, payload) in records)
        {
            Compute(rules, record, payload, rows);
        }

        return rows;
    }

    private static void Compute(MatchRules rules, int record, ReadOnlySpan<byte> payload, List<KeyRow> rows)
    {
        var facts = rules.Read(payload);
        var mark = rules.Mark(facts);
        var first = rows.Count;
        rules.AddKeys(facts, key =>
        {
            for (var i = first; i < rows.Count; i++)
            {
                if (rows[i].Key == key)
                {
                    return;
                }
            }

            rows.Add(new KeyRow(key, record, MatchKey.SortOf(key) == MatchKeySort.Ogrn ? mark : 0));
        });
    }
}
