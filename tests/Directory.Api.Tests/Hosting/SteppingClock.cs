namespace CenterDirectory.Api.Tests.Hosting;

/// <summary>A clock that goes when a test says so; what waits by it waits in real time.</summary>
internal sealed class SteppingClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan elapsed;

    public SteppingClock()
        : this(DirectoryServer.Now)
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan span) => elapsed += span;

    public override long GetTimestamp() => elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => start + elapsed;
}
