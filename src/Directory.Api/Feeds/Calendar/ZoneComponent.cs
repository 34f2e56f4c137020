using NodaTime;
using NodaTime.TimeZones;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>
/// A VTIMEZONE made of the tz database: every offset that held in a span of time, with the instants at which it began. Clocks of Russia were moved in
/// 1981, 1991, 2010, 2011, 2014, 2016 and later, here and there; a rule for «the zone» would be wrong for some year or place.
/// </summary>
internal static class ZoneComponent
{
    /// <summary>Writes it.</summary>
    /// <param name="lines">Where to.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="first">An instant not later than any that is told in this zone.</param>
    /// <param name="last">An instant not earlier than any that is told.</param>
    public static void Write(CalendarLines lines, DateTimeZone zone, Instant first, Instant last)
    {
        using var component = lines.Begin("VTIMEZONE");
        lines.WriteText("TZID", zone.Id);
        lines.WriteText("X-LIC-LOCATION", zone.Id);
        foreach (var interval in zone.GetZoneIntervals(first, last + Duration.Epsilon))
        {
            Write(lines, new Observance(zone, interval));
        }
    }

    /// <summary>A part for each: of several onsets in one part some readers see only one.</summary>
    private static void Write(CalendarLines lines, Observance observance)
    {
        using var component = lines.Begin(observance.IsDaylight ? "DAYLIGHT" : "STANDARD");
        lines.Write("DTSTART", CalendarTimes.Of(observance.Onset));
        lines.Write("TZOFFSETFROM", CalendarTimes.Of(observance.From));
        lines.Write("TZOFFSETTO", CalendarTimes.Of(observance.To));
        lines.WriteText("TZNAME", observance.Name);
    }

    /// <summary>A time during which one offset held.</summary>
    private readonly struct Observance
    {
        /// <summary>What has no beginning begins before anything that is told.</summary>
        private static readonly LocalDateTime Ever = new(1601, 1, 1, 0, 0);

        public Observance(DateTimeZone zone, ZoneInterval interval)
        {
            From = interval.HasStart ? zone.GetUtcOffset(interval.Start - Duration.Epsilon) : interval.WallOffset;
            To = interval.WallOffset;
            // An onset is told by the clocks before it.
            Onset = interval.HasStart ? interval.Start.WithOffset(From).LocalDateTime : Ever;
            IsDaylight = interval.Savings != Offset.Zero;
            Name = interval.Name;
        }

        public Offset From { get; }

        public Offset To { get; }

        public LocalDateTime Onset { get; }

        public bool IsDaylight { get; }

        public string Name { get; }
    }
}
