using CenterDirectory.Importers.Fetching;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Delivering;

/// <summary>Registers what tells people and programs outside.</summary>
internal static class DeliveryExtensions
{
    /// <summary>Webhooks, mail, and the desks that they go to.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateOnStart();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidation>()
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidation>()
            .AddSingleton(NetworkOf)
            .AddSingleton<MailPost>();
    }

    /// <summary>Public addresses only, as for feeds: whoever writes the configuration of a desk must not look around in the operator's network by it.</summary>
    private static WebhookPost NetworkOf(IServiceProvider services)
    {
        var terms = new ImportersOptions();
        foreach (var host in services.GetRequiredService<IOptions<DeliveryOptions>>().Value.AllowHosts)
        {
            terms.AllowHosts.Add(host);
        }

        return new WebhookPost(new GuardedConnections(terms).CreateHandler(), services.GetRequiredService<TimeProvider>());
    }
}
