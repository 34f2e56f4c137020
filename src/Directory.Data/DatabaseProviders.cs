using CenterDirectory.Data.Postgres;
using CenterDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CenterDirectory.Data;

/// <summary>Which database stands behind a connection string, and how it is opened.</summary>
public static partial class DatabaseProviders
{
    /// <summary>Registers a pooled factory of <see cref="DirectoryDb"/>, one context a scope, and the migrator.</summary>
    public static IServiceCollection AddDirectoryData(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddPooledDbContextFactory<DirectoryDb>(options => options.UseDirectory(connectionString));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContext());
        services.AddSingleton<DirectoryMigrator>();
        return services;
    }

    /// <summary>Whether the string names a PostgreSQL server; anything else is a SQLite file.</summary>
    public static bool IsPostgres(string connectionString) =>
        connectionString.Split(';').Any(part => part.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a context reads a SQLite file.</summary>
    internal static bool IsSqlite(DbContext db) => db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Opens the directory on the database that the string names; the folder of a SQLite file is created.</summary>
    internal static DbContextOptionsBuilder UseDirectory(this DbContextOptionsBuilder options, string connectionString)
    {
        // Migrations are written by hand and have no snapshot to compare the model with; MigrationDriftTests does that.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        if (IsPostgres(connectionString))
        {
            return options.UseNpgsql(
                PostgresConnections.Complete(connectionString), npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(PostgresRecovery.Instance);
        }

        SqliteLibrary.DropMutexes();
        SqliteFile.CreateFolder(connectionString);
        UseCompiledModel(options);

        // A list of values is one parameter: the statement, and SQLite's and EF's work on it, stay the same for every number of values.
        return options
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(SqliteSession.Instance, SqliteInterruption.Instance);
    }

    /// <summary>
    /// Saves each process the building of the model (docs/decisions/0031-compiled-model.md). The model is SQLite's: PostgreSQL stores other types and
    /// fills keys otherwise.
    /// </summary>
    static partial void UseCompiledModel(DbContextOptionsBuilder options);
}
