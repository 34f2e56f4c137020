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
        var periods = zone.GetZoneIntervals(first, last + Duration.Epsilon).Select(interval => new Observance(zone, interval));
        foreach (var same in periods.GroupBy(period => (period.Name, period.From, period.To, period.IsDaylight)))
        {
            Write(lines, same.Key.Name, same.Key.From, same.Key.To, same.Key.IsDaylight, [.. same.Select(period => period.Onset)]);
        }
    }

    private static void Write(CalendarLines lines, string name, Offset from, Offset to, bool isDaylight, List<LocalDateTime> onsets)
    {
        using var component = lines.Begin(isDaylight ? "DAYLIGHT" : "STANDARD");
        lines.Write("DTSTART", CalendarTimes.Of(onsets[0]));
        if (onsets.Count > 1)
        {
            lines.Write("RDATE", string.Join(',', onsets.Skip(1).Select(CalendarTimes.Of)));
        }

        lines.Write("TZOFFSETFROM", CalendarTimes.Of(from));
        lines.Write("TZOFFSETTO", CalendarTimes.Of(to));
        lines.WriteText("TZNAME", name);
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
