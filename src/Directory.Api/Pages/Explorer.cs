using CenterDirectory.Api.Hosting;
using Microsoft.Extensions.FileProviders;

namespace CenterDirectory.Api.Pages;

/// <summary>
/// What a browser gets at the address of the API: GraphiQL if it was built (<c>explorer/build.sh</c>), else the small query page, which needs no Node.
/// The setting <c>Explorer:Path</c> names another folder with a built one.
/// </summary>
internal static class Explorer
{
    // The editor of GraphiQL writes its styles into the page, and runs its language services as workers.
    private const string EditorPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self'; font-src 'self' data:; "
        + "img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Serves the files of the explorer.</summary>
    /// <returns>Answers people who open the address of the API.</returns>
    public static RequestDelegate MapExplorer(this WebApplication app)
    {
        if (BuiltIn(app.Configuration) is not { } folder)
        {
            return SendPageAsync;
        }

        var index = Path.Combine(folder, "index.html");
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/explorer",
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = file =>
            {
                // The names in this folder carry a hash of their contents. Workers come under the policy of their own file.
                var isHashed = file.Context.Request.Path.StartsWithSegments("/explorer/assets");
                file.Context.Response.Headers.CacheControl = isHashed ? "public, max-age=31536000, immutable" : "no-cache";
                file.Context.Response.Headers.ContentSecurityPolicy = EditorPolicy;
            },
        });
        return http =>
        {
            http.Response.Headers.ContentSecurityPolicy = EditorPolicy;
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.PhysicalFile(index, "text/html; charset=utf-8").ExecuteAsync(http);
        };
    }

    private static string? BuiltIn(IConfiguration configuration)
    {
        string[] folders = configuration["Explorer:Path"] is { Length: > 0 } path
            ? [HostPaths.FromConfiguration(path)]
            : [Path.Combine(AppContext.BaseDirectory, "explorer"), Path.Combine(HostPaths.Root, "src", "Directory.Api", "explorer", "dist")];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html")));
    }

    private static Task SendPageAsync(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return PageEndpoints.Page(http, QueryPage.Render).ExecuteAsync(http);
    }
}
