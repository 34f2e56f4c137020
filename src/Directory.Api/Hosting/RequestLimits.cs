using CenterDirectory.GraphQL;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>What the server takes at all, before anything of ours looks at it; <c>Kestrel:Limits</c> may say otherwise.</summary>
internal static class RequestLimits
{
    /// <summary>Sets the limits.</summary>
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<KestrelServerOptions>().PostConfigure<IOptions<EngineOptions>>((kestrel, engine) =>
        {
            // Twice what GraphQL takes: its own refusal tells limit and size, this one is for what is not even worth reading.
            kestrel.Limits.MaxRequestBodySize = 2L * engine.Value.Bytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            builder.Configuration.GetSection("Kestrel:Limits").Bind(kestrel.Limits);
        });
    }
}
