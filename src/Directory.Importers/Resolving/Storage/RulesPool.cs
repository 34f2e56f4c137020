using System.Collections.Concurrent;
using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Rules for work on several threads: each set of them is for one thread at a time, and remembers the words that it has met.</summary>
/// <param name="kind">Record kind.</param>
internal sealed class RulesPool(string kind)
{
    // No bag: that would live on after the run, for the threads that have put something into it.
    private readonly ConcurrentStack<MatchRules> idle = [];

    /// <summary>Windows of work beside each other: whoever reads the rows has little to do meanwhile, and each window takes memory.</summary>
    public static int AtOnce { get; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Runs work with rules of its own.</summary>
    public Task<T> Run<T>(Func<MatchRules, T> work) => Task.Run(() =>
    {
        var rules = idle.TryPop(out var known) ? known : RulesByKind.For(kind)!;
        var result = work(rules);
        idle.Push(rules);
        return result;
    });
}
