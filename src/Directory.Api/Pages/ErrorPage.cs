using System.Globalization;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.Api.Pages;

/// <summary>What somebody gets where there is nothing: a page in a browser, a problem (RFC 9457) everywhere else.</summary>
internal static class ErrorPage
{
    /// <summary>Answers for every status that came without a body.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = WriteAsync,
            StatusCodeSelector = StatusOf,
            // A request that breaks off or cannot be read is no fault of the server: an operator has nothing to mend.
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        });
        return app.UseStatusCodePages(context => WriteAsync(context.HttpContext));
    }

    private static int StatusOf(Exception error) => Outage.Is(error) ? StatusCodes.Status503ServiceUnavailable
        : error is BadHttpRequestException refused ? refused.StatusCode
        : StatusCodes.Status500InternalServerError;

    private static Task WriteAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = Outage.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept, Accept-Language";
        return WantsPage(http.Request)
            ? TypedResults.Text(Render(PageLanguage.Of(http.Request), status).Markup, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(http)
            : TypedResults.Problem(statusCode: status, instance: http.Request.Path).ExecuteAsync(http);
    }

    private static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html" && type.Quality is not 0);

    private static Html Render(PageLanguage language, int status)
    {
        var (title, text) = status switch
        {
            StatusCodes.Status404NotFound => (
                language.Pick("Такой страницы нет", "There is no such page"),
                language.Pick("Возможно, в адресе опечатка или запись уже снята.", "Perhaps the address has a typo, or the entry is gone.")),
            StatusCodes.Status405MethodNotAllowed => (
                language.Pick("Так сюда не обращаются", "That is not how to ask here"),
                language.Pick("Адрес верный, но метод запроса другой.", "The address is right, the method of the request is not.")),
            StatusCodes.Status429TooManyRequests => (
                language.Pick("Слишком много запросов", "Too many requests"),
                language.Pick("С вашего адреса за короткое время прочитано очень много. Подождите немного и обновите страницу.", "Very much was read from your address in a short time. Please wait a little and reload the page.")),
            StatusCodes.Status503ServiceUnavailable => (
                language.Pick("Справочник ненадолго недоступен", "The directory is away for a moment"),
                language.Pick("База данных не отвечает. Обычно это проходит за несколько секунд.", "The database does not answer. That usually passes within seconds.")),
            >= 500 => (
                language.Pick("Что-то сломалось у нас", "Something broke on our side"),
                language.Pick("Подробности записаны в журнале сервера. Попробуйте ещё раз чуть позже.", "The details are in the log of the server. Please try again a little later.")),
            _ => (
                language.Pick("Запрос не получился", "The request did not work"),
                language.Pick("Сервер не смог его понять.", "The server could not understand it.")),
        };
        return PageLayout.Render(
            language, $"{status} – {title}", Html.Of($"""<meta name="robots" content="noindex">"""), PageLayout.Languages(language), Html.Of($"""
                <section class="hero">
                <p class="status">{status}</p>
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                <p><a class="button" href="/?lang={language.Code}">{language.Pick("На главную", "To the start page")}</a></p>
                </section>
                """));
    }
}
