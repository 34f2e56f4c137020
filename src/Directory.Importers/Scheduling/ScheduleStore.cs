using CenterDirectory.Data;
using CenterDirectory.Data.Postgres;
using Npgsql;
using Quartz;

namespace CenterDirectory.Importers.Scheduling;

/// <summary>Where the schedule stands: in memory, or on PostgreSQL in the database, where all processes with the role of the importer share it.</summary>
internal static class ScheduleStore
{
    private const string Name = "center-directory";

    /// <summary>Chooses it by the database. On either a source runs once at a time and what a dead process left is taken up again.</summary>
    public static void UseStoreOf(this IQuartzBuilder quartz, string connectionString, ScheduleOptions options)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = Name;
            // A stopped import has changed nothing; waiting for a large one would hold up the end of the process.
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            scheduler.InstanceId = options.Node ?? scheduler.InstanceId;
        });
        if (!DatabaseProviders.IsPostgres(connectionString))
        {
            return;
        }

        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.ConfigureStore(jobs => jobs.TablePrefix = PostgresScheduleTables.Schema + ".");
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (options.CheckIn, options.Patience));
        });
    }
}
