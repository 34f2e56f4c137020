using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.OpenData.Statistics;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData;

/// <summary>What there is to download, and how to use it.</summary>
internal sealed class DataPage(PageLanguage language, string address, IReadOnlyList<StoredDump> dumps, DirectoryStatistics numbers)
{
    private static readonly Noun Records = new("запись", "записи", "записей", "record", "records");

    /// <summary>The page.</summary>
    public Html Render() => PageLayout.Render(
        language,
        T("Открытые данные – CenterDirectory", "Open data – CenterDirectory"),
        Html.Of($"""
            <meta name="description" content="{T("Справочник целиком: NDJSON и CSV с контрольными суммами, разница между выгрузками, HSDS, каталог DCAT.", "The whole directory: NDJSON and CSV with checksums, differences between dumps, HSDS, a DCAT catalog.")}">
            <link rel="canonical" href="{address}/data?lang={language.Code}">
            <link rel="alternate" type="application/ld+json" href="{address}/data/catalog.jsonld">
            {Html.Each(PageLanguage.All, other => Html.Of($"""<link rel="alternate" hreflang="{other.Code}" href="{address}/data?lang={other.Code}">"""))}
            """),
        PageLayout.Languages(language, "/data"),
        Html.Of($"""
            <section class="hero">
            <h1>{T("Открытые данные", "Open data")}</h1>
            <p class="lead">{T(
                "Справочник целиком, чтобы скачать, посчитать и показать у себя. Ключ не нужен. У каждой записи названы источники; сведения сохраняют лицензию источника.",
                "The whole directory, to download, to count with, to show on a site of yours. No key is needed. Every record names its sources; facts keep the licence of their source.")}</p>
            </section>
            {Newest()}
            {Numbers()}
            {More()}
            """));

    private Html Newest() => dumps.Count == 0 ? Html.Of($"""
        <section aria-labelledby="newest"><h2 id="newest">{T("Выгрузки", "Dumps")}</h2>
        <p>{T("Выгрузок ещё нет: первая появится после первого импорта. Выгрузить сейчас: команда export.", "There are no dumps yet: the first one comes after the first import. To write one now: the command export.")}</p></section>
        """) : Html.Of($"""
        <section>
        <h2 id="newest">{T("Последняя выгрузка", "Newest dump")}</h2>
        <p>{T("Ревизия", "Revision")} <strong>{dumps[0].Revision}</strong>, {PageParts.Time(language, dumps[0].Package.CommittedAt)}.
        {T("Постоянный адрес последней:", "The newest one always is at")} <code>{address}/data/latest/…</code>
        <a href="/data/{dumps[0].Revision}/{DumpNames.Package}">{T("Описание всех файлов и колонок", "Description of all files and columns")}</a>,
        <a href="/data/{dumps[0].Revision}/{DumpNames.Hashes}">SHA-256</a>.</p>
        <table role="table" aria-labelledby="newest" class="states">
        <thead role="rowgroup"><tr role="row">{Html.Each([T("Что", "What"), T("Записей", "Records"), "CSV", "NDJSON"], word => Html.Of($"""<th role="columnheader" scope="col">{word}</th>"""))}</tr></thead>
        <tbody role="rowgroup">
        {Html.Each(dumps[0].Package.Resources.Where(resource => resource.Format == "ndjson").OrderBy(resource => resource.Type is not null).ToList(), Row)}
        </tbody>
        </table>
        {Older()}
        </section>
        """);

    private Html Row(PackageResource lines)
    {
        var table = dumps[0].Package.Resources.FirstOrDefault(resource => resource.Format == "csv" && resource.Type == lines.Type);
        return Html.Of($"""
            <tr role="row"><th role="rowheader" scope="row">{TitleOf(lines.Type)}</th>
            {Cell(T("Записей", "Records"), Html.Of($"{language.Number(lines.Rows)}"))}
            {Cell("CSV", table is null || lines.Type is null ? Html.Of($"–") : Files(table))}
            {Cell("NDJSON", Files(lines))}</tr>
            """);
    }

    private Html Files(PackageResource file) => Html.Of($"""
        <a href="/data/{dumps[0].Revision}/{file.Path}">{file.Path}</a> <span class="about">{Size(file.Bytes)} · <a href="/data/{dumps[0].Revision}/{file.Packed.Path}" aria-label="{file.Packed.Path}">.gz</a> {Size(file.Packed.Bytes)}</span>
        """);

    private Html Older() => dumps.Count < 2 ? Html.Nothing : Html.Of($"""
        <h3>{T("Более ранние", "Earlier ones")}</h3>
        <ul>
        {Html.Each(dumps.Skip(1), dump => Html.Of($"""
            <li><a href="/data/{dump.Revision}/{DumpNames.Package}">{T("Ревизия", "Revision")} {dump.Revision}</a>, {PageParts.Time(language, dump.Package.CommittedAt)} ·
            <a href="/data/{dumps[0].Revision}/delta.ndjson?from={dump.Revision}">{T("что изменилось с тех пор", "what has changed since")}</a></li>
            """))}
        </ul>
        """);

    private Html Numbers() => Html.Of($"""
        <section aria-labelledby="numbers">
        <h2 id="numbers">{T("В числах", "In numbers")}</h2>
        <ul class="numbers">
        {Html.Each(numbers.Types.Where(type => type.Count > 0), type => Html.Of($"""<li><span class="number">{language.Number(type.Count)}</span> {TitleOf(type)}</li>"""))}
        </ul>
        <p><a href="/data/statistics.csv">statistics.csv</a>, <a href="/data/statistics.json">statistics.json</a>:
        {T("по видам, регионам, видам поддержки, уровням и ревизиям.", "by type, region, kind of support, reach and revision.")}</p>
        </section>
        """);

    private Html More() => Html.Of($"""
        <section aria-labelledby="more">
        <h2 id="more">{T("Для машин", "For machines")}</h2>
        <dl class="facts">
        <div><dt>DCAT-AP</dt><dd><a href="/data/catalog.jsonld">{address}/data/catalog.jsonld</a></dd></div>
        <div><dt>HSDS 3.0</dt><dd><a href="/hsds">{address}/hsds</a></dd></div>
        <div><dt>GraphQL</dt><dd><code>{address}/graphql</code></dd></div>
        </dl>
        <p>{T("Скачать всё и проверить:", "To download everything and check it:")}</p>
        {PageParts.Code(T("Команды", "Commands"), $"curl -LO {address}/data/latest/all.ndjson.gz\ncurl -L {address}/data/latest/sha256sums.txt | grep ' all.ndjson.gz$' | sha256sum --check")}
        </section>
        """);

    private static Html Cell(string label, Html content) =>
        Html.Of($"""<td role="cell"><span class="label" aria-hidden="true">{label}</span> <span class="value">{content}</span></td>""");

    private string TitleOf(string? type) => type is null ? T("Всё", "Everything") : language.Pick(DumpTitles.Of(type));

    private string TitleOf(ValueCount type) => TitleOf(Enum.GetValues<EntryType>().First(entry => DumpJson.NameOf(entry) == type.Value).ToString());

    private string Size(long bytes) => bytes switch
    {
        < 10 * 1024 => $"{language.Number(bytes)} {T("Б", "B")}",
        < 10 * 1024 * 1024 => $"{language.Number(bytes / 1024)} {T("КиБ", "KiB")}",
        _ => $"{language.Number(bytes / 1024 / 1024)} {T("МиБ", "MiB")}",
    };

    private string T(string russian, string english) => language.Pick(russian, english);
}
