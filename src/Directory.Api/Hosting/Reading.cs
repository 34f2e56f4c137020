using CenterDirectory.Data;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.Api.Hosting;

/// <summary>On what connections GraphQL reads.</summary>
internal static class Reading
{
    /// <summary>
    /// SQLite: connections of their own, which keep their prepared statements. PostgreSQL: those of the context; its client pools
    /// connections and prepares statements by itself.
    /// </summary>
    public static IServiceCollection AddReading(this IServiceCollection services, string connectionString) =>
        DatabaseProviders.IsPostgres(connectionString)
            ? services
            : services.AddSingleton(_ => new ReadConnections(
                cancellationToken => SqliteReading.OpenAsync(connectionString, cancellationToken), SqliteInterruption.Instance.Begin));
}
