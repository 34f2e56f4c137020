using System.Globalization;
using CenterDirectory.Data;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Occurrences;

/// <summary>Moves the window of repeated events on: at the start, and then once a day.</summary>
public sealed class OccurrenceRolling
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly WriteGate gate;
    private readonly TimeProvider clock;

    internal OccurrenceRolling(IDbContextFactory<DirectoryDb> databases, WriteGate gate, TimeProvider clock) =>
        (this.databases, this.gate, this.clock) = (databases, gate, clock);

    /// <summary>Expands the events whose occurrences no longer reach far enough, and those that never were expanded.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reach = DateOnly.FromDateTime(now).AddDays(OccurrenceTable.LeastDaysAhead);
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        // Looked for without the lock: on most days there is none, and an import may hold the lock for minutes.
        if (!await session.Db.Events.AnyAsync(item => item.ExpandedTo < reach, cancellationToken))
        {
            return false;
        }

        using var writing = await gate.BeginAsync(session, cancellationToken);
        var day = reach.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await new OccurrenceTable(session, now).RefreshAsync(
            $"""SELECT "Id" FROM "Events" WHERE "ExpandedTo" < '{day}' AND "Id" > @after ORDER BY "Id" LIMIT @count""", cancellationToken);
        await session.CommitAsync(cancellationToken);
        return true;
    }
}
