using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Data;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Fetching;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Scheduling;

namespace CenterDirectory.Api.Commands;

/// <summary><c>import</c>: runs sources now and ends in a table of what happened.</summary>
internal static class ImportCommand
{
    /// <summary>What it is called by.</summary>
    public const string Name = "import";

    public static Command Create(string[] settings)
    {
        var source = new Argument<string?>("source")
        {
            Description = Words.Pick("Ключ источника; отключённый источник тоже запускается.", "Key of the source; a disabled one runs all the same."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var all = new Option<bool>("--all") { Description = Words.Pick("Все включённые источники.", "All enabled sources.") };
        var dryRun = new Option<bool>("--dry-run") { Description = Words.Pick("Только показать план.", "Show the plan only.") };
        var from = new Option<string?>("--from") { Description = Words.Pick("Прочитать этот файл вместо указанного в описании.", "Read this file in place of the manifest's.") };
        var replay = new Option<long?>("--replay") { Description = Words.Pick("Прочитать ещё раз то, что читал этот запуск (из архива).", "Read again what this run read (out of the archive).") };
        var command = new Command(Name, Words.Pick("Импортировать источник.", "Import a source."))
        {
            source, all, dryRun, from, replay, ReviewCommands.Apply(settings), ReviewCommands.Discard(settings), RunsCommands.Runs(settings), RunsCommands.Issues(settings),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request(parsed.GetValue(source), parsed.GetValue(all), parsed.GetValue(dryRun), parsed.GetValue(from), parsed.GetValue(replay)),
            settings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string[] settings, CancellationToken cancellationToken)
    {
        if (request.Source is null != request.All || (request.All && (request.From is not null || request.Replay is not null))
            || (request.From is not null && request.Replay is not null))
        {
            return await CommandHost.RefuseAsync(Words.Pick(
                "Укажите один источник (import ключ [--from файл | --replay запуск]) или все (import --all).",
                "Name one source (import KEY [--from FILE | --replay RUN]) or all of them (import --all)."));
        }

        var isOnTheWeb = request.From is not null && ImportOptions.IsAddress(request.From);
        var file = request.From is null || isOnTheWeb ? request.From : HostPaths.FromCaller(request.From);
        if (file is not null && !isOnTheWeb && !Path.Exists(file))
        {
            return await CommandHost.RefuseAsync(Words.Pick($"Нет файла {file}.", $"There is no file {file}."));
        }

        await using var app = CommandHost.Build(settings);
        // The named file and the database are looked at while the manifests are read: neither needs them.
        var looking = Task.Run(() => LookAheadAsync(app.Services, isOnTheWeb ? null : file, request.DryRun, cancellationToken), cancellationToken);
        var catalog = app.Services.GetRequiredService<FeedCatalog>();
        await CommandHost.TellAsync(catalog.Problems);
        var named = request.All ? null : await CommandHost.FindAsync(app.Services, request.Source!);
        if (named is null && !request.All)
        {
            return ExitCodes.Usage;
        }

        var manifests = named is null ? catalog.Manifests.Where(manifest => manifest.Enabled).ToList() : [named];
        var options = new ImportOptions { DryRun = request.DryRun, FromFile = file, Replay = request.Replay, HasProcessAlone = true };
        if (named is not null && request is { From: null, Replay: null })
        {
            app.Services.GetRequiredService<FilesAhead>().Begin(named, request.DryRun, cancellationToken);
        }

        if (!await looking)
        {
            await app.Services.GetRequiredService<DirectoryMigrator>().MigrateAsync(cancellationToken);
        }

        var due = app.Services.GetRequiredService<DueSources>();
        var territories = request.All || request.DryRun ? [] : await due.FindTerritoriesAsync(catalog.Manifests.Except(manifests), cancellationToken);
        var outcomes = await ImportAsync(app, territories, new ImportOptions(), cancellationToken);
        outcomes.AddRange(await ImportAsync(app, DueSources.InOrder(manifests), options, cancellationToken));
        ImportReport.Write(outcomes);
        var isGood = outcomes.All(outcome => outcome.IsSuccess) && (!request.All || catalog.Problems.Count == 0);
        return isGood ? ExitCodes.Done : ExitCodes.Trouble;
    }

    /// <summary>Begins to look through the file that somebody named.</summary>
    /// <returns>Whether the database is as it should be.</returns>
    private static Task<bool> LookAheadAsync(IServiceProvider services, string? file, bool isRehearsal, CancellationToken cancellationToken)
    {
        if (file is not null)
        {
            services.GetRequiredService<FilesAhead>().Begin(file, isRehearsal, cancellationToken);
        }

        return services.GetRequiredService<DirectoryMigrator>().IsCurrentAsync(cancellationToken);
    }

    private static async Task<List<ImportOutcome>> ImportAsync(
        CommandApplication app, IEnumerable<FeedManifest> manifests, ImportOptions options, CancellationToken cancellationToken)
    {
        var pipeline = app.Services.GetRequiredService<ImportPipeline>();
        var outcomes = new List<ImportOutcome>();
        foreach (var manifest in manifests)
        {
            using var progress = new ConsoleProgress(manifest.Key, app.Services.GetRequiredService<TimeProvider>());
            outcomes.Add(await pipeline.RunAsync(manifest, options, progress, cancellationToken));
        }

        return outcomes;
    }

    private sealed record Request(string? Source, bool All, bool DryRun, string? From, long? Replay);
}
