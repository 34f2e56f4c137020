namespace CenterDirectory.Api.Pages;

/// <summary>How a source is plugged in, in three steps.</summary>
internal sealed class FeedGuide(PageLanguage language)
{
    /// <summary>A manifest that works as it stands, beside <see cref="Table"/>; a test reads it.</summary>
    public const string Manifest = """
        key: example-centers
        title: Пример списка ресурсных центров
        source: { file: centers.csv, delimiter: ";" }
        record: Center
        id-from: [Номер]
        map:
          name: Наименование
          territory: Код региона
          startsOn: { from: Открыт, date: [dd.MM.yyyy] }
        """;

    /// <summary>The table that it describes.</summary>
    public const string Table = """
        Номер;Наименование;Код региона;Открыт
        1;Ресурсный центр «Пример»;55;15.03.2021
        """;

    private const string Commands = """
        dotnet run --project src/Directory.Api -- feeds check feeds/example/centers.yaml
        dotnet run --project src/Directory.Api -- import example-centers --dry-run
        dotnet run --project src/Directory.Api -- import example-centers
        """;

    /// <summary>The section.</summary>
    public Html Render() => Html.Of($"""
        <section aria-labelledby="feeds">
        <h2 id="feeds">{T("Как подключить источник", "How to plug in a feed")}</h2>
        <p>{T(
            "Программировать не нужно: источник описывается одним файлом YAML. Таблица лежит рядом с ним или в интернете.",
            "No programming needed: one YAML file describes a source. Its table lies beside it or on the web.")}</p>
        <ol class="steps">
        <li>
        <p>{T("Положите таблицу в папку проекта, например", "Put the table into a folder of the project, say")} <code>feeds/example/centers.csv</code>.</p>
        {PageParts.Code("centers.csv", Table)}
        </li>
        <li>
        <p>{T("Опишите рядом, что значат её столбцы:", "Describe beside it what its columns mean:")} <code>feeds/example/centers.yaml</code>.</p>
        {PageParts.Code("centers.yaml", Manifest)}
        </li>
        <li>
        <p>{T(
            "Проверьте описание, посмотрите, что изменится, и загрузите. О любой ошибке скажут файл и строка.",
            "Check it, see what would change, and import. Every mistake is reported with its file and line.")}</p>
        {PageParts.Code(T("Команды", "Commands"), Commands)}
        </li>
        </ol>
        <p>{T("Что ещё умеет описание, рассказывает", "Whatever else a manifest can say is in")} <code>docs/feeds.md</code> {T("в исходном коде.", "of the source code.")}</p>
        </section>
        """);

    private string T(string russian, string english) => language.Pick(russian, english);
}
