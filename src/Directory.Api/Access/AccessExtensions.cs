using System.Security.Cryptography;
using CenterDirectory.Api.Schema.Mutations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CenterDirectory.Api.Access;

/// <summary>Registers who may write.</summary>
internal static class AccessExtensions
{
    /// <summary>What commands and the server need of it.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations()
            .Validate(access => access.ExpiryDays <= access.MaximumDays, "Access:ExpiryDays must not be above Access:MaximumDays.").ValidateOnStart();
        services.TryAddSingleton(RandomNumberGenerator.Create());
        services.AddSingleton<WriteLimits>();
        services.AddScoped<Viewer>();
        services.AddScoped<KeyReader>();
        services.AddScoped<KeyWishReader>();
        services.AddScoped<KeyRegister>();
        services.AddScoped<AuditLog>();
        services.AddScoped<Idempotency>();
        services.AddScoped<WriteDesk>();
        return services;
    }

    /// <summary>What the server needs besides.</summary>
    public static IServiceCollection AddKeyUses(this IServiceCollection services) =>
        services.AddSingleton<KeyUses>().AddHostedService(provider => provider.GetRequiredService<KeyUses>());
}
