namespace CenterDirectory.Importers.Running;

/// <summary>
/// The queue of this process for the database's one write lock: waiting here costs nothing, while waiting for SQLite blocks a thread.
/// Other processes are kept out by the database itself.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Waits for its turn and begins the session's transaction; disposing the turn lets the next one in.</summary>
    public Task<IDisposable> BeginAsync(ImportSession session, CancellationToken cancellationToken) => BeginAsync(session.BeginAsync, cancellationToken);

    /// <summary>The same for a transaction that is begun in another way.</summary>
    public async Task<IDisposable> BeginAsync(Func<CancellationToken, Task> begin, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await begin(cancellationToken);
            return new Turn(one);
        }
        catch
        {
            one.Release();
            throw;
        }
    }

    public void Dispose() => one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
