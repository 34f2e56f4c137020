using CenterDirectory.Api.Access;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Manage.SignIn;

namespace CenterDirectory.Api.Manage;

/// <summary>
/// Stands before every page but that of signing in. The cookie counts here and nowhere else; what changes something must carry the token of the session
/// besides, and must not come from another site.
/// </summary>
internal static class ManageGate
{
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>Says to browsers that these pages are for one reader, and for no frame.</summary>
    public static ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.PolicyWithForm;
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.ContentLanguage = ManageLanguage.Of(http.Request).Code;
        return HttpMethods.IsPost(http.Request.Method) && IsFromElsewhere(http.Request) ? new(TypedResults.StatusCode(StatusCodes.Status403Forbidden)) : next(context);
    }

    /// <summary>Lets in who has signed in.</summary>
    public static async ValueTask<object?> OpenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var cookies = http.RequestServices.GetRequiredService<SessionCookie>();
        var (session, ended) = await cookies.ReadAsync(http);
        if (session is null)
        {
            return SignInEndpoints.Ask(http, ended);
        }

        var token = cookies.TokenOf(session.Ticket);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (await FormOfAsync(http) is not { } form)
            {
                return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            }

            if (!SessionCookie.IsEqual(form[ManageVisit.TokenField], token))
            {
                return SignInEndpoints.Stale(http);
            }
        }

        // A key that came with the request as well is not the one that this site goes by.
        http.RequestServices.GetRequiredService<Viewer>().Admit(session.Key);
        http.RequestServices.GetRequiredService<KeyUses>().Note(session.Key);
        http.Features.Set(new ManageVisit(http, session, token));
        return await next(context);
    }

    /// <summary>The form; null if it is none, or one of a size that no form of ours has.</summary>
    public static async Task<IFormCollection?> FormOfAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is > MostBytes)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Browsers say where a request begins, over connections that nobody can have changed.</summary>
    private static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
