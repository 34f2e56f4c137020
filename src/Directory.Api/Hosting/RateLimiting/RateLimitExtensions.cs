using System.Globalization;
using CenterDirectory.Api.Hosting.Telemetry;
using CenterDirectory.GraphQL.Http;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.RateLimiting;

/// <summary>
/// Keeps one client from taking what all others would have read: each has an account of rows. It is held by this process alone; with N
/// processes a client may read N times as much.
/// </summary>
internal static class RateLimitExtensions
{
    private static readonly PathString GraphQL = "/graphql";

    /// <summary>Asked by machines of the operator's, and cheap.</summary>
    private static readonly PathString[] Free = ["/health", TelemetryExtensions.MetricsPath];

    /// <summary>Registers what decides over requests.</summary>
    public static IServiceCollection AddRateLimit(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidation>()
            .AddSingleton<IRequestBudget, RequestBudget>();
    }

    /// <summary>Takes what a request costs from the account of its client; GraphQL does so itself, in its own words.</summary>
    public static IApplicationBuilder UseRateLimit(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<RateLimitOptions>>().Value;
        if (!options.Enabled)
        {
            return app;
        }

        var accounts = new ClientBuckets(options.Clients, options.Burst, options.RowsPerSecond, app.ApplicationServices.GetRequiredService<TimeProvider>());
        var exempt = options.Exempt.Count == 0 ? Networks.Loopback : Networks.Parse(options.Exempt);
        return app.Use((http, next) =>
        {
            if (http.Connection.RemoteIpAddress is not { } address || Array.Exists(Free, path => http.Request.Path.StartsWithSegments(path)) || exempt.Have(address))
            {
                return next(http);
            }

            var spending = new Spending(accounts.Of(address), options);
            http.Features.Set(spending);
            http.Response.OnStarting(spending.TellAsync, http.Response);
            if (http.Request.Path == GraphQL || spending.Account.Take(options.RequestRows) is not { } wait)
            {
                return next(http);
            }

            RateLimitMetrics.Refused("page");
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = TokenBucket.SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
    }

    /// <summary>A request and the account that it is taken from.</summary>
    private sealed record Spending(TokenBucket Account, RateLimitOptions Options)
    {
        /// <summary>Says what is left (draft-ietf-httpapi-ratelimit-headers): t is the time until the account is full again.</summary>
        public Task TellAsync(object state)
        {
            var headers = ((HttpResponse)state).Headers;
            var remaining = Account.Remaining;
            var reset = (Options.Burst - remaining + Options.RowsPerSecond - 1) / Options.RowsPerSecond;
            var window = Math.Max(1, Options.Burst / Options.RowsPerSecond);
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"rows\";q={Options.Burst};w={window}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"rows\";r={remaining};t={reset}");
            return Task.CompletedTask;
        }
    }

    /// <summary>What GraphQL requests cost.</summary>
    private sealed class RequestBudget : IRequestBudget
    {
        public TimeSpan? Admit(HttpContext http) => http.Features.Get<Spending>() is { } spending ? Take(spending, spending.Options.RequestRows) : null;

        public TimeSpan? Spend(HttpContext http, long rows) => http.Features.Get<Spending>() is { } spending ? Take(spending, rows) : null;

        private static TimeSpan? Take(Spending spending, long rows)
        {
            var wait = spending.Account.Take(rows);
            if (wait is not null)
            {
                RateLimitMetrics.Refused("graphql");
            }

            return wait;
        }
    }
}
