using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Wording;

/// <summary>How exactly a date is known.</summary>
internal static class EventPrecision
{
    /// <summary>Possible days of a vague date that a calendar may show as such; a month is not more.</summary>
    public const int MostDays = 31;

    /// <summary>Whether it is a day, or days from the first to the last, and nobody doubts it.</summary>
    public static bool IsExact(FuzzyDate date) => !date.Value.AsSpan().ContainsAny("X~?%") && date.Value.Split('/').All(part => part.Length == 10);

    /// <summary>Whether a calendar may show it: days that are known, or few enough of which one is meant.</summary>
    public static bool IsShown(FuzzyDate date) => date is { Earliest: { } first, Latest: { } last }
        && (IsExact(date) || last.DayNumber - first.DayNumber < MostDays);
}
