namespace CenterDirectory.Api.Hosting;

/// <summary>What a browser must not do with our answers.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of a page with a form that asks this site.</summary>
    public const string PolicyWithForm = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer; a page that needs a policy of its own has set it.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // At the last moment: whoever answers an exception begins with clearing the headers.
        http.Response.OnStarting(Write, http.Response.Headers);
        return next(http);
    });

    private static Task Write(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
