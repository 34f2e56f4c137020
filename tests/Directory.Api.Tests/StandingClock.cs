namespace CenterDirectory.Api.Tests;

/// <summary>Says the same instant for ever; what it measures and waits for is real.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
