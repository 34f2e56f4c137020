using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests;

/// <summary>Erases what tells who asked: on the day that was promised, when the asker takes the request back, or when the operator is told to.</summary>
internal sealed class RequestErasure(DirectoryDb db, QuietWrites writes, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Erases one request, in a transaction of the caller's.</summary>
    /// <returns>Whether there was anything to erase.</returns>
    public async Task<bool> EraseAsync(long id, CancellationToken cancellationToken)
    {
        var now = Now;
        await OverwriteFreedAsync(true, cancellationToken);
        var erased = await db.SupportRequests.Where(request => request.Id == id && request.ErasedAt == null).ExecuteUpdateAsync(
            request => request
                .SetProperty(row => row.Sealed, (byte[]?)null).SetProperty(row => row.SealedNote, (byte[]?)null).SetProperty(row => row.ContactMark, (string?)null)
                .SetProperty(row => row.State, SupportRequestState.Closed).SetProperty(row => row.ErasedAt, now),
            cancellationToken);
        await db.RequestDeliveries.Where(delivery => delivery.RequestId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SupportMessages.Where(message => message.RequestId == id).ExecuteDeleteAsync(cancellationToken);
        await OverwriteFreedAsync(false, cancellationToken);
        return erased > 0;
    }

    /// <summary>Erases some.</summary>
    /// <returns>Those where there was anything to erase.</returns>
    public async Task<IReadOnlyList<long>> EraseAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var erased = new List<long>();
        await writes.RunAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var id in ids)
            {
                if (await EraseAsync(id, cancellationToken))
                {
                    erased.Add(id);
                }
            }

            await transaction.CommitAsync(cancellationToken);
            await EmptyLogAsync(cancellationToken);
        }, cancellationToken);
        return erased;
    }

    /// <summary>Erases all whose day has come.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseDueAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(Now);
        var due = await db.SupportRequests.Where(request => request.ErasedAt == null && request.ErasesOn <= today).Select(request => request.Id).ToListAsync(cancellationToken);
        // With nothing due too: requests that were taken back meanwhile are in the log.
        return (await EraseAsync(due, cancellationToken)).Count;
    }

    /// <summary>SQLite otherwise leaves what is deleted in the file until the place is needed again. Imports are quicker without.</summary>
    private async Task OverwriteFreedAsync(bool isOn, CancellationToken cancellationToken)
    {
        if (DatabaseProviders.IsSqlite(db))
        {
            await db.Database.ExecuteSqlRawAsync(isOn ? "PRAGMA secure_delete = ON" : "PRAGMA secure_delete = OFF", cancellationToken);
        }
    }

    /// <summary>What was written stands in the write-ahead log too, until it is emptied; where readers are in the way, the next time does it.</summary>
    private async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        if (DatabaseProviders.IsSqlite(db))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        }
    }
}
