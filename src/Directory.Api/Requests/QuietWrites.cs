using CenterDirectory.Data;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Api.Requests;

/// <summary>Writes that nobody waits for: while an import of this process has the one writer of SQLite they stand in its queue, however long that takes.</summary>
internal sealed class QuietWrites(DirectoryDb db, WriteGate gate)
{
    /// <summary>Runs a write.</summary>
    public async Task RunAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        using var turn = DatabaseProviders.IsSqlite(db) ? await gate.BeginAsync(_ => Task.CompletedTask, cancellationToken) : null;
        await write();
    }
}
