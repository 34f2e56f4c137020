using CenterDirectory.Api.Commands;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Api.Tests.Commands;

public sealed class ConsoleProgressTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StepClock clock = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_terminal_shows_number_rate_share_and_remaining_time_on_one_line()
    {
        using var progress = new ConsoleProgress("clubs", clock, output, isTerminal: true);

        progress.Report(new ImportProgress(ImportPhase.Reading, 1, 0.0001));
        clock.Step(TimeSpan.FromSeconds(30));
        progress.Report(new ImportProgress(ImportPhase.Reading, 60_000, 0.25));

        var line = Lines().Last();
        Assert.Contains("2,000/s", line, StringComparison.Ordinal);
        Assert.Contains("[######..................] 25%", line, StringComparison.Ordinal);
        Assert.Contains("1:30 left", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', output.ToString());
    }

    [Fact]
    public void A_terminal_is_not_redrawn_at_every_row()
    {
        using var progress = new ConsoleProgress("clubs", clock, output, isTerminal: true);
        for (var i = 1; i < 1_000; i++)
        {
            progress.Report(new ImportProgress(ImportPhase.Reading, i));
        }

        Assert.Single(Lines());
    }

    [Fact]
    public void A_log_gets_a_plain_line_now_and_then_and_none_of_what_is_short()
    {
        using (var progress = new ConsoleProgress("clubs", clock, output, isTerminal: false))
        {
            progress.Report(new ImportProgress(ImportPhase.Reading, 1));
            clock.Step(TimeSpan.FromSeconds(9));
            progress.Report(new ImportProgress(ImportPhase.Reading, 9_000));
            Assert.Empty(output.ToString());
            clock.Step(TimeSpan.FromSeconds(1));
            progress.Report(new ImportProgress(ImportPhase.Reading, 10_000, 0.5));
        }

        Assert.Equal("clubs: read, 10,000, 1,000/s, 50%, 0:10 left", output.ToString().TrimEnd());
    }

    [Fact]
    public void Nothing_is_left_on_a_terminal_when_it_ends()
    {
        using (var progress = new ConsoleProgress("clubs", clock, output, isTerminal: true))
        {
            progress.Report(new ImportProgress(ImportPhase.Reading, 5));
        }

        Assert.Equal(string.Empty, Lines().Last().Trim());
    }

    private List<string> Lines() => [.. output.ToString().Split('\r').Skip(1)];

    private sealed class StepClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Step(TimeSpan span) => now += span.Ticks;
    }
}
