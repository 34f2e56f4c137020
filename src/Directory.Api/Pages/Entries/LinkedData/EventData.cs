using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Pages.Entries.LinkedData;

/// <summary>An event in the words of schema.org.</summary>
internal static class EventData
{
    private const string Vocabulary = "https://schema.org/";

    /// <summary>The event with who takes part.</summary>
    public static JsonObject Of(LinkedTerms terms, Event item, string? zone, IReadOnlyList<EventParticipant> participants, IReadOnlyList<Event> parts)
    {
        var (start, end) = Times(item, zone);
        return terms.Subject(item)
            .With("alternateName", item.AlternativeTitles)
            .With("description", terms.Text(item.Description, item.DescriptionEn))
            .With("startDate", start)
            .With("endDate", end)
            .With("eventStatus", Status(item) is { } status ? Vocabulary + status : null)
            .With("previousStartDate", item.Status == EventStatus.Postponed ? LinkedTerms.Span(item.PreviousDate).Start : null)
            .With("eventAttendanceMode", Mode(item.AttendanceMode))
            .With("location", Place(terms, item))
            .With("organizer", Of(terms, participants, ParticipantRole.Organizer, ParticipantRole.CoOrganizer))
            .With("performer", Of(terms, participants, ParticipantRole.Speaker))
            .With("funder", Of(terms, participants, ParticipantRole.Funder))
            .With("maximumAttendeeCapacity", item.Capacity)
            .With("superEvent", terms.Maybe(item.PartOf))
            .With("subEvent", parts.Select(terms.Reference))
            .With("url", LinkedTerms.Web(item.Url));
    }

    /// <summary>Of a postponed event the new date is there, or nobody knows it yet (schema.org: EventRescheduled, EventPostponed).</summary>
    private static string? Status(Event item) => item.Status switch
    {
        EventStatus.Cancelled => "EventCancelled",
        EventStatus.Postponed => item.PreviousDate is not null && item.Date is not null && item.Date != item.PreviousDate ? "EventRescheduled" : "EventPostponed",
        EventStatus.Planned or EventStatus.Confirmed or EventStatus.Completed => "EventScheduled",
        EventStatus.Unknown => null,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "A status without a type."),
    };

    private static (string? Start, string? End) Times(Event item, string? zone)
    {
        // Without a new date the old one is all that calendars would show.
        if (item is { Status: EventStatus.Postponed, PreviousDate: not null } && (item.Date is null || item.Date == item.PreviousDate))
        {
            return (null, null);
        }

        return item.StartsAt is { } start
            ? (ClockWords.Machine(start, zone), item.EndsAt is { } end ? ClockWords.Machine(end, zone) : null)
            : LinkedTerms.Span(item.Date);
    }

    private static string? Mode(AttendanceMode? mode) => mode switch
    {
        AttendanceMode.Offline => Vocabulary + "OfflineEventAttendanceMode",
        AttendanceMode.Online => Vocabulary + "OnlineEventAttendanceMode",
        AttendanceMode.Mixed => Vocabulary + "MixedEventAttendanceMode",
        null => null,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode without a type."),
    };

    private static IEnumerable<JsonNode?> Place(LinkedTerms terms, Event item)
    {
        var address = LinkedTerms.Address(null, item.AddressText);
        var area = terms.Area(item.Territory, item.TerritoryText);
        var point = LinkedTerms.Point(item.Location);
        if (item.Venue is not null || address is not null || point is not null)
        {
            yield return JsonLd.Of("Place").With("name", item.Venue).With("address", address).With("geo", point).With("containedInPlace", area);
        }
        else if (area is not null)
        {
            yield return area;
        }

        if (item.AttendanceMode is AttendanceMode.Online or AttendanceMode.Mixed && LinkedTerms.Web(item.Url) is { } url)
        {
            yield return JsonLd.Of("VirtualLocation").With("url", url);
        }
    }

    private static IEnumerable<JsonNode?> Of(LinkedTerms terms, IReadOnlyList<EventParticipant> participants, params ParticipantRole[] roles) =>
        participants.Where(part => roles.Contains(part.Role)).Select(part => (JsonNode?)(
            part.Person is { } person ? terms.Reference(person)
            : part.Name is null && (part.Center ?? (DirectoryEntry?)part.Organization) is { } entry ? terms.Reference(entry)
            : part.Name is { } name ? new JsonObject { ["name"] = name }
            : null));
}
