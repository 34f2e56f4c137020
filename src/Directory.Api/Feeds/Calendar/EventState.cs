using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>The state of an event in the words of a calendar.</summary>
internal static class EventState
{
    /// <summary>
    /// STATUS; null if nothing is said. A calendar knows no «postponed»: an event with a new date is moved there, one without is called off where it was.
    /// </summary>
    public static string? Of(Event item, CalendarPlacement placement) => item.Status switch
    {
        EventStatus.Planned => "TENTATIVE",
        EventStatus.Confirmed or EventStatus.Completed => "CONFIRMED",
        EventStatus.Cancelled => "CANCELLED",
        EventStatus.Postponed => IsCalledOff(item, placement) ? "CANCELLED" : "TENTATIVE",
        EventStatus.Unknown => null,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "A state that calendars do not know."),
    };

    /// <summary>What stands before the title, for calendars that show no state; null if nothing.</summary>
    public static LocalizedText? Mark(Event item, CalendarPlacement placement) => item.Status switch
    {
        EventStatus.Cancelled => new("Отменено", "Cancelled"),
        // With one date only nobody can say whether it is the old or the new one.
        EventStatus.Postponed when item.PreviousDate is null || IsCalledOff(item, placement) => new("Перенесено", "Postponed"),
        _ => null,
    };

    /// <summary>Number of the latest change of time or state: seconds since the event entered the directory, so that one that went and returned is newer too.</summary>
    public static int Sequence(Event item) => item.RescheduledAt is not { } instant ? 0
        : (int)Math.Clamp(Math.Ceiling((instant - item.CreatedAt).TotalSeconds), 1, int.MaxValue);

    private static bool IsCalledOff(Event item, CalendarPlacement placement) => placement.IsFormer || (item.PreviousDate is { } before && before == item.Date);
}
