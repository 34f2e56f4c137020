using System.CommandLine;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Api.Commands;

/// <summary>
/// <c>feeds check</c>: reads manifests and their files without touching the directory and says what is wrong where.
/// <c>feeds schema</c>: what manifests may say, for editors.
/// </summary>
internal static class FeedsCommand
{
    private const int IssuesShown = 20;

    public static Command Create(string[] settings) =>
        new("feeds", Words.Pick("Источники.", "Feeds.")) { Check(settings), Schema(), PauseCommands.Pause(settings), PauseCommands.Resume(settings) };

    private static Command Check(string[] settings)
    {
        var places = new Argument<string[]>("what")
        {
            Description = Words.Pick(
                "Файлы описаний; без них проверяются все. С --manifest – файл или адрес данных.",
                "Manifest files; all of them if none is named. With --manifest: a file or address of data."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var manifest = new Option<string?>("--manifest")
        {
            Description = Words.Pick("Описание, по которому проверить данные: файл или ключ источника.", "The manifest to check data by: a file, or the key of a source."),
        };
        var language = new Option<string?>("--lang") { Description = Words.Pick("Язык списка: ru или en.", "Language of the list: ru or en.") };
        language.AcceptOnlyFromAmong("ru", "en");
        var check = new Command("check", Words.Pick("Проверить описания источников и их файлы.", "Check manifests and their files.")) { places, manifest, language };
        check.SetAction((parsed, cancellationToken) =>
        {
            var named = parsed.GetValue(places) ?? [];
            // Whoever publishes in Russia reads Russian, whatever the language of the console.
            Words.Speak(parsed.GetValue(language) ?? (parsed.GetValue(manifest) is null ? null : "ru"));
            return parsed.GetValue(manifest) is { } key
                ? DataCheck.RunAsync(named, key, settings, cancellationToken)
                : CheckAsync(named, settings, cancellationToken);
        });
        return check;
    }

    private static Command Schema()
    {
        var schema = new Command("schema", Words.Pick("Напечатать схему описаний для редакторов (JSON Schema).", "Print the schema of manifests for editors (JSON Schema)."));
        schema.SetAction(_ =>
        {
            Console.Write(ManifestSchema.Write());
            return ExitCodes.Done;
        });
        return schema;
    }

    private static async Task<int> CheckAsync(string[] files, string[] settings, CancellationToken cancellationToken)
    {
        await using var app = CommandHost.Build(settings);
        var missing = files.Where(file => !File.Exists(HostPaths.FromCaller(file))).ToList();
        foreach (var file in missing)
        {
            await Console.Error.WriteLineAsync(Words.Pick($"Нет файла {HostPaths.FromCaller(file)}.", $"There is no file {HostPaths.FromCaller(file)}."));
        }

        var sets = files.Length == 0
            ? [new ManifestSet(Catalog(app).Manifests, Catalog(app).Problems)]
            : files.Except(missing).Select(file => ManifestLoader.LoadFile(HostPaths.FromCaller(file))).ToList();
        await CommandHost.TellAsync(sets.SelectMany(set => set.Problems));
        var isGood = missing.Count == 0 && sets.All(set => set.Problems.Count == 0);
        var checker = app.Services.GetRequiredService<FeedChecker>();
        foreach (var manifest in sets.SelectMany(set => set.Manifests))
        {
            var result = await checker.CheckAsync(manifest, cancellationToken);
            Report(result);
            isGood &= result.Problems.Count == 0;
        }

        return isGood ? ExitCodes.Done : ExitCodes.Trouble;
    }

    private static FeedCatalog Catalog(CommandApplication app) => app.Services.GetRequiredService<FeedCatalog>();

    private static void Report(FeedCheck check)
    {
        var summary = !check.WasRead
            ? Words.Pick("описание верно; данные не читались (нет ни файла, ни образца)", "the manifest is right; nothing was read (no file and no fixture)")
            : IssueText.Of(check);
        Console.WriteLine($"{(check.Problems.Count == 0 ? "✓" : "✗")} {check.Manifest.Key}: {summary}");
        foreach (var problem in check.Problems)
        {
            Console.WriteLine($"    {Words.Pick(problem.Message)}");
        }

        foreach (var issue in check.Issues.Stored.Take(IssuesShown))
        {
            Console.WriteLine($"    {IssueText.Of(issue)}");
        }
    }
}
