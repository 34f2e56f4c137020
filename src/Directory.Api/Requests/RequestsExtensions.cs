using CenterDirectory.Api.Requests.Asking;
using CenterDirectory.Api.Requests.Delivering;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Requests;

/// <summary>Registers requests of people who need support.</summary>
internal static class RequestsExtensions
{
    /// <summary>What commands and the server need of it.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddOptions<RequestsOptions>().BindConfiguration(RequestsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<RequestsOptions>, RequestsOptionsValidation>()
            .AddSingleton<RequestVault>()
            .AddScoped<QuietWrites>()
            .AddScoped<RequestErasure>()
            .AddScoped<RequestFiles>();
    }

    /// <summary>What the server needs to take and answer them.</summary>
    public static IServiceCollection AddRequestDesk(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<AskLimits>()
        .AddSingleton<AskTicket>()
        .AddScoped<RequestReader>()
        .AddScoped<RequestRouting>()
        .AddScoped<Outbox>()
        .AddScoped<RequestIntake>()
        .AddScoped<RequestWork>()
        .AddSingleton<DeliveryWords>()
        .AddScoped<DeliveryRun>()
        .AddHostedService<RequestsNotice>();

    /// <summary>What a process needs that tells desks and erases what is due.</summary>
    public static IServiceCollection AddRequestDelivery(this IServiceCollection services) => services.AddHostedService<DeliveryService>();
}
