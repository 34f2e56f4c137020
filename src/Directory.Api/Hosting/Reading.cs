using CenterDirectory.Data;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.Api.Hosting;

/// <summary>On what connections GraphQL reads, and how it learns of new data.</summary>
internal static class Reading
{
    /// <summary>
    /// SQLite: connections of their own, which keep their prepared statements. PostgreSQL: those of the context; its client pools
    /// connections and prepares statements by itself.
    /// </summary>
    public static IServiceCollection AddReading(this IServiceCollection services, string connectionString) =>
        DatabaseProviders.IsPostgres(connectionString)
            ? services.AddSingleton<NewestRevision, DatabaseRevision>()
            : services
                .AddSingleton<NewestRevision>(_ => new SqliteRevision(connectionString))
                .AddSingleton(_ => new ReadConnections(
                    async cancellationToken => await SqliteReading.OpenAsync(connectionString, cancellationToken), SqliteInterruption.Instance.Begin));
}
