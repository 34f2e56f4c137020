using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Once, at the start: tidies up after dead processes, writes the sources down, and imports what is due, files first.</summary>
internal sealed partial class ImportsAtStart(
    FeedCatalog catalog, SourceRegistry sources, DueSources due, ImportPipeline pipeline, FirstImport first, TimeProvider clock, ILogger<ImportsAtStart> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The whole of it; also what a command calls that wants the same without a host.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var problem in catalog.Problems)
        {
            LogProblem(log, problem.Place, problem.Message.En);
        }

        await sources.RegisterAsync(catalog.Manifests, cancellationToken);
        var manifests = await due.FindAsync(catalog.Manifests, cancellationToken);
        foreach (var manifest in manifests.Where(DueSources.IsFile))
        {
            await ImportAsync(manifest, cancellationToken);
        }

        // Sources say which territory they cover; only now are all territories known. Where nothing came in they were before.
        if (manifests.Any(DueSources.IsFile) || due.MayOthersImport)
        {
            await sources.RegisterAsync(catalog.Manifests, cancellationToken);
        }

        first.End();
        foreach (var manifest in manifests.Where(manifest => !DueSources.IsFile(manifest)))
        {
            await ImportAsync(manifest, cancellationToken);
        }

        first.EndAll();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The first manifest is parsed on a thread of the pool: a host starts its services one after another.
            await Task.Yield();
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped(log);
        }
    }

    private async Task ImportAsync(FeedManifest manifest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var isAgain = false; await IsStillDueAsync(manifest, isAgain, cancellationToken); isAgain = true)
        {
            var outcome = await pipeline.RunAsync(manifest, new ImportOptions(), progress: null, cancellationToken);
            if (outcome.Reason != RunReasons.AlreadyRunning)
            {
                LogOutcome(log, manifest.Key, outcome.Status, outcome.Added, outcome.Changed, outcome.Retired);
                return;
            }

            // Another process that has started too imports it: whether that came to an end is seen by and by.
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>What was due when this process looked may have been done by another one since.</summary>
    private async Task<bool> IsStillDueAsync(FeedManifest manifest, bool isAgain, CancellationToken cancellationToken) =>
        !(isAgain || due.MayOthersImport) || (await due.FindAsync([manifest], cancellationToken)).Count > 0;

    [LoggerMessage(LogLevel.Error, "The manifest {Place} cannot be used: {Problem}")]
    private static partial void LogProblem(ILogger log, string place, string problem);

    [LoggerMessage(LogLevel.Information, "Source {Source}: {Status}, {Added} added, {Changed} changed, {Retired} retired.")]
    private static partial void LogOutcome(ILogger log, string source, Data.Values.ImportRunStatus status, int added, int changed, int retired);

    [LoggerMessage(LogLevel.Information, "Stopped during the imports at start; the next start goes on with them.")]
    private static partial void LogStopped(ILogger log);
}
