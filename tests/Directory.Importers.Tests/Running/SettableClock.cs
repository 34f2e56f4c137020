namespace CenterDirectory.Importers.Tests.Running;

/// <summary>A clock that stands still until it is told to move, and then rings whatever is due.</summary>
internal sealed class SettableClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many wait for a time to come.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return alarms.Count(alarm => alarm.Due is not null);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan span)
    {
        List<Alarm> due;
        lock (gate)
        {
            now += span;
            due = alarms.Where(alarm => alarm.Due <= now).ToList();
            due.ForEach(alarm => alarm.Due = null);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        lock (gate)
        {
            alarms.Add(alarm);
        }

        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Rings once; nothing here asks for more.</summary>
    private sealed class Alarm(SettableClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.now + dueTime;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
