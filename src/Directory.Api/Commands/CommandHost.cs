using System.Runtime;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;

namespace CenterDirectory.Api.Commands;

/// <summary>What commands share: the application without a server, and what they say when they cannot do as they were told.</summary>
internal static class CommandHost
{
    /// <summary>The application; its log keeps quiet, the console belongs to the command.</summary>
    public static CommandApplication Build(string[] settings)
    {
        // Nobody waits for an answer of this process: what is free is found at once, not beside the work, where more is taken meanwhile.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        return new CommandApplication(DirectoryHost.CreateBuilder([.. settings, "--Logging:LogLevel:Default=Warning"]).Build());
    }

    /// <summary>The same with a database that is up to date.</summary>
    public static async Task<CommandApplication> BuildMigratedAsync(string[] settings, CancellationToken cancellationToken)
    {
        var app = Build(settings);
        await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
        return app;
    }

    /// <summary>The manifest of a key; null, after saying which there are, if there is none.</summary>
    public static async Task<FeedManifest?> FindAsync(IServiceProvider services, string key)
    {
        var catalog = services.GetRequiredService<FeedCatalog>();
        if (catalog.Find(key) is { } manifest)
        {
            return manifest;
        }

        var known = string.Join(", ", catalog.Manifests.Select(manifest => manifest.Key).Order(StringComparer.Ordinal));
        await RefuseAsync(Words.Pick($"Нет источника с ключом «{key}». Есть: {known}.", $"There is no source with the key '{key}'. There are: {known}."));
        return null;
    }

    /// <summary>Says what is wrong in manifests.</summary>
    public static async Task TellAsync(IEnumerable<ManifestProblem> problems)
    {
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"{problem.Place}: {Words.Pick(problem.Message)}");
        }
    }

    /// <summary>Says why the command cannot be carried out.</summary>
    /// <returns>The exit code for that.</returns>
    public static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCodes.Usage;
    }
}
