using System.Diagnostics.Metrics;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.Telemetry;

/// <summary>What stands in the database about operations, as metrics: how each source is doing, and the newest revision. Read now and then, not with each question.</summary>
internal sealed partial class DirectoryGauges : BackgroundService
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CenterDirectory";

    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly NewestRevision revisions;
    private readonly TimeProvider clock;
    private readonly ILogger<DirectoryGauges> log;
    private readonly TimeSpan pause;
    private readonly Meter meter;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Reading last = new(null, []);

    public DirectoryGauges(
        IDbContextFactory<DirectoryDb> databases, NewestRevision revisions, IOptions<TelemetryOptions> options, TimeProvider clock, IMeterFactory meters, ILogger<DirectoryGauges> log)
    {
        (this.databases, this.revisions, this.clock, this.log, pause) = (databases, revisions, clock, log, options.Value.SourcesEvery);
        meter = meters.Create(MeterName);
        meter.CreateObservableGauge("directory.database.reachable", () => last.Revision is null ? 0 : 1, null, "Whether the database answered when it was last asked.");
        meter.CreateObservableGauge("directory.revision", () => last.Revision ?? 0, null, "Number of the newest revision.");
        meter.CreateObservableGauge("directory.sources", States, "{source}", "Sources by state.");
        meter.CreateObservableGauge("directory.source.failures", Failures, "{run}", "Runs of a source that failed one after another.");
        meter.CreateObservableGauge("directory.source.age", Ages, "s", "Time since a source was last imported well.");
    }

    /// <summary>Reads anew: one reading after another, as a slow one would put an older state in place of a newer.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var revision = await revisions.NumberAsync(cancellationToken) ?? 0;
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            last = new Reading(revision, await db.Sources.AsNoTracking().OrderBy(source => source.Key)
                .Select(source => new SourceReading(source.Key, source.Enabled, source.Health.State, source.ConsecutiveFailures, source.LastSuccessAt))
                .ToListAsync(cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnreadable(error.Message);
            last = last with { Revision = null };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first statement must not hold up the start.
        await Task.Yield();
        using var timer = new PeriodicTimer(pause, clock);
        try
        {
            do
            {
                await ReadAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private IEnumerable<Measurement<int>> States() => Enum.GetValues<SourceHealthState>()
        .Select(state => new Measurement<int>(last.Sources.Count(source => source.State == state), Label("state", state.ToString().ToLowerInvariant())));

    private IEnumerable<Measurement<int>> Failures() => Enabled().Select(source => new Measurement<int>(source.Failures, Label("source", source.Key)));

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Enabled().Where(source => source.LastSuccessAt is not null)
            .Select(source => new Measurement<double>((now - source.LastSuccessAt!.Value).TotalSeconds, Label("source", source.Key)));
    }

    private IEnumerable<SourceReading> Enabled() => last.Sources.Where(source => source.Enabled);

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    [LoggerMessage(LogLevel.Warning, "The state of the sources could not be read for the metrics: {Problem}")]
    private partial void LogUnreadable(string problem);

    private sealed record Reading(int? Revision, IReadOnlyList<SourceReading> Sources);

    private sealed record SourceReading(string Key, bool Enabled, SourceHealthState State, int Failures, DateTime? LastSuccessAt);
}
