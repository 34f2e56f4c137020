using System.Data.Common;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Values;
using Microsoft.Data.Sqlite;

namespace CenterDirectory.Api.Requests;

/// <summary>A write that found no gap while a large import writes has changed nothing, and may come again: that is an answer, not a fault.</summary>
internal static class BusyDatabase
{
    private const int RetryAfterSeconds = 5;

    private static readonly RateLimitedError Busy = new(
        new LocalizedText(
            $"Справочник принимает большое обновление; ничего не записано. Повторите через {RetryAfterSeconds} с.",
            $"The directory is taking in a large update; nothing was written. Try again in {RetryAfterSeconds} s."), [], RetryAfterSeconds);

    /// <summary>Runs a write.</summary>
    public static async Task<Written<T>> RetryableAsync<T>(Func<Task<Written<T>>> write)
        where T : class
    {
        try
        {
            return await write();
        }
        catch (Exception error) when (IsBusy(error))
        {
            return Written<T>.Failed(Busy);
        }
    }

    private static bool IsBusy(Exception error) =>
        (error as DbException ?? error.InnerException as DbException) is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED };
}
