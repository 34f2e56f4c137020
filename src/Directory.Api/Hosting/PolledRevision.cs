using System.Diagnostics;

namespace CenterDirectory.Api.Hosting;

/// <summary>
/// The newest revision, asked for at most once in a while and only when somebody wants to know: between two questions a commit is not
/// seen. However many want to know at once, one question is under way.
/// </summary>
/// <param name="database">Asks.</param>
/// <param name="bound">How old an answer may be.</param>
/// <param name="clock">Measures that.</param>
internal sealed class PolledRevision(NewestRevision database, TimeSpan bound, TimeProvider clock) : NewestRevision
{
    /// <summary>A server that does not answer at all is away; who waits longer than this has gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<int?>? asking;
    private Known? known;

    public override ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
    {
        Task<int?> answer;
        lock (gate)
        {
            if (known is { } last && clock.GetElapsedTime(last.AskedAt) < bound)
            {
                return ValueTask.FromResult(last.Number);
            }

            answer = asking ??= AskAsync();
        }

        return new ValueTask<int?>(answer.WaitAsync(cancellationToken));
    }

    private async Task<int?> AskAsync()
    {
        // Whoever asked first holds the lock until here; and the question is everybody's, no part of his trace.
        await Task.Yield();
        Activity.Current = null;
        try
        {
            // As of the question, not of the answer: what is committed in between may not be in it.
            var now = clock.GetTimestamp();
            var number = await database.NumberAsync(CancellationToken.None).AsTask().WaitAsync(Patience, clock);
            lock (gate)
            {
                known = new Known(number, now);
            }

            return number;
        }
        finally
        {
            lock (gate)
            {
                asking = null;
            }
        }
    }

    private sealed record Known(int? Number, long AskedAt);
}
