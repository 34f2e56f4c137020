namespace CenterDirectory.Api.Requests.Delivering;

/// <summary>Tells desks and askers, and erases what is due, as long as the process runs.</summary>
internal sealed partial class DeliveryService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliveryService> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan EraseEvery = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first statement must not hold up the start.
        await Task.Yield();
        using var timer = new PeriodicTimer(Look, clock);
        DateTimeOffset? erased = null;
        try
        {
            do
            {
                if (erased is null || clock.GetUtcNow() - erased >= EraseEvery)
                {
                    await GuardAsync(EraseAsync, stoppingToken);
                    erased = clock.GetUtcNow();
                }

                await GuardAsync(DeliverAsync, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process ends; what was not sent is sent by the next one.
        }
    }

    private static async Task DeliverAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        await services.GetRequiredService<DeliveryRun>().RunAsync(cancellationToken);

    private async Task EraseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<RequestErasure>().EraseDueAsync(cancellationToken) is > 0 and var count)
        {
            LogErased(count);
        }
    }

    /// <summary>A database that is away for a while ends nothing.</summary>
    private async Task GuardAsync(Func<IServiceProvider, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "The personal data of {Count} requests for support were erased: their day had come.")]
    private partial void LogErased(int count);

    [LoggerMessage(LogLevel.Warning, "Requests for support could not be looked after ({Error}); it is tried again.")]
    private partial void LogFailed(string error);
}
