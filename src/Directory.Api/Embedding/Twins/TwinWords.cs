using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Twins;

/// <summary>When something takes place, in words.</summary>
internal static class TwinWords
{
    /// <summary>«16–17 ноября 2026», and the hour on the clock of the place if it is known.</summary>
    public static string When(PageLanguage language, DateOnly first, DateOnly last, DateTime? startsAt, DateTime? endsAt, string? timeZone) =>
        startsAt is { } start && first == last ? ClockWords.Of(language, start, endsAt, timeZone)
        : first == last ? DateWords.Of(language, first)
        : DateWords.Of(language, FuzzyDate.Parse($"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}"));
}
