using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Tells which state of the data answers are made from: the same revision and the same request give the same answer.</summary>
public interface IRevisionSource
{
    /// <summary>The revision as a short text, fit for an ETag; null if there is none yet.</summary>
    ValueTask<string?> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>
    /// When what depends on the clock (<see cref="VolatileAttribute.ByClock"/>) changes next at this revision, if nothing is committed meanwhile;
    /// <see cref="DateTime.MaxValue"/> if never. Null if nobody can tell: then no such answer is kept.
    /// </summary>
    ValueTask<DateTime?> NextTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<DateTime?>(null);
}
