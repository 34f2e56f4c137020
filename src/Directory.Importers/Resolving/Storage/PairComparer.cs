using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Compares pairs on threads of its own, some windows while the next is read.</summary>
/// <param name="payloads">What the records state.</param>
/// <param name="rules">Compare them.</param>
internal sealed class PairComparer(Payloads payloads, RulesPool rules)
{
    private const int Window = 100;

    private readonly Queue<(ArraySegment<(long A, long B)> Pairs, Task<MatchVerdict[]> Comparing)> comparing = [];

    /// <summary>Hands over the verdicts in the order of the pairs.</summary>
    public async Task CompareAsync((long A, long B)[] pairs, Action<(long A, long B), MatchVerdict> take, CancellationToken cancellationToken)
    {
        for (var at = 0; at < pairs.Length; at += Window)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var window = new ArraySegment<(long A, long B)>(pairs, at, Math.Min(Window, pairs.Length - at));
            var stated = Read(window);
            comparing.Enqueue((window, rules.Run(own => Compare(own, window, stated))));
            if (comparing.Count > RulesPool.AtOnce)
            {
                await TakeAsync(take);
            }
        }

        while (comparing.Count > 0)
        {
            await TakeAsync(take);
        }
    }

    private async Task TakeAsync(Action<(long A, long B), MatchVerdict> take)
    {
        var (pairs, task) = comparing.Dequeue();
        var verdicts = await task;
        for (var at = 0; at < pairs.Count; at++)
        {
            take(pairs[at], verdicts[at]);
        }
    }

    private Dictionary<long, byte[]> Read(ArraySegment<(long A, long B)> pairs)
    {
        var stated = new Dictionary<long, byte[]>(2 * pairs.Count);
        foreach (var (a, b) in pairs)
        {
            Add(stated, a);
            Add(stated, b);
        }

        return stated;
    }

    private void Add(Dictionary<long, byte[]> stated, long id)
    {
        if (!stated.ContainsKey(id))
        {
            stated.Add(id, payloads.Of(id).ToArray());
        }
    }

    private static MatchVerdict[] Compare(MatchRules rules, ArraySegment<(long A, long B)> pairs, Dictionary<long, byte[]> stated)
    {
        var known = new Dictionary<long, MatchFacts>(stated.Count);
        var verdicts = new MatchVerdict[pairs.Count];
        for (var at = 0; at < verdicts.Length; at++)
        {
            verdicts[at] = rules.Compare(FactsOf(pairs[at].A), FactsOf(pairs[at].B));
        }

        return verdicts;

        MatchFacts FactsOf(long id)
        {
            if (!known.TryGetValue(id, out var facts))
            {
                known.Add(id, facts = rules.Read(stated[id]));
            }

            return facts;
        }
    }
}
