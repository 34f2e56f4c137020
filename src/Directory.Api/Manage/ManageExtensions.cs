using CenterDirectory.Api.Access;
using CenterDirectory.Api.Manage.Cards;
using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Manage.Events;
using CenterDirectory.Api.Manage.History;
using CenterDirectory.Api.Manage.Requests;
using CenterDirectory.Api.Manage.SignIn;
using CenterDirectory.Api.Manage.Standards;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Manage;

/// <summary>The site for those who answer for centers: <c>/manage</c>.</summary>
internal static class ManageExtensions
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddManage(this IServiceCollection services)
    {
        services.AddOptions<ManageOptions>().BindConfiguration(ManageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ManageOptions>, ManageOptionsValidation>()
            .AddSingleton<SigningKey>()
            .AddSingleton<SignInLimits>()
            .AddScoped<SessionCookie>();
    }

    /// <summary>Maps it.</summary>
    public static void MapManage(this IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup(SessionCookie.Path).AddEndpointFilter(ManageGate.GuardAsync);
        site.MapGet("/sign-in", SignInEndpoints.Show);
        site.MapPost("/sign-in", (HttpContext http, KeyReader keys, SessionCookie cookies, SignInLimits limits) => SignInEndpoints.EnterAsync(http, keys, cookies, limits));

        var inner = site.MapGroup("").AddEndpointFilter(ManageGate.OpenAsync);
        inner.MapPost("/sign-out", (HttpContext http) => SignInEndpoints.Leave(ManageVisit.Of(http)));
        inner.MapCenters();
        inner.MapCards();
        inner.MapEventMoves();
        inner.MapHistory();
        inner.MapRequests();
        inner.MapStandards();
    }
}
