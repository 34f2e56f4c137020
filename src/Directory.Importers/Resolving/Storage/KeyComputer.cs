using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Computes keys on threads of its own, some windows while the next is read.</summary>
/// <param name="rules">Make them.</param>
internal sealed class KeyComputer(RulesPool rules)
{
    private const int Window = 200;

    private readonly Queue<Task<List<KeyRow>>> computing = [];
    private List<(int Record, byte[] Payload)> window = [];

    /// <summary>Takes a record; hands over what has been computed by now, in the order in which records came.</summary>
    public async ValueTask AddAsync(int record, byte[] payload, Action<List<KeyRow>> take)
    {
        window.Add((record, payload));
        if (window.Count < Window)
        {
            return;
        }

        Begin();
        if (computing.Count > RulesPool.AtOnce)
        {
            take(await computing.Dequeue());
        }
    }

    public async Task EndAsync(Action<List<KeyRow>> take)
    {
        Begin();
        while (computing.TryDequeue(out var last))
        {
            take(await last);
        }
    }

    private void Begin()
    {
        var records = window;
        window = new List<(int, byte[])>(Window);
        computing.Enqueue(rules.Run(own => Compute(own, records)));
    }

    private static List<KeyRow> Compute(MatchRules rules, List<(int Record, byte[] Payload)> records)
    {
        var rows = new List<KeyRow>(records.Count * 8);
        foreach (var (record, payload) in records)
        {
            Compute(rules, record, payload, rows);
        }

        return rows;
    }

    /// <summary>Adds the keys of one record, each once.</summary>
    public static void Compute(MatchRules rules, int record, ReadOnlySpan<byte> payload, List<KeyRow> rows)
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
