using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>The time zones that a calendar names: of the tz database or of Windows by name, otherwise as its VTIMEZONE describes them.</summary>
internal sealed class CalendarZones
{
    private const int MaxOnsets = 300;

    // No event is older than the tables of zones are worth, nor later than anybody knows.
    private const int FirstYear = 1970;
    private const int LastYear = 2100;

    private readonly Dictionary<string, CalendarZone?> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CalendarComponent> described = new(StringComparer.Ordinal);
    private readonly RecurrenceBudget budget;

    public CalendarZones(CalendarComponent calendar, RecurrenceBudget budget)
    {
        this.budget = budget;
        foreach (var zone in calendar.Parts.Where(part => part.Name == "VTIMEZONE"))
        {
            described.TryAdd(zone.Text("TZID") ?? "", zone);
        }

        Default = calendar.Text("X-WR-TIMEZONE") is { } name ? Find(name) : null;
    }

    /// <summary>The zone of the calendar as a whole, or null.</summary>
    public CalendarZone? Default { get; }

    /// <summary>The zone of that name; null if nobody knows it.</summary>
    public CalendarZone? Find(string name)
    {
        if (!found.TryGetValue(name, out var zone))
        {
            var component = described.GetValueOrDefault(name);
            zone = Known(name) ?? Known(component?.Text("X-LIC-LOCATION") ?? "") ?? (component is null ? null : Describe(component));
            found[name] = zone;
        }

        return zone;
    }

    private static CalendarZone? Known(string name)
    {
        // Some programs put their own address before the name: /example.org/2026/Europe/Moscow.
        var parts = name.Trim('/', ' ').Split('/');
        var tail = parts.Length > 2 ? string.Join('/', parts[^2..]) : name;
        var windows = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var primary) ? primary : "";
        foreach (var candidate in (ReadOnlySpan<string>)[name, tail, windows])
        {
            if (candidate.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(candidate) is { } zone)
            {
                return zone.Id is "UTC" or "Etc/UTC" ? CalendarZone.Utc : new CalendarZone(zone);
            }
        }

        return null;
    }

    private CalendarZone? Describe(CalendarComponent component)
    {
        var onsets = component.Parts.Where(part => part.Name is "STANDARD" or "DAYLIGHT").SelectMany(Onsets).OrderBy(onset => onset.Local).ToList();
        return onsets.Count == 0 ? null : new CalendarZone(onsets);
    }

    private List<Onset> Onsets(CalendarComponent observance)
    {
        if (OffsetOf(observance.Text("TZOFFSETTO")) is not { } to
            || CalendarTime.ParseOnset(observance.Text("DTSTART") ?? "") is not { } start)
        {
            return [];
        }

        var from = OffsetOf(observance.Text("TZOFFSETFROM")) ?? to;
        var onsets = new List<Onset> { new(start.Local, from, to) };
        if (RecurrenceRule.Parse(observance.Text("RRULE") ?? "") is { } rule)
        {
            onsets.AddRange(rule.Expand(start.Local, budget)
                .TakeWhile(local => local.Year <= LastYear && !IsOver(rule.Until, local, from)).SkipWhile(local => local.Year < FirstYear)
                .Take(MaxOnsets).Select(local => new Onset(local, from, to)));
        }

        foreach (var text in observance.All("RDATE").SelectMany(line => line.Texts()).Take(MaxOnsets))
        {
            if (CalendarTime.ParseOnset(text) is { } more)
            {
                onsets.Add(new Onset(more.Local, from, to));
            }
        }

        return onsets;
    }

    /// <summary>UNTIL is told in UTC, an onset by the clocks before it.</summary>
    private static bool IsOver(CalendarTime? until, LocalDateTime local, Offset from) => until switch
    {
        null => false,
        { IsDate: true } day => local.Date > day.Local.Date,
        { IsUtc: true } time => local.WithOffset(from).ToInstant() > time.Local.WithOffset(Offset.Zero).ToInstant(),
        { } time => local > time.Local,
    };

    private static Offset? OffsetOf(string? text)
    {
        if (text is not { Length: 5 or 7 } || text[0] is not ('+' or '-') || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        number = text.Length == 5 ? number * 100 : number;
        var seconds = (number / 10_000 * 3600) + (number / 100 % 100 * 60) + (number % 100);
        return seconds > 18 * 3600 ? null : Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }
}
