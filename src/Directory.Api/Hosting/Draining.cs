using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Hosting;

/// <summary>How the process ends: section <c>Shutdown</c> of the configuration.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Shutdown";

    /// <summary>How long requests are still taken after readiness is withdrawn, so that whoever distributes them notices.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.Zero;

    /// <summary>How long what was begun may take to its end after that.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>
/// The end in good order: readiness goes and streams of events are told at once, requests are still taken for a while, then no new
/// ones, and what was begun ends.
/// </summary>
internal sealed partial class Draining(IHostApplicationLifetime lifetime, IOptions<ShutdownOptions> options, TimeProvider clock, ILogger<Draining> log)
    : IHostedLifecycleService
{
    /// <summary>Whether the process is about to end.</summary>
    public bool HasBegun => lifetime.ApplicationStopping.IsCancellationRequested || isStopping;

    private volatile bool isStopping;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The server still listens here: services are stopped after it.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        if (options.Value.Drain > TimeSpan.Zero)
        {
            LogDraining(options.Value.Drain);
            await Task.Delay(options.Value.Drain, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Not ready any more; requests are taken for another {Drain}.")]
    private partial void LogDraining(TimeSpan drain);
}

/// <summary>Registers the end.</summary>
internal static class DrainingExtensions
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddDraining(this IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration(ShutdownOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().PostConfigure<IOptions<ShutdownOptions>>((host, shutdown) => host.ShutdownTimeout = shutdown.Value.Drain + shutdown.Value.Timeout);
        return services.AddSingleton<Draining>().AddHostedService(provider => provider.GetRequiredService<Draining>());
    }
}
