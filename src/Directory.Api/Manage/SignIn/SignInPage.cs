using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>The page where one signs in.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Place">Where one wants to go.</param>
internal sealed record SignInPage(PageLanguage Language, string Place)
{
    /// <summary>What the form carries.</summary>
    public required string Token { get; init; }

    /// <summary>Why it did not work.</summary>
    public LocalizedText? Flaw { get; init; }

    /// <summary>The page.</summary>
    public Html Render()
    {
        var title = T("Вход для центров", "Sign in for centers");
        return new ManageLayout(Language, "/manage/sign-in").Render(Flaw is null ? title : $"{T("Ошибка", "Error")}: {title}", Html.Of($"""
            <h1>{title}</h1>
            <p class="lead">{T(
                "Здесь те, кто отвечает за ресурсный центр, правят его карточку, услуги и события.",
                "Here those who answer for a resource center change its card, services and events.")}</p>
            {(Flaw is null ? Html.Nothing : Html.Of($"""<div class="wrong-summary" role="alert"><p id="flaw">{Language.Pick(Flaw)}</p></div>"""))}
            <form method="post" action="{SitePaths.InLanguage("/manage/sign-in", Language)}" class="card-form narrow">
            <input type="hidden" name="{ManageVisit.TokenField}" value="{Token}">
            <input type="hidden" name="to" value="{Place}">
            <input type="text" name="user" value="CenterDirectory" autocomplete="username" hidden>
            <div class="field">
            <label for="key">{T("Ключ", "Key")}</label>
            <p class="help" id="key-help">{T("Его дал оператор справочника. Начинается с cd_ и состоит из 52 знаков; удобнее вставить целиком.", "The operator of the directory gave it to you. It begins with cd_ and has 52 characters; it is best pasted.")}</p>
            <input id="key" name="key" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" maxlength="200" required aria-describedby="key-help{(Flaw is null ? "" : " flaw")}"{(Flaw is null ? Html.Nothing : new Html(" aria-invalid=\"true\""))}>
            </div>
            <p><button type="submit" class="button">{T("Войти", "Sign in")}</button></p>
            </form>
            <p>{T(
                "Ключа нет или он потерян? Напишите оператору справочника: он выдаст новый. Паролей и регистрации здесь нет.",
                "No key, or lost? Write to the operator of the directory, who gives out new ones. There are no passwords and no registration.")}</p>
            """), null);
    }

    /// <summary>A page that leads on by itself.</summary>
    public static Html Onward(PageLanguage language, string address) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{language.Code}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url={address}"><title>CenterDirectory</title><link rel="stylesheet" href="{PageAsset.Style.Address}"></head>
        <body><main id="main"><h1>{language.Pick("Открываем кабинет", "Opening the desk")}</h1><p><a href="{address}">{language.Pick("Продолжить", "Continue")}</a></p></main></body>
        </html>

        """);

    private string T(string russian, string english) => Language.Pick(russian, english);
}
