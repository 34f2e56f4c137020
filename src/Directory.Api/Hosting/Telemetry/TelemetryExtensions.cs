using System.Net;
using CenterDirectory.Api.Hosting.RateLimiting;
using CenterDirectory.Api.Requests;
using CenterDirectory.GraphQL;
using CenterDirectory.Importers.Running;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CenterDirectory.Api.Hosting.Telemetry;

/// <summary>Metrics and traces: for Prometheus at <c>/metrics</c>, by OTLP for whoever names a collector.</summary>
internal static class TelemetryExtensions
{
    /// <summary>Where Prometheus asks.</summary>
    public const string MetricsPath = "/metrics";

    private const string OtlpVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>What proxies say; those that are trusted have been heard, and their word is gone.</summary>
    private static readonly string[] Forwarded = ["X-Forwarded-For", "Forwarded"];

    /// <summary>Meters of ours, of the server, of the runtime and of the database driver.</summary>
    private static readonly string[] Meters =
    [
        GraphQLMetrics.MeterName, ImportMetrics.Name, DirectoryGauges.MeterName, RateLimitMetrics.MeterName, RequestMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
    ];

    private static readonly string[] Traces = [GraphQLTraces.SourceName, ImportMetrics.Name, "Microsoft.AspNetCore", "Npgsql"];

    /// <summary>Registers what the configuration asks for; nothing is collected that nobody takes.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
        var isPushed = options.Otlp is not null || !string.IsNullOrEmpty(configuration[OtlpVariable]);
        if (!options.Metrics && !isPushed)
        {
            return services;
        }

        services.AddSingleton<DirectoryGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<DirectoryGauges>());
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("center-directory", serviceVersion: typeof(TelemetryExtensions).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics.AddMeter(Meters).Export(options, isPushed));
        if (isPushed)
        {
            telemetry.WithTracing(traces => traces.AddSource(Traces)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
                .AddOtlpExporter(exporter => exporter.Endpoint = options.Otlp ?? exporter.Endpoint));
        }

        return services;
    }

    /// <summary>Answers Prometheus, if the configuration lets it; whoever else asks is told that there is nothing.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        if (!options.Metrics)
        {
            return;
        }

        var admitted = options.MetricsFrom.Count == 0 ? Networks.Loopback : Networks.Parse(options.MetricsFrom);
        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(MetricsPath) || IsAdmitted(http, admitted))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapPrometheusScrapingEndpoint(MetricsPath);
    }

    /// <summary>Readers behind a proxy that nobody has named have its address, which is often that of the machine: of those no address is believed.</summary>
    private static bool IsAdmitted(HttpContext http, IReadOnlyList<IPNetwork> networks) =>
        http.Connection.RemoteIpAddress is { } address && networks.Have(address) && !Array.Exists(Forwarded, http.Request.Headers.ContainsKey);

    private static void Export(this MeterProviderBuilder metrics, TelemetryOptions options, bool isPushed)
    {
        if (options.Metrics)
        {
            metrics.AddPrometheusExporter(prometheus => prometheus.ScopeInfoEnabled = false);
        }

        if (isPushed)
        {
            metrics.AddOtlpExporter(exporter => exporter.Endpoint = options.Otlp ?? exporter.Endpoint);
        }
    }
}
