using CenterDirectory.Data;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Sqlite;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Http;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>On what connections GraphQL reads, and how it learns of new data.</summary>
internal static class Reading
{
    /// <summary>Name of the connection string of a server that follows the directory's own; queries go there.</summary>
    public const string Replica = "Replica";

    /// <summary>
    /// Connections of their own, which stay open and keep their prepared statements. What is newest they say themselves: a replica that lags behind
    /// must not have its answers taken for those of a revision that it has not seen.
    /// </summary>
    public static IServiceCollection AddReading(this IServiceCollection services, string connectionString, IConfiguration configuration)
    {
        services.AddOptions<ReadingOptions>().Bind(configuration.GetSection(ReadingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IRevisionSource, EventTurns>();
        if (!DatabaseProviders.IsPostgres(connectionString))
        {
            return services
                .AddSingleton<NewestRevision>(_ => new SqliteRevision(connectionString))
                .AddSingleton(_ => new ReadConnections(
                    async cancellationToken => await SqliteReading.OpenAsync(connectionString, cancellationToken), SqliteInterruption.Instance.Begin, SqliteValues.Of));
        }

        var server = configuration.GetConnectionString(Replica) is { Length: > 0 } replica ? replica : connectionString;
        return services
            .AddSingleton<DatabaseRevision>()
            .AddSingleton<NewestRevision>(provider => new PolledRevision(
                provider.GetRequiredService<DatabaseRevision>(),
                provider.GetRequiredService<IOptions<ReadingOptions>>().Value.RevisionAge,
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(_ => new ReadConnections(async cancellationToken => await PostgresReading.OpenAsync(server, cancellationToken)));
    }
}
