using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Manage;

/// <summary>What all pages of the site have around them.</summary>
/// <param name="language">Language of the page.</param>
/// <param name="path">Its address.</param>
internal sealed class ManageLayout(PageLanguage language, string path)
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Title of the window.</param>
    /// <param name="main">What the page says.</param>
    /// <param name="visit">Who reads it; null if nobody has signed in.</param>
    public Html Render(string title, Html main, ManageVisit? visit) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{title} – CenterDirectory</title>
        <link rel="stylesheet" href="{PageAsset.Style.Address}">
        <link rel="stylesheet" href="{PageAsset.ManageStyle.Address}">
        <link rel="icon" type="image/svg+xml" href="{PageAsset.Icon.Address}">
        </head>
        <body class="manage">
        <a class="skip" href="#main">{T("К содержанию", "Skip to content")}</a>
        <header class="top">
        <a class="mark" href="{To("/manage")}"><img src="{PageAsset.Icon.Address}" alt="" width="32" height="32">{T("Кабинет центра", "Center desk")}</a>
        {(visit is null ? Html.Nothing : Menu(visit))}
        {PageLayout.Languages(language, path)}
        </header>
        <main id="main" tabindex="-1">
        {main}
        </main>
        <footer class="bottom">
        {(visit is null ? Html.Nothing : Who(visit))}
        <p><a href="/?lang={language.Code}">{T("Справочник для всех", "The directory for everybody")}</a></p>
        </footer>
        </body>
        </html>

        """);

    private Html Menu(ManageVisit visit) => Html.Of($"""
        <nav class="menu" aria-label="{T("Кабинет", "Desk")}">
        <ul>
        {Html.Each(ManageMenu.Of(visit), entry => Html.Of($"""<li><a href="{To(entry.Path)}">{language.Pick(entry.Title)}</a></li>"""))}
        <li>{visit.Button("/manage/sign-out", T("Выйти", "Sign out"), "plain")}</li>
        </ul>
        </nav>
        """);

    private Html Who(ManageVisit visit) => Html.Of($"""
        <p>{T("Вы вошли с ключом", "You are signed in with the key")} «{visit.Session.Key.Label}» · {Pages.Words.Labels.Of(language, visit.Session.Key.Role)} · {T("действует до", "works until")} {language.Time(visit.Session.Key.ExpiresAt)}</p>
        """);

    private string To(string address) => SitePaths.InLanguage(address, language);

    private string T(string russian, string english) => language.Pick(russian, english);
}
