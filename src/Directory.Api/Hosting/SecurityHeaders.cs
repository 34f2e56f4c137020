using CenterDirectory.Api.Hosting.Publishing;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>What a browser must not do with our answers.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of a page with a form that asks this site.</summary>
    public const string PolicyWithForm = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer; a page that needs a policy of its own has set it.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        // Who says that readers know the site by https wants them never to come without.
        var isSecure = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.Origin?.Scheme == Uri.UriSchemeHttps;
        Func<object, Task> write = isSecure ? WriteSecure : Write;
        return app.Use((http, next) =>
        {
            // At the last moment: whoever answers an exception begins with clearing the headers.
            http.Response.OnStarting(write, http.Response.Headers);
            return next(http);
        });
    }

    private static Task WriteSecure(object state)
    {
        ((IHeaderDictionary)state).StrictTransportSecurity = "max-age=31536000";
        return Write(state);
    }

    private static Task Write(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // Everybody may embed what everybody may read; what may frame it says the policy above.
        headers.TryAdd("Cross-Origin-Resource-Policy", "cross-origin");
        return Task.CompletedTask;
    }
}
