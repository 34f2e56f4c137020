using CenterDirectory.Api.Access;
using CenterDirectory.Api.Manage.SignIn;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Manage;

/// <summary>A request of somebody who has signed in.</summary>
/// <param name="http">The request.</param>
/// <param name="session">Who.</param>
/// <param name="token">What forms carry.</param>
internal sealed class ManageVisit(HttpContext http, ManageSession session, string token)
{
    /// <summary>Name of the field in which forms carry the token.</summary>
    public const string TokenField = "token";

    /// <summary>The request.</summary>
    public HttpContext Http => http;

    /// <summary>Who.</summary>
    public ManageSession Session => session;

    /// <summary>Language of the pages.</summary>
    public PageLanguage Language { get; } = ManageLanguage.Of(http.Request);

    /// <summary>The directory.</summary>
    public DirectoryDb Db { get; } = http.RequestServices.GetRequiredService<DirectoryDb>();

    /// <summary>What the key may do.</summary>
    public Viewer Viewer { get; } = http.RequestServices.GetRequiredService<Viewer>();

    /// <summary>Stops the work when the browser has gone.</summary>
    public CancellationToken Cancellation => http.RequestAborted;

    /// <summary>Now.</summary>
    public DateTime Now => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// <summary>A service of the application.</summary>
    public T Get<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>The visit of a request that the gate has let in.</summary>
    public static ManageVisit Of(HttpContext http) => http.Features.Get<ManageVisit>() ?? throw new InvalidOperationException("The page stands outside of the gate.");

    /// <summary>The text of the language.</summary>
    public string T(string russian, string english) => Language.Pick(russian, english);

    /// <summary>An address in the language of the page.</summary>
    public string To(string path) => SitePaths.InLanguage(path, Language);

    /// <summary>What pages of entries are read with.</summary>
    public EntryReading Reading() => new(
        Db, Language, http.RequestServices.GetRequiredService<Hosting.Publishing.SiteOrigin>().Of(http.Request), Now.Date, http.RequestAborted);

    /// <summary>Number of the newest revision.</summary>
    public async Task<int> RevisionAsync() => await Db.Revisions.MaxAsync(revision => (int?)revision.Number, Cancellation) ?? 0;

    /// <summary>The field that every form carries.</summary>
    public Html Token => Html.Of($"""<input type="hidden" name="{TokenField}" value="{token}">""");

    /// <summary>A form with nothing but a button.</summary>
    public Html Button(string path, string text, string look = "") => Html.Of($"""
        <form method="post" action="{To(path)}" class="act">{Token}<button type="submit" class="{look}">{text}</button></form>
        """);

    /// <summary>A page.</summary>
    public IResult Page(string title, Html main, int status = StatusCodes.Status200OK) => TypedResults.Text(
        new ManageLayout(Language, http.Request.Path).Render(title, main, this).Markup, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Leads on after a form, so that reloading sends nothing again.</summary>
    public IResult Go(string path) => ManageAnswers.Go(http, To(path));

    /// <summary>What belongs to somebody else.</summary>
    public IResult Foreign() => Page(T("Не ваш центр", "Not your center"), Html.Of($"""
        <h1>{T("Ключ этого не охватывает", "Your key does not cover this")}</h1>
        <p>{T(
            "Эту запись меняет тот, кто отвечает за неё. Если это ваш центр, попросите оператора справочника дополнить ключ.",
            "This entry is changed by those who answer for it. If the center is yours, ask the operator of the directory to extend the key.")}</p>
        <p><a class="button" href="{To("/manage")}">{T("К моим центрам", "To my centers")}</a></p>
        """), StatusCodes.Status403Forbidden);
}

/// <summary>Answers of the site that are no pages.</summary>
internal static class ManageAnswers
{
    /// <summary>See there, by GET.</summary>
    public static IResult Go(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>Who works here works in Russia: Russian unless somebody asks for English.</summary>
internal static class ManageLanguage
{
    /// <summary>What <c>?lang=</c> says, else Russian.</summary>
    public static PageLanguage Of(HttpRequest request) => request.Query["lang"] == PageLanguage.English.Code ? PageLanguage.English : PageLanguage.Russian;
}
