using NodaTime;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>A time zone of a calendar: one of the tz database, or what the calendar itself says of it.</summary>
internal sealed class CalendarZone
{
    private readonly DateTimeZone? known;
    private readonly IReadOnlyList<Onset> onsets = [];

    public CalendarZone(DateTimeZone zone) => known = zone;

    /// <param name="onsets">When which offset begins, in order, at least one.</param>
    public CalendarZone(IReadOnlyList<Onset> onsets) => this.onsets = onsets;

    public static CalendarZone Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>Name in the tz database, or null.</summary>
    public string? Id => known is null || known == DateTimeZone.Utc ? null : known.Id;

    /// <summary>The instant of a local time; one that the clocks skip is moved on, of one that comes twice the first is meant.</summary>
    public Instant ToInstant(LocalDateTime local)
    {
        if (known is not null)
        {
            return known.AtLeniently(local).ToInstant();
        }

        var offset = onsets[0].From;
        foreach (var onset in onsets)
        {
            offset = onset.Local <= local ? onset.To : offset;
        }

        return local.WithOffset(offset).ToInstant();
    }

    public LocalDateTime ToLocal(Instant instant)
    {
        if (known is not null)
        {
            return instant.InZone(known).LocalDateTime;
        }

        var offset = onsets[0].From;
        foreach (var onset in onsets)
        {
            offset = onset.Local.WithOffset(onset.From).ToInstant() <= instant ? onset.To : offset;
        }

        return instant.WithOffset(offset).LocalDateTime;
    }
}

/// <summary>From this local time on, told by the clocks before it, another offset holds.</summary>
internal readonly record struct Onset(LocalDateTime Local, Offset From, Offset To);
