using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CenterDirectory.Importers;

/// <summary>The one job: the name of its key is the key of a source, which it imports. Runs of one key do not overlap.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ImportJob(FeedCatalog catalog, ImportPipeline pipeline, SourceTurns turns, IDbContextFactory<DirectoryDb> databases, ILogger<ImportJob> log)
    : IJob
{
    /// <summary>Imports the source if it is still due. How it ended stands in its run; a failure is no exception, the next turn comes all the same.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.JobDetail.Key.Name;
        if (catalog.Find(key) is not { } manifest)
        {
            // Another process has the manifest and this one does not, as while they are replaced one by one: the source stays due.
            LogUnknown(log, key);
            return;
        }

        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (!await turns.IsDueAsync(db, key, cancellationToken))
            {
                return;
            }
        }

        context.Result = await pipeline.RunAsync(manifest, new ImportOptions(), progress: null, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "It is the turn of source {Source}, but this process has no manifest of it.")]
    private static partial void LogUnknown(ILogger log, string source);
}
