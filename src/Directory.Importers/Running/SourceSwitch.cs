using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Running;

/// <summary>What the operator switches by hand. The process that runs the schedule reads it out of the database.</summary>
public sealed class SourceSwitch
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly WriteGate gate;
    private readonly SourceCare care;
    private readonly TimeProvider clock;

    internal SourceSwitch(IDbContextFactory<DirectoryDb> databases, WriteGate gate, SourceCare care, TimeProvider clock) =>
        (this.databases, this.gate, this.care, this.clock) = (databases, gate, care, clock);

    /// <summary>From now on it runs only by name.</summary>
    /// <param name="manifest">The source.</param>
    /// <param name="why">The operator's words, which everybody may read; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task PauseAsync(FeedManifest manifest, string? why, CancellationToken cancellationToken) =>
        SwitchAsync(manifest, (source, _, now) => SourceCare.Paused(source, HealthMessages.PausedByHand(why), now), cancellationToken);

    /// <summary>It runs by its schedule again.</summary>
    public Task ResumeAsync(FeedManifest manifest, CancellationToken cancellationToken) =>
        SwitchAsync(manifest, (source, last, now) => care.Resumed(source, manifest, last, now), cancellationToken);

    private async Task SwitchAsync(FeedManifest manifest, Action<Source, ImportRun?, DateTime> act, CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        using var writing = await gate.BeginAsync(session, cancellationToken);
        var now = new RunLedger(session, care, clock).Now();
        var source = await SourceRegistry.UpsertAsync(session, care, manifest, now, cancellationToken);
        act(source.Value, await new RunHistory(session).LastAsync(source.Value.Id, cancellationToken), now);
        await LedgerTables.Sources.UpdateAsync(session, source, cancellationToken);
        await session.CommitAsync(cancellationToken);
    }
}
