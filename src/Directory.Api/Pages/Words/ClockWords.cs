using System.Globalization;
using NodaTime;

namespace CenterDirectory.Api.Pages.Words;

/// <summary>Times on the clock of their place: «вторник, 20 января 2026, 18:00–20:00 (UTC+5)».</summary>
internal static class ClockWords
{
    /// <summary>A span of time known to the minute.</summary>
    /// <param name="language">Language.</param>
    /// <param name="start">Start, UTC.</param>
    /// <param name="end">End, UTC, if it is known.</param>
    /// <param name="zone">IANA zone of the place; UTC is said where nobody knows it.</param>
    public static string Of(PageLanguage language, DateTime start, DateTime? end, string? zone)
    {
        var from = At(start, zone);
        var text = $"{DateWords.WithWeekday(language, Day(from))}, {Time(from)}";
        if (end is { } known && known > start)
        {
            var to = At(known, zone);
            text += Day(to) == Day(from) ? $"–{Time(to)}" : $" – {DateWords.Of(language, Day(to))}, {Time(to)}";
        }

        return $"{text} ({Offset(from)})";
    }

    /// <summary>An instant with the offset of the place, for machines (RFC 3339).</summary>
    public static string Machine(DateTime instant, string? zone)
    {
        var local = At(instant, zone);
        return local.ToString(local.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset At(DateTime instant, string? zone)
    {
        var place = zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);
        var utc = Instant.FromDateTimeUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
        return utc.InZone(place ?? DateTimeZone.Utc).ToDateTimeOffset();
    }

    private static DateOnly Day(DateTimeOffset local) => DateOnly.FromDateTime(local.DateTime);

    private static string Time(DateTimeOffset local) => local.ToString("H:mm", CultureInfo.InvariantCulture);

    private static string Offset(DateTimeOffset local)
    {
        if (local.Offset == TimeSpan.Zero)
        {
            return "UTC";
        }

        var sign = local.Offset < TimeSpan.Zero ? "−" : "+";
        var size = local.Offset.Duration();
        return size.Minutes == 0 ? $"UTC{sign}{size.Hours}" : $"UTC{sign}{size.Hours}:{size.Minutes:00}";
    }
}
