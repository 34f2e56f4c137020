using System.Text.Json;
using CenterDirectory.Api.Hosting.Publishing;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Access;

/// <summary>
/// Lets requests with a key in. One that carries a wrong key is refused wherever it goes, even where no key is needed: its sender believes to be
/// somebody, and must hear that this is not so. Cookies are no keys: nothing here reads them, so no other site can write in somebody's name.
/// </summary>
internal static class KeyGate
{
    private const string Scheme = "Bearer";

    private static readonly LocalizedText Refused = new("Ключ не принят", "The key was not accepted");

    /// <summary>From here on the viewer of a request is known.</summary>
    public static IApplicationBuilder UseKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (SecretOf(http.Request) is not { } sent)
        {
            await next(http);
            return;
        }

        // At the last moment: what is answered to one must reach nobody else, whatever the endpoint thinks of caches.
        http.Response.OnStarting(KeepPrivate, http.Response.Headers);
        var finding = await http.RequestServices.GetRequiredService<KeyReader>().FindAsync(sent, http.RequestAborted);
        if (finding.Key is not { } key)
        {
            await RefuseAsync(http, finding.Flaw!);
            return;
        }

        http.RequestServices.GetRequiredService<Viewer>().Admit(key);
        http.RequestServices.GetRequiredService<KeyUses>().Note(key);
        await next(http);
    });

    /// <summary>What stands behind <c>Bearer</c>; null if the request carries nothing of the kind. Other schemes belong to whoever stands in front of us.</summary>
    private static string? SecretOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && (header.Length == Scheme.Length || header[Scheme.Length] == ' ')
            ? header[Scheme.Length..].Trim()
            : null;
    }

    private static Task RefuseAsync(HttpContext http, LocalizedText flaw)
    {
        // RFC 6750, 3; header fields hold no Cyrillic.
        http.Response.Headers.WWWAuthenticate = $"{Scheme} realm=\"CenterDirectory\", error=\"invalid_token\", error_description=\"{flaw.En}\"";
        return http.Request.Path == "/graphql"
            ? WriteAsync(http, flaw.En)
            : Problem.Of(http, StatusCodes.Status401Unauthorized, Refused, flaw).ExecuteAsync(http);
    }

    /// <summary>As GraphQL clients expect errors.</summary>
    private static Task WriteAsync(HttpContext http, string message)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return http.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message, extensions = new { code = Viewer.UnauthenticatedCode } } } },
            JsonSerializerOptions.Web, "application/json; charset=utf-8", http.RequestAborted);
    }

    private static Task KeepPrivate(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.CacheControl = "private, no-store";
        headers.ETag = default;
        headers.LastModified = default;
        return Task.CompletedTask;
    }
}
