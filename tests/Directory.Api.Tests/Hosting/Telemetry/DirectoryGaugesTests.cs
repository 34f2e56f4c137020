using System.Diagnostics.Metrics;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Hosting.Telemetry;
using CenterDirectory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Hosting.Telemetry;

/// <summary>How the state of the sources is read for the metrics.</summary>
public sealed class DirectoryGaugesTests
{
    [Fact]
    public async Task A_slow_reading_is_not_overtaken_by_a_later_one()
    {
        await using var hosted = await HostedDirectory.StartAsync();
        var slow = new SlowRevision();
        using var gauges = new DirectoryGauges(
            hosted.Services.GetRequiredService<IDbContextFactory<DirectoryDb>>(), slow, Options.Create(new TelemetryOptions()),
            TimeProvider.System, hosted.Services.GetRequiredService<IMeterFactory>(), NullLogger<DirectoryGauges>.Instance);

        var first = gauges.ReadAsync(Cancel);
        var second = gauges.ReadAsync(Cancel);
        var begunMeanwhile = slow.Asked;
        slow.Answer.SetResult(7);
        await Task.WhenAll(first, second);

        Assert.Equal(1, begunMeanwhile);
        Assert.Equal(2, slow.Asked);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed class SlowRevision : NewestRevision
    {
        public TaskCompletionSource<int?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public override ValueTask<int?> NumberAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return new(Answer.Task);
        }
    }
}
