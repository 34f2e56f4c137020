namespace CenterDirectory.Api.Hosting;

/// <summary>Pages of other sites may ask: reading needs no key and no cookie, so every origin is welcome unless <c>Cors:Origins</c> names some.</summary>
internal static class QueryCors
{
    private static readonly string[] Everybody = ["*"];

    /// <summary>Registers the policy.</summary>
    public static IServiceCollection AddQueryCors(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.GetSection("Cors:Origins").Get<string[]>() ?? Everybody;
        return services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods("GET", "HEAD", "POST")
            .WithHeaders("content-type", "accept", "graphql-cost", "if-none-match", "if-modified-since", "range")
            .WithExposedHeaders("ETag", "Last-Modified", "Link", "Content-Disposition", "Content-Range", "RateLimit", "RateLimit-Policy", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
    }
}
