using System.Diagnostics;
using CenterDirectory.Data;
using CenterDirectory.GraphQL.Http;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>
/// What state of the data answers are made from, and until when what the clock decides stays as it is: the next instant at which an event is
/// no longer upcoming, or certainly over.
/// </summary>
internal sealed class EventTurns(NewestRevision revisions, IDbContextFactory<DirectoryDb> databases, TimeProvider clock) : IRevisionSource
{
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
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var until = await db.Events.Where(item => item.UpcomingUntil > now).MinAsync(item => item.UpcomingUntil, cancellationToken);
        var over = await db.Events.Where(item => item.OverFrom > now).MinAsync(item => item.OverFrom, cancellationToken);
        return until is null ? over ?? DateTime.MaxValue : over is null || until < over ? until.Value : over.Value;
    }

    private sealed record Interval(int Revision, DateTime From, DateTime Next);
}
