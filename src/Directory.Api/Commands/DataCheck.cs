using CenterDirectory.Api.Hosting;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Api.Commands;

/// <summary>
/// <c>feeds check FILE --manifest M</c>: reads data as an import would, without touching the directory, and ends in a list of what the publisher
/// should mend: by rule, with the rows and what to do.
/// </summary>
internal static class DataCheck
{
    private const int RowsShown = 20;

    public static async Task<int> RunAsync(string[] places, string key, string[] settings, CancellationToken cancellationToken)
    {
        if (places.Length != 1)
        {
            return await CommandHost.RefuseAsync(Words.Pick("Назовите один файл или адрес данных.", "Name one file or address of data."));
        }

        var place = ImportOptions.IsAddress(places[0]) ? places[0] : HostPaths.FromCaller(places[0]);
        await using var app = CommandHost.Build(settings);
        var set = File.Exists(HostPaths.FromCaller(key)) ? ManifestLoader.LoadFile(HostPaths.FromCaller(key)) : new ManifestSet([], []);
        await CommandHost.TellAsync(set.Problems);
        if ((set.Manifests.Count > 0 ? set.Manifests[0] : app.Services.GetRequiredService<FeedCatalog>().Find(key)) is not { } manifest || set.Problems.Count > 0)
        {
            return await CommandHost.RefuseAsync(Words.Pick($"Описания «{key}», по которому можно проверить, нет.", $"There is no manifest '{key}' to check by."));
        }

        using var progress = new ConsoleProgress(places[0], app.Services.GetRequiredService<TimeProvider>());
        var check = await app.Services.GetRequiredService<FeedChecker>().CheckAsync(manifest, place, progress, cancellationToken);
        progress.Dispose();
        Write(places[0], check);
        return check.Problems.Count == 0 && check.Issues.Errors == 0 ? ExitCodes.Done : ExitCodes.Trouble;
    }

    private static void Write(string place, FeedCheck check)
    {
        var isGood = check.Problems.Count == 0 && check.Issues.Errors == 0;
        Console.WriteLine($"{(isGood ? "✓" : "✗")} {place}: {IssueText.Of(check)}");
        foreach (var problem in check.Problems)
        {
            Console.WriteLine($"✗ [{problem.Code}] {Words.Pick(problem.Message)}");
        }

        WriteList(check.Issues, IssueSeverity.Error, Words.Pick("Исправить: эти строки не войдут в справочник", "To mend: these rows will not be in the directory"));
        WriteList(check.Issues, IssueSeverity.Warning, Words.Pick("Проверить: строки войдут, но не целиком", "To look at: the rows will be in, but not all of what they say"));
        if (isGood && check.Issues.Warnings == 0)
        {
            Console.WriteLine(Words.Pick("Исправлять нечего.", "There is nothing to mend."));
        }
    }

    private static void WriteList(IssueSink issues, IssueSeverity severity, string heading)
    {
        // What is said of a rule, a field and a column is one thing to mend, in however many rows.
        var groups = issues.Stored.Where(issue => issue.Severity == severity)
            .GroupBy(issue => (issue.Code, issue.Table, Message: Words.Pick(issue.Message)))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Code, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        Console.WriteLine(heading);
        foreach (var (group, number) in groups.Select((group, index) => (group, index + 1)))
        {
            Console.WriteLine($"{number,3}. {group.Key.Message}");
            Console.WriteLine($"     [{group.Key.Code}] {RowsOf(group)}");
        }
    }

    private static string RowsOf(IEnumerable<RecordIssue> group)
    {
        var rows = group.Select(issue => issue.Row).OfType<int>().Distinct().Order().ToList();
        if (rows.Count == 0)
        {
            return Words.Pick("во всём файле", "in the whole file");
        }

        var shown = string.Join(", ", rows.Take(RowsShown));
        var more = rows.Count > RowsShown ? Words.Pick($" и ещё {rows.Count - RowsShown}", $" and {rows.Count - RowsShown} more") : "";
        return Words.Pick($"строки: {shown}{more}", $"rows: {shown}{more}");
    }
}
