using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Embedding.Twins;

// The answers to the widgets' documents, in the names of the schema.

internal sealed record CentersAnswer(Named? Territory, CenterPage Centers, Committed? Revision);

internal sealed record SearchAnswer(CenterPage Search, Committed? Revision);

internal sealed record EventsAnswer(Named? Territory, EventPage Occurrences, Committed? Revision);

internal sealed record CenterAnswer(CenterItem? Center);

internal sealed record Named(string DisplayName);

internal sealed record Committed(DateTime CommittedAt);

internal sealed record Titled(string Title);

internal sealed record CenterPage(int TotalCount, IReadOnlyList<CenterItem> Nodes, PageEnd? PageInfo);

internal sealed record EventPage(IReadOnlyList<OccurrenceItem> Nodes, PageEnd PageInfo);

internal sealed record PageEnd(bool HasNextPage, string? EndCursor);

internal sealed record CenterItem(
    string Slug, string DisplayName, CenterLevel Level, CenterStatus Status, IReadOnlyList<SupportKind> SupportKinds, IReadOnlyList<Audience> Audiences,
    Named? Territory, string? AddressText, Uri? Website, IReadOnlyList<ContactItem> Contacts, ServiceList Services, IReadOnlyList<Titled> Sources)
{
    public string? Description { get; init; }

    public IReadOnlyList<OpeningHours> OpeningHours { get; init; } = [];

    public EventList? Events { get; init; }

    public DateTime UpdatedAt { get; init; }

    public Freshness Freshness { get; init; }

    public DateTime? VerifiedAt { get; init; }

    public Titled? VerifiedBy { get; init; }
}

internal sealed record ContactItem(ContactKind Kind, string Value, string? Label, Uri? Url);

internal sealed record ServiceList(int TotalCount, IReadOnlyList<ServiceItem> Nodes);

internal sealed record ServiceItem(string DisplayName, Fee? Fee);

internal sealed record EventList(IReadOnlyList<CenterEvent> Nodes);

internal sealed record CenterEvent(
    string Slug, string DisplayName, DateOnly DateEarliest, DateOnly DateLatest, DateTime? StartsAt, DateTime? EndsAt, string? TimeZone, EventStatus Status);

internal sealed record OccurrenceItem(DateOnly StartsOn, DateOnly EndsOn, DateTime? StartsAt, DateTime? EndsAt, EventStatus Status, EventItem Event);

internal sealed record EventItem(
    string Slug, string DisplayName, EventKind Kind, string? TimeZone, AttendanceMode? AttendanceMode, string? Venue, string? AddressText, Named? Territory, Uri? Url,
    IReadOnlyList<Titled> Sources);
