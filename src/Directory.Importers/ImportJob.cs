using CenterDirectory.Data;
using CenterDirectory.Importers.Scheduling;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CenterDirectory.Importers;

/// <summary>The one job: the name of its key is the key of a source, which it imports. Runs of one key do not overlap.</summary>
[DisallowConcurrentExecution]
internal sealed class ImportJob(FeedCatalog catalog, ImportPipeline pipeline, SourceTurns turns, IDbContextFactory<DirectoryDb> databases) : IJob
{
    /// <summary>Imports the source if it is still due. How it ended stands in its run; a failure is no exception, the next turn comes all the same.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var key = context.JobDetail.Key.Name;
        var manifest = catalog.Find(key) ?? throw new InvalidOperationException($"There is a job for {key}, but no manifest.");
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (!await turns.IsDueAsync(db, key, cancellationToken))
            {
                return;
            }
        }

        context.Result = await pipeline.RunAsync(manifest, new ImportOptions(), progress: null, cancellationToken);
    }
}
