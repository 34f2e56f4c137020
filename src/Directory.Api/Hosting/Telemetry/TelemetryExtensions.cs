using CenterDirectory.Api.Hosting.RateLimiting;
using CenterDirectory.Api.Requests;
using CenterDirectory.GraphQL;
using CenterDirectory.Importers.Running;
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

    /// <summary>Answers Prometheus, if the configuration lets it.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TelemetryOptions>>().Value.Metrics)
        {
            app.MapPrometheusScrapingEndpoint(MetricsPath);
        }
    }

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
