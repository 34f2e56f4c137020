using System.Globalization;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>Labels and dates in the language of a page.</summary>
internal static class TwinWords
{
    /// <summary>What people call a value.</summary>
    public static string Label(this PageLanguage language, string vocabulary, string value) =>
        Schema.Vocabularies.Find(vocabulary)?.Terms.FirstOrDefault(term => term.Value == value) is { } term ? language.Pick(term.Label, term.LabelEn) : value;

    /// <summary>«16–17 ноября 2026», and the hour on the clock of the place if it is known.</summary>
    public static string When(this PageLanguage language, DateOnly first, DateOnly last, DateTime? startsAt, string? timeZone)
    {
        var culture = CultureInfo.GetCultureInfo(language.Code == "en" ? "en-GB" : "ru-RU");
        var days = (first == last, first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, _, _) => first.ToString("d MMMM yyyy", culture),
            (_, true, true) => $"{first.Day}–{last.ToString("d MMMM yyyy", culture)}",
            (_, true, _) => $"{first.ToString("d MMMM", culture)} – {last.ToString("d MMMM yyyy", culture)}",
            _ => $"{first.ToString("d MMMM yyyy", culture)} – {last.ToString("d MMMM yyyy", culture)}",
        };
        return startsAt is { } instant ? $"{days}, {Hour(instant, timeZone)}" : days;
    }

    private static string Hour(DateTime instant, string? timeZone)
    {
        var utc = DateTime.SpecifyKind(instant, DateTimeKind.Utc);
        if (timeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            return $"{utc:HH:mm} UTC";
        }

        var offset = zone.GetUtcOffset(utc);
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        var minutes = offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}";
        return $"{utc + offset:HH:mm} UTC{sign}{Math.Abs(offset.Hours)}{minutes}";
    }
}
