namespace CenterDirectory.Api.Pages;

internal static class HomePage
{
    public static void MapHome(this IEndpointRouteBuilder routes) => routes.MapGet("/", () => "CenterDirectory");
}
