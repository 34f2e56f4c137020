using CenterDirectory.Api.Pages.Entries;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Lists.Kinds;

/// <summary>The list of events.</summary>
internal sealed class EventLists() : ListKind<Event>(SearchType.Event)
{
    /// <inheritdoc/>
    public override MenuEntry Place => SiteMenu.Events;

    /// <inheritdoc/>
    public override LocalizedText Title { get; } = new("События", "Events");

    /// <inheritdoc/>
    public override LocalizedText Lead { get; } = new(
        "Семинары, форумы, конкурсы и встречи: сначала то, что ещё предстоит, затем прошедшее.",
        "Seminars, forums, competitions and meetings: first what is still to come, then what is over.");

    /// <inheritdoc/>
    public override Noun Noun { get; } = new("событие", "события", "событий", "event", "events");

    /// <inheritdoc/>
    public override string Feed => "events";

    /// <inheritdoc/>
    public override IReadOnlyList<ListChoice<Event>> Choices { get; } =
    [
        ListChoice<Event>.Of<EventKind>(
            "kind", new("Форма", "Form"), new("Любая", "Any"), (events, kind) => events.Where(item => item.Kind == kind)),
        ListChoice<Event>.Of<Audience>(
            "audience", new("Для кого", "For whom"), new("Для всех", "Anybody"), (events, audience) => events.Where(item => item.Audiences.Contains(audience))),
        new("upcoming", new("Когда", "When"), new("Все", "All"),
            [new("true", new("Предстоящие", "To come")), new("false", new("Прошедшие", "Over"))],
            (events, value, today) => value == "true" ? events.Where(item => item.UpcomingUntil > today) : events.Where(item => item.OverFrom <= today)),
    ];

    /// <inheritdoc/>
    protected override IQueryable<Event> In(IQueryable<Event> entries, long territoryId) =>
        entries.Where(item => item.Territory!.Above.Any(pair => pair.AncestorId == territoryId));

    /// <inheritdoc/>
    protected override IQueryable<Event> WithReferences(IQueryable<Event> entries) => entries.Include(item => item.Territory);

    /// <inheritdoc/>
    protected override Card CardOf(EntryCards cards, Event entry) => cards.Event(entry);

    /// <summary>The next one first; then what is over, the last one first; what has no date comes last.</summary>
    protected override IQueryable<Event> Ordered(IQueryable<Event> entries, DateTime today) => entries
        .OrderBy(item => item.UpcomingUntil > today ? 0 : item.DateLatest != null ? 1 : 2)
        .ThenBy(item => item.UpcomingUntil > today ? item.DateEarliest : null)
        .ThenByDescending(item => item.DateLatest)
        .ThenBy(item => item.Id);
}
