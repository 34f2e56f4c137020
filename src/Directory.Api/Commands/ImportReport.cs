using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers;
using Spectre.Console;

namespace CenterDirectory.Api.Commands;

/// <summary>What imports did, for the person at the console.</summary>
internal static class ImportReport
{
    private const int IssuesShown = 20;

    /// <summary>A table of all runs, then what a person should look at.</summary>
    public static void Write(IReadOnlyList<ImportOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            WriteDetails(outcome);
        }

        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded);
        table.AddColumn(Words.Pick("источник", "source"));
        table.AddColumn(Words.Pick("итог", "status"));
        string[] numbers =
        [
            Words.Pick("прочитано", "read"), Words.Pick("добавлено", "added"), Words.Pick("изменено", "changed"), Words.Pick("без изменений", "unchanged"),
            Words.Pick("снято", "retired"), Words.Pick("вне охвата", "out of scope"), Words.Pick("замечаний", "warnings"), Words.Pick("ошибок", "errors"),
        ];
        foreach (var number in numbers)
        {
            table.AddColumn(new TableColumn(number).RightAligned().NoWrap());
        }

        foreach (var outcome in outcomes)
        {
            int[] values =
            [
                outcome.Read, outcome.Added, outcome.Changed, outcome.Unchanged, outcome.Retired, outcome.OutOfScope, outcome.Warnings, outcome.Errors,
            ];
            table.AddRow([Markup.Escape(outcome.Source), StatusOf(outcome), .. values.Select(value => value.ToString("N0", System.Globalization.CultureInfo.CurrentCulture))]);
        }

        OutputConsole().Write(table);
    }

    /// <summary>In a pipe there is no edge to wrap at, and nobody who sees colours.</summary>
    private static IAnsiConsole OutputConsole()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 250;
        return console;
    }

    private static void WriteDetails(ImportOutcome outcome)
    {
        if (outcome.Reason is not null)
        {
            Console.WriteLine($"{outcome.Source}: {Words.Pick(outcome.Reason)}");
        }

        foreach (var sample in outcome.Samples)
        {
            Console.WriteLine($"    {ActionOf(sample.Action)} {sample.Kind} {sample.ExternalId}");
            foreach (var field in sample.Fields)
            {
                Console.WriteLine($"        {field.Field}: {(field.Before is null ? "" : field.Before + " → ")}{field.Now ?? Words.Pick("(больше не сказано)", "(no longer stated)")}");
            }
        }

        if (outcome.RunId is { } run && outcome.Status == ImportRunStatus.Quarantined)
        {
            Console.WriteLine(Words.Pick(
                $"    Данные не изменены. Применить этот выпуск: import apply {run}; отклонить: import discard {run}.",
                $"    The data is untouched. To apply this release: import apply {run}; to throw it away: import discard {run}."));
        }

        foreach (var issue in outcome.Issues.Take(IssuesShown))
        {
            Console.WriteLine($"    {IssueText.Of(issue)}");
        }

        if (outcome.Issues.Count > IssuesShown)
        {
            var more = outcome.Issues.Count - IssuesShown;
            Console.WriteLine(Words.Pick($"    … и ещё {more}", $"    … and {more} more"));
        }
    }

    private static string StatusOf(ImportOutcome outcome)
    {
        var name = outcome is { Status: ImportRunStatus.Applied, IsDryRun: true } ? Words.Pick("план", "plan") : Words.Pick(StateWords.Of(outcome.Status));
        return outcome.IsSuccess ? $"[green]{name}[/]" : $"[red]{name}[/]";
    }

    private static string ActionOf(string action) => action switch
    {
        "added" => Words.Pick("добавлено", "added"),
        "changed" => Words.Pick("изменено", "changed"),
        "retired" => Words.Pick("снято", "retired"),
        "missing" => Words.Pick("пропало, пока в отсрочке", "missing, within its grace"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action without a word."),
    };
}
