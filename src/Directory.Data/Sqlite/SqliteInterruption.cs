using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CenterDirectory.Data.Sqlite;

/// <summary>
/// Stops a running statement when its caller gives up. The SQLite client runs statements on the calling thread and looks at the
/// CancellationToken before them only; here SQLite itself asks, every few thousand steps, whether anybody still waits. Asking beats
/// <c>sqlite3_interrupt</c>, which is lost if it comes a moment before the statement starts.
/// </summary>
internal sealed class SqliteInterruption : DbCommandInterceptor
{
    /// <summary>Steps of SQLite's machine between two questions: some dozens of microseconds.</summary>
    private const int StepsBetweenQuestions = 2_000;

    /// <summary>Native handles live in a pool and keep their handler.</summary>
    private readonly ConditionalWeakTable<sqlite3, Caller> callers = [];

    private SqliteInterruption()
    {
    }

    public static SqliteInterruption Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Begin(command, CancellationToken.None);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Begin(command, cancellationToken);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Begin(command, cancellationToken);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Begin(command, cancellationToken);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Begin(command, CancellationToken.None);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Begin(command, CancellationToken.None);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Begin(command, CancellationToken.None);
        return ValueTask.FromResult(result);
    }

    /// <summary>A statement that was stopped is a cancellation to its caller, no fault of the database.</summary>
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Begin(command, CancellationToken.None);
        return cancellationToken.IsCancellationRequested && eventData.Exception is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT }
            ? throw new OperationCanceledException("The statement was stopped.", eventData.Exception, cancellationToken)
            : Task.CompletedTask;
    }

    private void Begin(DbCommand command, CancellationToken cancellationToken) => Begin(command.Connection, cancellationToken);

    /// <summary>From now on the connection works for this caller; for nobody between statements.</summary>
    public void Begin(DbConnection? connection, CancellationToken cancellationToken)
    {
        if (connection is not SqliteConnection { Handle: { } handle })
        {
            return;
        }

        if (callers.TryGetValue(handle, out var known))
        {
            known.Token = cancellationToken;
        }
        else if (cancellationToken.CanBeCanceled)
        {
            var caller = new Caller { Token = cancellationToken };
            callers.Add(handle, caller);
            raw.sqlite3_progress_handler(handle, StepsBetweenQuestions, static state => ((Caller)state).Token.IsCancellationRequested ? 1 : 0, caller);
        }
    }

    private sealed class Caller
    {
        public CancellationToken Token { get; set; }
    }
}
