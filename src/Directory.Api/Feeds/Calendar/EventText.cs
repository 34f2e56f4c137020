using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using NodaTime;

namespace CenterDirectory.Api.Feeds.Calendar;

/// <summary>The description of an event in a calendar: what the calendar itself cannot say comes first, then the text, then facts and links.</summary>
internal sealed class EventText(EventWords words, FeedAddresses addresses)
{
    /// <summary>The text, paragraphs as lines.</summary>
    public string Of(EventEntry entry, CalendarPlacement placement) =>
        string.Join('\n', Notes(entry, placement).Append(words.Description(entry.Event)).Concat(Facts(entry)).Where(line => !string.IsNullOrWhiteSpace(line)));

    private IEnumerable<string?> Notes(EventEntry entry, CalendarPlacement placement)
    {
        yield return words.Trouble(entry) is { } trouble ? trouble + "." : null;
        if (placement.IsVague && !placement.IsFormer)
        {
            yield return $"{words.T("Точная дата не названа", "The exact date is not told")}: {words.When(entry)}.";
        }

        var item = entry.Event;
        if (!placement.IsDay && item.EndsAt is null && item.Date is { IsInterval: true, Latest: { } last } && LocalDate.FromDateOnly(last) > placement.Start.Date)
        {
            yield return $"{words.T("Продолжается по", "Goes on until")} {words.Day(last)}{words.T(", когда закончится, не названо", ", the hour is not told")}.";
        }
    }

    private IEnumerable<string?> Facts(EventEntry entry)
    {
        var item = entry.Event;
        if (item.Agenda.Count > 0)
        {
            yield return $"{words.T("Программа", "Agenda")}: {string.Join("; ", item.Agenda)}";
        }

        if (entry.Organizers.Count > 0)
        {
            yield return $"{words.T(entry.Organizers.Count == 1 ? "Организатор" : "Организаторы", entry.Organizers.Count == 1 ? "Organizer" : "Organizers")}: {string.Join(", ", entry.Organizers)}";
        }

        yield return item.AttendanceMode is { } mode ? words.Label(mode) : null;
        yield return item.RegistrationUrl is { } registration ? $"{words.T("Регистрация", "Registration")}: {FeedAddresses.Of(registration)}" : null;
        yield return $"{words.T("Запись в справочнике", "In the directory")}: {addresses.Event(item)}";
    }
}
