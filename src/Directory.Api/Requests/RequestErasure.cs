using CenterDirectory.Data;
using CenterDirectory.Data.Requests;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Requests;

/// <summary>Erases what tells who asked: on the day that was promised, when the asker takes the request back, or when the operator is told to.</summary>
internal sealed class RequestErasure(DirectoryDb db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Erases one request of the context, in a transaction of the caller's.</summary>
    public async Task EraseAsync(SupportRequest request, CancellationToken cancellationToken)
    {
        await OverwriteFreedAsync(cancellationToken);
        await db.RequestDeliveries.Where(delivery => delivery.RequestId == request.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SupportMessages.Where(message => message.RequestId == request.Id).ExecuteDeleteAsync(cancellationToken);
        (request.Sealed, request.SealedNote, request.ContactMark) = (null, null, null);
        (request.State, request.ErasedAt) = (SupportRequestState.Closed, Now);
    }

    /// <summary>Erases all whose day has come.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseDueAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(Now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db.SupportRequests.Where(request => request.ErasedAt == null && request.ErasesOn <= today).ToListAsync(cancellationToken);
        foreach (var request in due)
        {
            await EraseAsync(request, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>SQLite otherwise leaves what is deleted in the file until the place is needed again.</summary>
    private async Task OverwriteFreedAsync(CancellationToken cancellationToken)
    {
        if (!DatabaseProviders.IsPostgres(db.Database.GetConnectionString() ?? ""))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
        }
    }
}
