using System.Globalization;
using CenterDirectory.Data.Values;
using NodaTime;
using NodaTime.Text;

namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>One time at which an event takes place.</summary>
/// <param name="Event">What is said of it.</param>
/// <param name="Start">Start on the clock of the event's zone.</param>
/// <param name="Id">Identifier, the same in every release.</param>
/// <param name="Calendar">The calendar in which it stands.</param>
/// <param name="Place">Zone by which its day is told: that of the event, of a time in UTC that of the calendar.</param>
internal sealed record CalendarOccurrence(CalendarEvent Event, LocalDateTime Start, string Id, CalendarComponent Calendar, CalendarZone? Place)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>What programs write before the title, for calendars that show no state.</summary>
    private static readonly string[] Marks = ["Отменено:", "Перенесено:", "Cancelled:", "Canceled:", "Postponed:"];

    /// <summary>How it repeats; null if it takes place once.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Of an occurrence that differs from its series: the identifier of the series.</summary>
    public string? Series { get; init; }

    public Instant? StartInstant => Event.Start.IsDate ? null : Event.Zone?.ToInstant(Start);

    public Instant? EndInstant => HasEnd ? StartInstant + Event.Length!.Value : null;

    public string? StartsAt => Format(StartInstant);

    public string? EndsAt => Format(EndInstant);

    /// <summary>The day, or the days from first to last; as vague as another directory of ours says beside them that it is.</summary>
    public string Date
    {
        get
        {
            if (Start == Event.Start.Local && Event.Component.Text("X-EDTF") is { } stated && FuzzyDate.TryParse(stated, out var vague))
            {
                return vague.Value;
            }

            var first = Clock(StartInstant, Start).Date;
            var last = LastDay(first);
            return last > first ? $"{Day.Format(first)}/{Day.Format(last)}" : Day.Format(first);
        }
    }

    /// <summary>The title. Where the state says that it is cancelled, a mark before the title says nothing more.</summary>
    public string? Title => Event.Component.Text("SUMMARY") is { } text ? WithoutMark(HtmlText.ProseLine(text)) : null;

    public string? Status
    {
        get
        {
            var stated = Event.Component.Text("STATUS")?.ToUpperInvariant();
            return Calendar.Text("METHOD")?.Equals("CANCEL", StringComparison.OrdinalIgnoreCase) == true ? "CANCELLED" : stated;
        }
    }

    /// <summary>Of a line «GEO:55.1;73.4» one of the numbers.</summary>
    public string? Coordinate(int index) =>
        Event.Component.Text("GEO")?.Split(';') is { Length: 2 } numbers
        && double.TryParse(numbers[index], NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? numbers[index].Trim() : null;

    public string? Description => Event.Component.Text("DESCRIPTION") is { } text ? HtmlText.Prose(text) : null;

    private bool HasEnd => Event.Length is { } length && length > Duration.Zero;

    /// <summary>An end is exclusive: what ends at midnight ends on the day before.</summary>
    private LocalDate LastDay(LocalDate first)
    {
        if (!HasEnd)
        {
            return first;
        }

        var length = Event.Length!.Value;
        var end = Clock(EndInstant, Start.PlusSeconds((long)length.TotalSeconds));
        return end.TimeOfDay == LocalTime.Midnight ? end.Date.PlusDays(-1) : end.Date;
    }

    private LocalDateTime Clock(Instant? instant, LocalDateTime written) =>
        instant is { } known && Place is not null ? Place.ToLocal(known) : written;

    private string WithoutMark(string title) =>
        Status == "CANCELLED" && Marks.FirstOrDefault(mark => title.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark ? title[mark.Length..].TrimStart() : title;

    private static string? Format(Instant? instant) => instant is { } known ? InstantPattern.General.Format(known) : null;
}
