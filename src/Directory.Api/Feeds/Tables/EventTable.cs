using System.Globalization;
using CenterDirectory.Api.Feeds.Entries;
using CenterDirectory.Api.Feeds.Wording;
using CenterDirectory.Api.Feeds.Writing;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Feeds.Tables;

/// <summary>The columns of the table of events, named as the fields of GraphQL.</summary>
internal sealed class EventTable(EventWords words, FeedIds ids, FeedAddresses addresses)
{
    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("id", (table, entry) => table.Ids.Tag("event", entry.Event.Id)),
        new("title", (table, entry) => table.Words.Title(entry.Event)),
        new("kind", (_, entry) => Value(entry.Event.Kind)),
        new("kindLabel", (table, entry) => table.Words.Label(entry.Event.Kind)),
        new("status", (_, entry) => Value(entry.Event.Status)),
        new("when", (table, entry) => table.Words.When(entry)),
        new("date", (_, entry) => entry.Event.Date?.Value),
        new("dateText", (_, entry) => entry.Event.DateText),
        new("dateEarliest", (_, entry) => Day(entry.Event.DateEarliest)),
        new("dateLatest", (_, entry) => Day(entry.Event.DateLatest)),
        new("previousDate", (_, entry) => entry.Event.PreviousDate?.Value),
        new("startsAt", (_, entry) => Instant(entry.Event.StartsAt)),
        new("endsAt", (_, entry) => Instant(entry.Event.EndsAt)),
        new("timeZone", (_, entry) => entry.Zone?.Id),
        new("recurrence", (_, entry) => entry.Event.Recurrence),
        new("attendanceMode", (_, entry) => entry.Event.AttendanceMode is { } mode ? Value(mode) : null),
        new("level", (_, entry) => entry.Event.Level is { } level ? Value(level) : null),
        new("audiences", (_, entry) => string.Join(", ", entry.Event.Audiences.Select(Value))),
        new("territory", (table, entry) => entry.Place is { } place ? table.Words.Name(place) : entry.Event.TerritoryText),
        new("venue", (_, entry) => entry.Event.Venue),
        new("addressText", (_, entry) => entry.Event.AddressText),
        new("latitude", (_, entry) => entry.Event.Location?.Latitude.ToString("0.######", CultureInfo.InvariantCulture)),
        new("longitude", (_, entry) => entry.Event.Location?.Longitude.ToString("0.######", CultureInfo.InvariantCulture)),
        new("organizers", (_, entry) => string.Join(", ", entry.Organizers)),
        new("capacity", (_, entry) => entry.Event.Capacity?.ToString(CultureInfo.InvariantCulture)),
        new("description", (table, entry) => table.Words.Description(entry.Event)),
        new("url", (_, entry) => entry.Event.Url is { } url ? FeedAddresses.Of(url) : null),
        new("registrationUrl", (_, entry) => entry.Event.RegistrationUrl is { } url ? FeedAddresses.Of(url) : null),
        new("pageUrl", (table, entry) => table.Addresses.Event(entry.Event)),
        new("updatedAt", (_, entry) => Instant(entry.Event.UpdatedAt)),
    ];

    private EventWords Words => words;

    private FeedIds Ids => ids;

    private FeedAddresses Addresses => addresses;

    private static string Value<TEnum>(TEnum value)
        where TEnum : struct, Enum => Naming.EnumValue(value.ToString());

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Instant(DateTime? instant) => instant?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A column: its name, and its cell for an event.</summary>
    internal sealed record TableColumn(string Name, Func<EventTable, EventEntry, string?> Cell);
}
