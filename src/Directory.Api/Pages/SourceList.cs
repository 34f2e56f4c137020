using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages;

/// <summary>The sources and how fresh they are. On a narrow screen the rows become cards; the roles keep it a table for screen readers there too.</summary>
internal sealed class SourceList(PageLanguage language, IReadOnlyList<SourceState> sources)
{
    /// <summary>The section.</summary>
    public Html Render() => Html.Of($"""
        <section aria-labelledby="sources">
        <h2 id="sources">{T("Источники", "Sources")}</h2>
        {(sources.Count == 0 ? Html.Of($"<p>{T("Источников пока нет.", "There are no sources yet.")}</p>") : Table())}
        </section>
        """);

    private Html Table() => Html.Of($"""
        <table role="table" aria-labelledby="sources">
        <thead role="rowgroup">
        <tr role="row"><th role="columnheader" scope="col">{T("Источник", "Source")}</th><th role="columnheader" scope="col" class="count">{RecordsWord}</th><th role="columnheader" scope="col">{ImportedWord}</th></tr>
        </thead>
        <tbody role="rowgroup">
        {Html.Each(sources, Row)}
        </tbody>
        </table>
        """);

    private Html Row(SourceState source) => Html.Of($"""
        <tr role="row">
        <th role="rowheader" scope="row"><span class="title" lang="ru">{PageParts.Link(source.Url, source.Title)}</span> {About(source)}</th>
        <td role="cell" class="count"><span class="label" aria-hidden="true">{RecordsWord}</span> {language.Number(source.RecordCount)}</td>
        <td role="cell"><span class="label" aria-hidden="true">{ImportedWord}</span> {Success(source)} {Trouble(source)}</td>
        </tr>
        """);

    private Html About(SourceState source)
    {
        var publisher = source.Publisher is null ? Html.Nothing : Html.Of($""" · <span lang="ru">{source.Publisher}</span>""");
        var licence = source.Licence is null ? Html.Nothing : Html.Of($" · {T("лицензия", "licence")} {source.Licence}");
        return Html.Of($"""<span class="about"><code>{source.Key}</code>{publisher}{licence}</span>""");
    }

    private Html Success(SourceState source) => source.LastSuccessAt is { } instant
        ? PageParts.Time(language, instant)
        : Html.Of($"{(source.State == SourceHealthState.Disabled ? T("загружается вручную", "imported by hand") : T("ещё не загружался", "not imported yet"))}");

    private Html Trouble(SourceState source) => StateWords.IsTrouble(source.State)
        ? Html.Of($"""<span class="trouble">{language.Pick(StateWords.Of(source.State))}</span>""")
        : Html.Nothing;

    private string RecordsWord => T("Записей", "Records");

    private string ImportedWord => T("Загружен", "Imported");

    private string T(string russian, string english) => language.Pick(russian, english);
}
