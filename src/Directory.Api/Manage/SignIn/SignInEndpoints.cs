using CenterDirectory.Api.Access;
using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Manage.SignIn;

/// <summary>The way in and out.</summary>
internal static class SignInEndpoints
{
    private const string Address = "/manage/sign-in";

    /// <summary>The page where one signs in.</summary>
    public static IResult Show(HttpContext http)
    {
        var language = ManageLanguage.Of(http.Request);
        return Page(new SignInPage(language, PlaceOf(http.Request.Query["to"])) { Token = TokenOf(http) });
    }

    /// <summary>Asks somebody who has not signed in, or not any more, to do so, and leads on to where they wanted.</summary>
    public static IResult Ask(HttpContext http, LocalizedText? ended)
    {
        var language = ManageLanguage.Of(http.Request);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            return Page(new SignInPage(language, PlaceOf(http.Request.Path)) { Token = TokenOf(http), Flaw = ended ?? Lost }, StatusCodes.Status401Unauthorized);
        }

        if (http.Request.Headers["Sec-Fetch-Site"] == "cross-site" && !http.Request.Query.ContainsKey("again"))
        {
            // The link stands on another site or in a mail, so the browser keeps its cookie back. Followed from a page of ours it does not.
            return TypedResults.Text(SignInPage.Onward(language, OnwardOf(http.Request)).Markup, "text/html; charset=utf-8");
        }

        return ended is null
            ? ManageAnswers.Go(http, SitePaths.InLanguage($"{Address}?to={Uri.EscapeDataString(http.Request.Path + WithoutLanguage(http.Request))}", language))
            : Page(new SignInPage(language, PlaceOf(http.Request.Path)) { Token = TokenOf(http), Flaw = ended }, StatusCodes.Status401Unauthorized);
    }

    /// <summary>A form that was made for another session.</summary>
    public static IResult Stale(HttpContext http)
    {
        var language = ManageLanguage.Of(http.Request);
        var text = language.Pick(
            "Форма открыта ещё до того, как вы вошли. Вернитесь на шаг назад, обновите страницу и отправьте ещё раз: ничего не изменено.",
            "This form was opened before you signed in. Go back one step, reload the page and send it again: nothing was changed.");
        return TypedResults.Text(
            new ManageLayout(language, "/manage").Render(language.Pick("Форма устарела", "The form is out of date"), Html.Of($"""
                <h1>{language.Pick("Форма устарела", "The form is out of date")}</h1>
                <p>{text}</p>
                <p><a class="button" href="{SitePaths.InLanguage("/manage", language)}">{language.Pick("К моим центрам", "To my centers")}</a></p>
                """), null).Markup, "text/html; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);
    }

    /// <summary>Takes a key.</summary>
    public static async Task<IResult> EnterAsync(HttpContext http, KeyReader keys, SessionCookie cookies, SignInLimits limits)
    {
        var language = ManageLanguage.Of(http.Request);
        if (await ManageGate.FormOfAsync(http) is not { } form)
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        var page = new SignInPage(language, PlaceOf(form["to"])) { Token = TokenOf(http) };
        if (!cookies.IsOfVisit(http, form[ManageVisit.TokenField]))
        {
            return Page(page with { Flaw = NoCookies }, StatusCodes.Status403Forbidden);
        }

        if (limits.Take(http.Connection.RemoteIpAddress) is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Page(page with { Flaw = TooMany(seconds) }, StatusCodes.Status429TooManyRequests);
        }

        var secret = form["key"].ToString().Trim();
        var finding = await keys.FindAsync(secret, http.RequestAborted);
        if (finding.Key is not { } key)
        {
            return Page(page with { Flaw = secret.Length == 0 ? Missing : finding.Flaw }, StatusCodes.Status422UnprocessableEntity);
        }

        limits.GiveBack(http.Connection.RemoteIpAddress);
        cookies.Begin(http, key, secret);
        return ManageAnswers.Go(http, SitePaths.InLanguage(page.Place, language));
    }

    /// <summary>Ends the session.</summary>
    public static IResult Leave(ManageVisit visit)
    {
        visit.Get<SessionCookie>().End(visit.Http);
        // Whatever the browser still holds of these pages.
        visit.Http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return visit.Go(Address);
    }

    private static LocalizedText Missing { get; } = new("Вставьте ключ.", "Paste your key.");

    private static LocalizedText Lost { get; } = new(
        "Вы не вошли или уже вышли, поэтому ничего не изменено. Войдите, вернитесь к форме кнопкой «Назад» и отправьте её ещё раз.",
        "You have not signed in, or have signed out, so nothing was changed. Sign in, return to the form with the back button, and send it again.");

    private static LocalizedText NoCookies { get; } = new(
        "Браузер не вернул cookie этой страницы. Разрешите cookie для этого сайта и попробуйте ещё раз.",
        "The browser did not return the cookie of this page. Allow cookies for this site and try again.");

    private static LocalizedText TooMany(int seconds) => new(
        $"Слишком много попыток. Повторите через {seconds} с.", $"Too many tries. Try again in {seconds} s.");

    private static string TokenOf(HttpContext http) => http.RequestServices.GetRequiredService<SessionCookie>().TokenOfVisit(http);

    private static IResult Page(SignInPage page, int status = StatusCodes.Status200OK) =>
        TypedResults.Text(page.Render().Markup, "text/html; charset=utf-8", statusCode: status);

    /// <summary>Where to go after signing in: a place of this site, whatever somebody wrote into a link.</summary>
    internal static string PlaceOf(string? wish) =>
        wish is { Length: < 500 } && (wish == "/manage" || wish.StartsWith("/manage/", StringComparison.Ordinal) || wish.StartsWith("/manage?", StringComparison.Ordinal))
        && !wish.StartsWith(Address, StringComparison.Ordinal) && !wish.Any(letter => char.IsControl(letter) || letter is '\\')
            ? wish
            : "/manage";

    private static string OnwardOf(HttpRequest request) => $"{request.Path}{request.QueryString}{(request.QueryString.HasValue ? '&' : '?')}again=1";

    private static string WithoutLanguage(HttpRequest request)
    {
        var pairs = request.Query.Where(pair => pair.Key is not ("lang" or "again")).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return QueryString.Create(pairs).ToString();
    }
}
