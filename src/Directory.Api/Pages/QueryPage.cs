namespace CenterDirectory.Api.Pages;

/// <summary>A page for asking by hand: a box for the query, one for its variables, and the answer in readable form.</summary>
internal static class QueryPage
{
    /// <summary>The page.</summary>
    public static Html Render(PageLanguage language) => PageLayout.Render(
        language,
        language.Pick("Запросы – CenterDirectory", "Queries – CenterDirectory"),
        Html.Of($"""<script src="{PageAsset.ExplorerScript.Address}" defer></script>"""),
        PageLayout.Languages(language, "/graphql"),
        Html.Of($"""
            <section class="hero">
            <h1>{language.Pick("Спросить справочник", "Ask the directory")}</h1>
            <p class="lead">{language.Pick("Выберите готовый запрос или напишите свой: язык – GraphQL, ключ не нужен.", "Take a ready-made query or write your own: the language is GraphQL, no key is needed.")}</p>
            <noscript><p class="notice">{language.Pick("Этой странице нужен JavaScript. Без него спросите из командной строки: как – на главной странице.", "This page needs JavaScript. Without it, ask from the command line: the start page tells how.")}</p></noscript>
            </section>
            {Examples(language)}
            {Form(language)}
            {Answer(language)}
            """));

    private static Html Examples(PageLanguage language) => Html.Of($"""
        <section aria-labelledby="ready">
        <h2 id="ready">{language.Pick("Готовые запросы", "Ready-made queries")}</h2>
        <ul class="ready">
        {Html.Each(ReadyQuery.All, query => Html.Of($"""
            <li><button type="button" data-query="{query.Document}">{language.Pick(query.Reader)}</button> <span>{language.Pick(query.Purpose)}</span></li>
            """))}
        </ul>
        </section>
        """);

    private static Html Form(PageLanguage language) => Html.Of($"""
        <section aria-labelledby="own">
        <h2 id="own">{language.Pick("Запрос", "Query")}</h2>
        <form id="ask" class="ask" data-asking="{language.Pick("Спрашиваем…", "Asking…")}" data-listening="{language.Pick("Слушаем; сообщений:", "Listening; messages:")}" data-answered="{language.Pick("Ответ получен, мс:", "Answered, ms:")}" data-refused="{language.Pick("В ответе есть ошибки:", "The answer has errors:")}" data-failed="{language.Pick("Сервер не ответил:", "The server did not answer:")}" data-variables="{language.Pick("Переменные – не JSON-объект:", "The variables are no JSON object:")}" data-stopped="{language.Pick("Остановлено.", "Stopped.")}">
        <label for="query">{language.Pick("Текст запроса на GraphQL", "The query in GraphQL")}</label>
        <textarea id="query" rows="18" spellcheck="false" autocomplete="off" autocapitalize="off" required>{ReadyQuery.All[0].Document}</textarea>
        <label for="variables">{language.Pick("Переменные, объект JSON; можно оставить пустым", "Variables, a JSON object; may be left empty")}</label>
        <textarea id="variables" rows="3" spellcheck="false" autocomplete="off" autocapitalize="off"></textarea>
        <p class="actions"><button type="submit" class="button">{language.Pick("Спросить", "Ask")}</button> <button type="button" id="stop" hidden>{language.Pick("Остановить", "Stop")}</button> <span class="hint">{language.Pick("или Ctrl+Enter", "or Ctrl+Enter")}</span></p>
        <p id="state" role="status">{language.Pick("Пока ничего не спрошено.", "Nothing has been asked yet.")}</p>
        </form>
        </section>
        """);

    private static Html Answer(PageLanguage language) => Html.Of($"""
        <section class="answer" aria-labelledby="answer">
        <h2 id="answer">{language.Pick("Ответ", "Answer")}</h2>
        <ul id="errors" class="trouble"></ul>
        <pre id="result" tabindex="0" role="region" aria-label="{language.Pick("Ответ в JSON", "Answer in JSON")}"><code></code></pre>
        </section>
        """);
}
