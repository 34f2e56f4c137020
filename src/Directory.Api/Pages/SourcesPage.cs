using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>How the sources are doing: when they ran, how many records they gave, what broke, when they run next.</summary>
internal sealed class SourcesPage(PageLanguage language, string address, IReadOnlyList<SourceState> sources)
{
    private const int IssuesShown = 4;

    private static readonly Noun Records = new("запись", "записи", "записей", "record", "records");

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("Источники – CenterDirectory", "Sources – CenterDirectory"),
        new PageHead(language, address)
        {
            Path = SiteMenu.Sources.Path,
            Title = T("Источники справочника", "Sources of the directory"),
            Description = T("Состояние источников справочника: когда загружены, сколько записей, что не так.", "How the sources of the directory are doing: when imported, how many records, what is wrong."),
        }.Render(),
        PageLayout.Languages(language, "/sources"),
        Html.Of($"""
            <section class="hero">
            <h1 id="sources">{T("Источники", "Sources")}</h1>
            <p class="lead">{T(
                "Откуда сведения, когда загружены, что при этом не сошлось и когда следующая загрузка. То же отвечает GraphQL: sources { health { state message } nextRunAt runs { … } }.",
                "Where the facts come from, when they were imported, what did not fit, and when the next import is. GraphQL answers the same: sources { health { state message } nextRunAt runs { … } }.")}</p>
            </section>
            {(sources.Count == 0 ? Html.Of($"<p>{T("Источников пока нет.", "There are no sources yet.")}</p>") : Table())}
            """));

    private Html Table() => Html.Of($"""
        <table role="table" aria-labelledby="sources" class="states">
        <thead role="rowgroup">
        <tr role="row">{Html.Each([SourceWord, StateWord, LastWord, BrokenWord, NextWord], word => Html.Of($"""<th role="columnheader" scope="col">{word}</th>"""))}</tr>
        </thead>
        <tbody role="rowgroup">
        {Html.Each(sources, Row)}
        </tbody>
        </table>
        """);

    private Html Row(SourceState source) => Html.Of($"""
        <tr role="row">
        <th role="rowheader" scope="row"><span class="title" lang="ru">{PageParts.Link(source.Url, source.Title)}</span> <span class="about"><code>{source.Key}</code>{Publisher(source)} · {language.Number(source.RecordCount)} {language.Noun(source.RecordCount, Records)}</span></th>
        {Cell(StateWord, Html.Of($"""<span class="state {ClassOf(source.State)}">{language.Pick(StateWords.Of(source.State))}</span> <span class="about">{language.Pick(source.Message)}</span>"""))}
        {Cell(LastWord, Last(source))}
        {Cell(BrokenWord, Broken(source))}
        {Cell(NextWord, Next(source))}
        </tr>
        """);

    private static Html Cell(string label, Html content) =>
        Html.Of($"""<td role="cell"><span class="label" aria-hidden="true">{label}</span> <span class="value">{content}</span></td>""");

    private static Html Publisher(SourceState source) => source.Publisher is null ? Html.Nothing : Html.Of($""" · <span lang="ru">{source.Publisher}</span>""");

    private Html Last(SourceState source) => source.LastRun is not { } run
        ? Html.Of($"{T("ещё не было", "none yet")}")
        : Html.Of($"""{PageParts.Time(language, run.StartedAt)} <span class="about">{language.Pick(StateWords.Of(run.Status))}{Counts(run)}</span>""");

    private Html Counts(LastRun run)
    {
        // What was held back or failed has added nothing.
        var isDone = run.Status is ImportRunStatus.Applied or ImportRunStatus.Unchanged;
        (int Number, string Word)[] counts =
        [
            (run.Read, T("прочитано", "read")), (run.Added, T("добавлено", "added")), (run.Changed, T("изменено", "changed")), (run.Retired, T("снято", "retired")),
        ];
        return Html.Of($"{string.Concat(counts.Take(isDone ? counts.Length : 1).Where(count => count.Number > 0).Select(count => $", {count.Word} {language.Number(count.Number)}"))}");
    }

    private Html Broken(SourceState source)
    {
        if (source.Issues.Count == 0)
        {
            return Html.Of($"{T("ничего", "nothing")}");
        }

        var more = source.Issues.Count - IssuesShown;
        return Html.Of($"""
            {Html.Each(source.Issues.Take(IssuesShown), issue => Html.Of($"""<span class="issue {(issue.Severity == IssueSeverity.Error ? "trouble" : "about")}"><code>{issue.Code}</code> × {language.Number(issue.Count)}</span>"""))}
            {(more > 0 ? Html.Of($"""<span class="about">{T($"и ещё правил: {more}", $"and {more} more rules")}</span>""") : Html.Nothing)}
            """);
    }

    private Html Next(SourceState source) => source.NextRunAt is { } next
        ? Html.Of($"""{PageParts.Time(language, next)} <span class="about"><code>{source.Schedule ?? ""}</code></span>""")
        : Html.Of($"{(source.State is SourceHealthState.Disabled or SourceHealthState.Paused ? T("не назначена", "none planned")
            : source.IsFile ? T("когда изменятся файлы", "when its files change")
            : T("при запуске сервера или вручную", "at a start of the server, or by hand"))}");

    private static string ClassOf(SourceHealthState state) => state switch
    {
        SourceHealthState.Ok => "good",
        SourceHealthState.Paused or SourceHealthState.Disabled => "resting",
        _ when StateWords.IsTrouble(state) => "bad",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a look."),
    };

    private string SourceWord => T("Источник", "Source");

    private string StateWord => T("Состояние", "State");

    private string LastWord => T("Последняя загрузка", "Last import");

    private string BrokenWord => T("Не сошлось", "What did not fit");

    private string NextWord => T("Следующая", "Next");

    private string T(string russian, string english) => language.Pick(russian, english);
}
