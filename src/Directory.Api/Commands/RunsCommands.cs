using System.CommandLine;
using System.Globalization;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Commands;

/// <summary><c>import runs</c> and <c>import issues</c>: what happened, for the operator.</summary>
internal static class RunsCommands
{
    private const int RunsShown = 20;

    public static Command Runs(string[] settings)
    {
        var source = new Argument<string?>("source") { Description = Words.Pick("Ключ источника; без него – все.", "Key of the source; all without one."), Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("runs", Words.Pick("Последние запуски, новые сверху.", "The last runs, newest first.")) { source };
        command.SetAction((parsed, cancellationToken) => ListAsync(parsed.GetValue(source), settings, cancellationToken));
        return command;
    }

    public static Command Issues(string[] settings)
    {
        var run = ReviewCommands.RunArgument();
        var raw = new Option<bool>("--raw") { Description = Words.Pick("Показать и сами строки, из архива. В них бывают личные данные.", "Show the rows themselves, out of the archive. They may hold personal data.") };
        var command = new Command("issues", Words.Pick("Замечания и ошибки запуска.", "Warnings and errors of a run.")) { run, raw };
        command.SetAction((parsed, cancellationToken) => ShowAsync(parsed.GetValue(run), parsed.GetValue(raw), settings, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(string? source, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        // A source whose manifest is gone has runs all the same; one that has never run may have a manifest only.
        if (source is not null && !await db.Sources.AnyAsync(known => known.Key == source, cancellationToken)
            && await CommandHost.FindAsync(app.Services, source) is null)
        {
            return ExitCodes.Usage;
        }

        var runs = await db.ImportRuns.AsNoTracking().Include(run => run.Source).Where(run => source == null || run.Source.Key == source)
            .OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(RunsShown).ToListAsync(cancellationToken);
        foreach (var run in runs)
        {
            var reason = run.ReasonRu is null ? "" : ": " + Words.Pick(run.ReasonRu, run.ReasonEn ?? run.ReasonRu);
            var when = run.StartedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            Console.WriteLine($"{run.Id,6}  {when}  {run.Source.Key}  {Words.Pick(StateWords.Of(run.Status))}{reason}");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(long run, bool raw, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = await CommandHost.BuildMigratedAsync(settings, cancellationToken);
        if (await ReviewCommands.SourceOfAsync(app.Services, run, cancellationToken) is not { } source)
        {
            return ExitCodes.Usage;
        }

        // Only the rows themselves are read by the manifest.
        var manifest = raw ? await ReviewCommands.ManifestOfAsync(app.Services, source) : null;
        if (raw && manifest is null)
        {
            return ExitCodes.Usage;
        }

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>().CreateDbContextAsync(cancellationToken);
        var issues = await db.ImportIssues.AsNoTracking().Where(issue => issue.RunId == run).OrderBy(issue => issue.Id).ToListAsync(cancellationToken);
        var rows = manifest is null ? new Dictionary<(string, int), string>() : await RowsAsync(app.Services, manifest, run, issues, cancellationToken);
        foreach (var issue in issues)
        {
            Console.WriteLine($"{(issue.Severity == IssueSeverity.Error ? "✗" : "!")} {IssueText.Of(issue)}");
            if (issue.Row is { } number && rows.TryGetValue((issue.Table ?? "", number), out var text))
            {
                Console.WriteLine($"    {text}");
            }
        }

        return ExitCodes.Done;
    }

    private static async Task<IReadOnlyDictionary<(string Table, int Row), string>> RowsAsync(
        IServiceProvider services, FeedManifest manifest, long run, List<ImportIssue> issues, CancellationToken cancellationToken)
    {
        var wanted = issues.Where(issue => issue.Row is not null).Select(issue => (issue.Table ?? "", issue.Row!.Value)).ToHashSet();
        var excerpts = await services.GetRequiredService<RunExcerpts>().ReadAsync(manifest, run, wanted, cancellationToken);
        if (excerpts.Failure is { } failure)
        {
            await Console.Error.WriteLineAsync(Words.Pick(failure.Message));
        }

        return excerpts.Rows;
    }
}
