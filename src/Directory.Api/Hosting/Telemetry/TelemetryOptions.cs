using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting.Telemetry;

/// <summary>What is measured for whom: section <c>Telemetry</c> of the configuration.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Telemetry";

    /// <summary>Whether <c>/metrics</c> answers Prometheus.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>Addresses and networks that it answers; without any the machine itself.</summary>
    public IList<string> MetricsFrom { get; } = [];

    /// <summary>Where a collector takes metrics and traces by OTLP; null sends none. <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says the same.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>Share of requests that are traced, unless the caller has decided already.</summary>
    [Range(0.0, 1.0)]
    public double TraceShare { get; set; } = 0.1;

    /// <summary>How often the state of the sources is read for the metrics.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SourcesEvery { get; set; } = TimeSpan.FromSeconds(15);
}

/// <summary>Networks must be networks.</summary>
internal sealed class TelemetryOptionsValidation : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        Networks.FlawOf("Telemetry:MetricsFrom", options.MetricsFrom) is { } flaw ? ValidateOptionsResult.Fail(flaw) : ValidateOptionsResult.Success;
}
