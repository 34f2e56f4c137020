using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.Publishing;

/// <summary>Registers what everything that leaves the directory needs.</summary>
internal static class PublishingExtensions
{
    /// <summary>Adds absolute addresses and answers by revision.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection(SiteOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidation>()
            .AddSingleton<SiteOrigin>()
            .AddSingleton<SourceVisits>()
            .AddSingleton<Editions>();
    }
}
