using CenterDirectory.Data;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Http;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>On what connections GraphQL reads, and how it learns of new data.</summary>
internal static class Reading
{
    /// <summary>
    /// SQLite: connections of their own, which keep their prepared statements. PostgreSQL: those of the context; its client pools
    /// connections and prepares statements by itself.
    /// </summary>
    public static IServiceCollection AddReading(this IServiceCollection services, string connectionString)
    {
        services.AddOptions<ReadingOptions>().BindConfiguration(ReadingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IRevisionSource, EventTurns>();
        return DatabaseProviders.IsPostgres(connectionString)
            ? services.AddSingleton<DatabaseRevision>().AddSingleton<NewestRevision>(provider => new PolledRevision(
                provider.GetRequiredService<DatabaseRevision>(),
                provider.GetRequiredService<IOptions<ReadingOptions>>().Value.RevisionAge,
                provider.GetRequiredService<TimeProvider>()))
            : services
                .AddSingleton<NewestRevision>(_ => new SqliteRevision(connectionString))
                .AddSingleton(_ => new ReadConnections(
                    async cancellationToken => await SqliteReading.OpenAsync(connectionString, cancellationToken), SqliteInterruption.Instance.Begin));
    }
}
