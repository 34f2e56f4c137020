using CenterDirectory.Data.Entities;

namespace CenterDirectory.Api.Manage;

/// <summary>Addresses of pages for those who have signed in.</summary>
internal static class ManageRoutes
{
    /// <summary>A page.</summary>
    public static void OnGet(this IEndpointRouteBuilder routes, string pattern, Func<ManageVisit, Task<IResult>> answer) =>
        routes.MapGet(pattern, (Delegate)((HttpContext http) => answer(ManageVisit.Of(http))));

    /// <summary>A form.</summary>
    public static void OnPost(this IEndpointRouteBuilder routes, string pattern, Func<ManageVisit, Task<IResult>> answer) =>
        routes.MapPost(pattern, (Delegate)((HttpContext http) => answer(ManageVisit.Of(http))));

    /// <summary>A page about an entry that the key may change; its slug stands in the address.</summary>
    public static void OnGet<T>(this IEndpointRouteBuilder routes, string pattern, Func<ManageVisit, T, Task<IResult>> answer)
        where T : DirectoryEntry => routes.MapGet(pattern, (HttpContext http, string slug) => ManageEntries.WithAsync(http, slug, answer));

    /// <summary>A form about an entry that the key may change.</summary>
    public static void OnPost<T>(this IEndpointRouteBuilder routes, string pattern, Func<ManageVisit, T, Task<IResult>> answer)
        where T : DirectoryEntry => routes.MapPost(pattern, (HttpContext http, string slug) => ManageEntries.WithAsync(http, slug, answer));
}
