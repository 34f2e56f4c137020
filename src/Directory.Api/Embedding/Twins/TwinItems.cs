namespace CenterDirectory.Api.Embedding.Twins;

// The answers to the widgets' documents, in the names of the schema.

internal sealed record CentersAnswer(Named? Territory, CenterPage Centers);

internal sealed record SearchAnswer(CenterPage Search);

internal sealed record EventsAnswer(Named? Territory, EventPage Occurrences);

internal sealed record CenterAnswer(CenterItem? Center);

internal sealed record Named(string DisplayName);

internal sealed record CenterPage(int TotalCount, IReadOnlyList<CenterItem> Nodes, PageEnd? PageInfo);

internal sealed record EventPage(IReadOnlyList<OccurrenceItem> Nodes, PageEnd PageInfo);

internal sealed record PageEnd(bool HasNextPage, string? EndCursor);

internal sealed record CenterItem(
    string Slug, string DisplayName, string Level, string Status, IReadOnlyList<string> SupportKinds, IReadOnlyList<string> Audiences,
    Named? Territory, string? AddressText, Uri? Website, IReadOnlyList<ContactItem> Contacts, ServiceList Services)
{
    public string? Description { get; init; }

    public IReadOnlyList<HoursItem> OpeningHours { get; init; } = [];

    public EventList? Events { get; init; }
}

internal sealed record ContactItem(string Kind, string Value, string? Label, Uri? Url);

internal sealed record HoursItem(IReadOnlyList<string> Weekdays, string? OpensAt, string? ClosesAt, string? Text);

internal sealed record ServiceList(int TotalCount, IReadOnlyList<ServiceItem> Nodes);

internal sealed record ServiceItem(string DisplayName, string? Fee);

internal sealed record EventList(IReadOnlyList<CenterEvent> Nodes);

internal sealed record CenterEvent(
    string Slug, string DisplayName, DateOnly DateEarliest, DateOnly DateLatest, DateTime? StartsAt, DateTime? EndsAt, string? TimeZone, string Status);

internal sealed record OccurrenceItem(DateOnly StartsOn, DateOnly EndsOn, DateTime? StartsAt, DateTime? EndsAt, string Status, EventItem Event);

internal sealed record EventItem(
    string Slug, string DisplayName, string Kind, string? TimeZone, string? AttendanceMode, string? Venue, string? AddressText, Named? Territory, Uri? Url);
