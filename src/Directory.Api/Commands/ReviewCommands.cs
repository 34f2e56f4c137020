using System.CommandLine;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Commands;

/// <summary><c>import apply</c> and <c>import discard</c>: what becomes of a release that a check has held back.</summary>
internal static class ReviewCommands
{
    public static Command Apply(string[] settings) => Create(
        "apply", Words.Pick("Применить выпуск из карантина, что бы ни говорили проверки.", "Apply a release out of quarantine, whatever the checks said."), settings,
        async (services, manifest, run, cancellationToken) =>
        {
            using var progress = new ConsoleProgress(manifest.Key, services.GetRequiredService<TimeProvider>());
            return await services.GetRequiredService<ImportPipeline>().ApplyAsync(manifest, run, progress, cancellationToken);
        });

    public static Command Discard(string[] settings) => Create(
        "discard", Words.Pick("Отклонить выпуск из карантина; те же байты больше не предлагаются.", "Throw a release out of quarantine away; the same bytes are not offered again."),
        settings,
        (services, manifest, run, cancellationToken) => services.GetRequiredService<ImportPipeline>().DiscardAsync(manifest, run, cancellationToken));

    /// <summary>The run of the commands that name one.</summary>
    public static Argument<long> RunArgument() => new("run")
    {
        Description = Words.Pick("Номер запуска; их показывает import runs.", "Number of the run; import runs shows them."),
    };

    /// <summary>The key of a run's source; null, after saying so, if there is no such run.</summary>
    public static async Task<string?> SourceOfAsync(IServiceProvider services, long run, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        var key = await db.ImportRuns.Where(found => found.Id == run).Select(found => found.Source.Key).FirstOrDefaultAsync(cancellationToken);
        if (key is null)
        {
            await CommandHost.RefuseAsync(Words.Pick($"Запуска {run} нет; какие есть, покажет import runs.", $"There is no run {run}; import runs shows those there are."));
        }

        return key;
    }

    /// <summary>The manifest of a run's source; null, after saying so, if it is gone.</summary>
    public static async Task<FeedManifest?> ManifestOfAsync(IServiceProvider services, string source)
    {
        var manifest = services.GetRequiredService<FeedCatalog>().Find(source);
        if (manifest is null)
        {
            await CommandHost.RefuseAsync(Words.Pick($"Описания источника {source} больше нет.", $"The manifest of the source {source} is gone."));
        }

        return manifest;
    }

    private static Command Create(
        string name, string description, string[] settings,
        Func<IServiceProvider, FeedManifest, long, CancellationToken, Task<ImportOutcome>> act)
    {
        var run = RunArgument();
        var command = new Command(name, description) { run };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
            if (await SourceOfAsync(app.Services, parsed.GetValue(run), cancellationToken) is not { } source
                || await ManifestOfAsync(app.Services, source) is not { } manifest)
            {
                return ExitCodes.Usage;
            }

            var outcome = await act(app.Services, manifest, parsed.GetValue(run), cancellationToken);
            ImportReport.Write([outcome]);
            return outcome.Status is ImportRunStatus.Failed or ImportRunStatus.Quarantined ? ExitCodes.Trouble : ExitCodes.Done;
        });
        return command;
    }
}
