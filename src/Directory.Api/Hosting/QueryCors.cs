namespace CenterDirectory.Api.Hosting;

/// <summary>Pages of other sites may ask: reading needs no key, writing one that no browser sends by itself, and cookies count for nothing: so every origin is welcome unless <c>Cors:Origins</c> names some.</summary>
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
            .WithHeaders("content-type", "accept", "authorization", "graphql-cost", "if-none-match", "if-modified-since", "range")
            .WithExposedHeaders(
                "WWW-Authenticate", "ETag", "Last-Modified", "Link", "Content-Disposition", "Content-Range", "RateLimit", "RateLimit-Policy", "Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
    }
}
