using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>Dates and times as iCalendar writes them.</summary>
internal static class CalendarTimes
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern InstantForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Of(LocalDate day) => DayPattern.Format(day);

    public static string Of(LocalDateTime time) => TimePattern.Format(time);

    public static string Of(Instant instant) => InstantForm.Format(instant);

    public static string Of(DateTime instant) => Of(instant.ToInstant());

    /// <summary>An offset: <c>+0300</c>, of historic clocks with seconds too, <c>+023017</c>.</summary>
    public static string Of(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        var sign = offset.Seconds < 0 ? '-' : '+';
        return seconds % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}{seconds / 60 % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}{seconds / 60 % 60:00}{seconds % 60:00}");
    }
}
