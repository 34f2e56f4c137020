using System.Diagnostics;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Http;

namespace CenterDirectory.Api.Hosting;

/// <summary>
/// What state of the data answers are made from, and until when what the clock decides stays as it is: the next instant at which an event is
/// no longer upcoming, or certainly over.
/// </summary>
/// <param name="revisions">The newest revision.</param>
/// <param name="connections">Those on which answers are read: a replica knows its own events.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class EventTurns(NewestRevision revisions, ReadConnections connections, TimeProvider clock) : IRevisionSource
{
    private const string Next =
        """
        SELECT MIN(turn) FROM (
            SELECT MIN("UpcomingUntil") AS turn FROM "Events" WHERE "UpcomingUntil" > @now
            UNION ALL SELECT MIN("OverFrom") FROM "Events" WHERE "OverFrom" > @now) turns
        """;

    private volatile Interval? known;

    public ValueTask<string?> CurrentAsync(CancellationToken cancellationToken) => revisions.CurrentAsync(cancellationToken);

    public async ValueTask<DateTime?> NextTurnAsync(CancellationToken cancellationToken)
    {
        if (await revisions.NumberAsync(cancellationToken) is not { } number)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var last = known;
        // A clock that was set back is between other turns.
        if (last is null || last.Revision != number || now < last.From || now >= last.Next)
        {
            known = last = new Interval(number, now, await ReadAsync(now, cancellationToken));
        }

        return last.Next;
    }

    private async Task<DateTime> ReadAsync(DateTime now, CancellationToken cancellationToken)
    {
        // Read for everybody, no part of one request's trace.
        Activity.Current = null;
        var turns = await connections.ReadAsync(Next, [new("@now", now)], row => row.IsDBNull(0) ? DateTime.MaxValue : row.GetDateTime(0), cancellationToken);
        return DateTime.SpecifyKind(turns[0], DateTimeKind.Utc);
    }

    private sealed record Interval(int Revision, DateTime From, DateTime Next);
}
