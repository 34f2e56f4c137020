using System.Data.Common;
using CenterDirectory.Data;
using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Search;
using CenterDirectory.GraphQL.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Hosting;

/// <summary>The index that search asks.</summary>
internal static class Searching
{
    /// <summary>Configuration key of a file of synonyms that is read in place of the bundled one.</summary>
    private const string SynonymsKey = "Search:Synonyms";

    public static IServiceCollection AddSearch(this IServiceCollection services, string connectionString, IConfiguration configuration)
    {
        var file = configuration[SynonymsKey] is { Length: > 0 } path ? HostPaths.FromConfiguration(path) : null;
        var synonyms = SearchSynonyms.Load(file);
        return services.AddSingleton<ISearchIndex>(provider =>
        {
            using var db = provider.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext();
            var reader = new PreparedReader(provider.GetRequiredService<ReadConnections>());
            return DatabaseProviders.IsPostgres(connectionString)
                ? new PostgresSearchIndex(reader, db.Model, synonyms)
                : new SqliteSearchIndex(reader, db.Model, synonyms);
        });
    }

    /// <summary>The engine's connections, which keep prepared statements.</summary>
    private sealed class PreparedReader(ReadConnections connections) : ISearchReader
    {
        public Task<List<TRow>> ReadAsync<TRow>(
            string sql, IReadOnlyList<KeyValuePair<string, object?>> parameters, Func<DbDataReader, TRow> read, CancellationToken cancellationToken) =>
            connections.ReadAsync(sql, parameters, read, cancellationToken);
    }
}
