using NodaTime;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>An event as its component states it: one, a series, or the exception of a series.</summary>
internal sealed class CalendarEvent
{
    private CalendarEvent(CalendarComponent component, CalendarTime start, CalendarZone? zone)
    {
        Component = component;
        Start = start;
        Zone = zone;
    }

    public CalendarComponent Component { get; }

    public CalendarTime Start { get; }

    /// <summary>Zone of the start; null if the calendar tells none.</summary>
    public CalendarZone? Zone { get; }

    /// <summary>How long it lasts; null if nothing is said.</summary>
    public Duration? Length { get; private init; }

    /// <summary>Of an exception: the local time, in its own zone, of the occurrence that it stands for.</summary>
    public CalendarLine? ReplacedTime => Component.Property("RECURRENCE-ID");

    public string? Uid => Component.Text("UID");

    public int Sequence => int.TryParse(Component.Text("SEQUENCE"), out var number) ? number : 0;

    /// <summary>Null if there is no start, or none that can be read.</summary>
    public static CalendarEvent? Of(CalendarComponent component, CalendarZones zones)
    {
        if (component.Property("DTSTART") is not { } line || CalendarTime.Parse(line.Value) is not { } start)
        {
            return null;
        }

        var zone = ZoneOf(line, start, zones);
        return new CalendarEvent(component, start, zone) { Length = LengthOf(component, start, zone, zones) };
    }

    /// <summary>The zone in which a time stands; null if none is told or known.</summary>
    public static CalendarZone? ZoneOf(CalendarLine line, CalendarTime time, CalendarZones zones)
    {
        if (time.IsUtc)
        {
            return CalendarZone.Utc;
        }

        return line.Parameter("TZID") is { } name ? zones.Find(name) : zones.Default;
    }

    /// <summary>A time of another property as the clock of this event's zone shows it.</summary>
    public LocalDateTime ToOwnClock(CalendarTime time, CalendarZone? zone) =>
        time.IsDate || Zone is null || zone is null || ReferenceEquals(zone, Zone) ? time.Local : Zone.ToLocal(zone.ToInstant(time.Local));

    private static Duration? LengthOf(CalendarComponent component, CalendarTime start, CalendarZone? zone, CalendarZones zones)
    {
        if (component.Property("DTEND") is { } line && CalendarTime.Parse(line.Value) is { } end)
        {
            var endZone = ZoneOf(line, end, zones);
            return start.IsDate || end.IsDate || zone is null || endZone is null
                ? end.Local.InUtc().ToInstant() - start.Local.InUtc().ToInstant()
                : endZone.ToInstant(end.Local) - zone.ToInstant(start.Local);
        }

        return component.Text("DURATION") is { } duration ? CalendarTime.ParseDuration(duration) : null;
    }
}
