namespace CenterDirectory.Api.Pages;

/// <summary>What all pages share.</summary>
internal static class PageLayout
{
    /// <summary>A whole page.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="title">Title of the window.</param>
    /// <param name="head">What this page adds to the head.</param>
    /// <param name="languages">Links to the page in its other languages.</param>
    /// <param name="main">What the page says.</param>
    public static Html Render(PageLanguage language, string title, Html head, Html languages, Html main) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="stylesheet" href="{PageAsset.Style.Address}">
        <link rel="icon" type="image/svg+xml" href="{PageAsset.Icon.Address}">
        {head}
        </head>
        <body>
        <a class="skip" href="#main">{language.Pick("К содержанию", "Skip to content")}</a>
        <header class="top">
        <a class="mark" href="/?lang={language.Code}"><img src="{PageAsset.Icon.Address}" alt="" width="32" height="32">CenterDirectory</a>
        {Menu(language)}
        {languages}
        </header>
        <main id="main" tabindex="-1">
        {main}
        </main>
        <footer class="bottom">
        <p>{Licence(language)}</p>
        <p><a href="/graphql?lang={language.Code}">{language.Pick("Составить запрос", "Write a query")}</a> · <a href="/schema.graphql">{language.Pick("Схема GraphQL", "GraphQL schema")}</a> · <a href="/sources?lang={language.Code}">{language.Pick("Состояние источников", "State of the sources")}</a> · <a href="/health/ready">{language.Pick("Состояние сервера", "State of the server")}</a></p>
        </footer>
        </body>
        </html>

        """);

    /// <summary>Links to the page in each language.</summary>
    /// <param name="current">The language of the page.</param>
    /// <param name="path">Its address.</param>
    public static Html Languages(PageLanguage current, string path = "/") => Html.Of($"""
        <nav class="languages" aria-label="{current.Pick("Язык · Language", "Language · Язык")}">
        {Html.Each(PageLanguage.All, language => language == current
            ? Html.Of($"""<a href="{SitePaths.InLanguage(path, language)}" lang="{language.Code}" hreflang="{language.Code}" aria-current="true">{language.Name}</a>""")
            : Html.Of($"""<a href="{SitePaths.InLanguage(path, language)}" lang="{language.Code}" hreflang="{language.Code}">{language.Name}</a>"""))}
        </nav>
        """);

    private static Html Menu(PageLanguage language) => Html.Of($"""
        <nav class="menu" aria-label="{language.Pick("Разделы сайта", "Parts of the site")}">
        <ul>
        {Html.Each(SiteMenu.All.Where(entry => entry.IsInMenu), entry => Html.Of($"""<li><a href="{entry.Path}?lang={language.Code}">{language.Pick(entry.Title)}</a></li>"""))}
        </ul>
        </nav>
        """);

    private static Html Licence(PageLanguage language)
    {
        var apache = Html.Of($"""<a href="https://www.apache.org/licenses/LICENSE-2.0" hreflang="en">Apache License 2.0</a>""");
        return language == PageLanguage.English
            ? Html.Of($"Program and descriptions of our own: {apache}. What a source brings in keeps the licence of its publisher.")
            : Html.Of($"Программа и собственные описания – {apache}. Сведения из источников сохраняют лицензию того, кто их опубликовал.");
    }
}
