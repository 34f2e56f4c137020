using System.Text.Json.Nodes;
using CenterDirectory.Api.Pages.Entries.LinkedData;
using CenterDirectory.Api.Pages.Words;
using CenterDirectory.Api.Schema;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Pages about events.</summary>
internal sealed class EventPages() : EntryKind<Event>(EntryType.Event)
{
    private const int MostParticipants = 200;
    private const int NextShown = 10;

    /// <inheritdoc/>
    protected override IQueryable<Event> WithReferences(IQueryable<Event> entries) => entries
        .Include(item => item.Territory).Include(item => item.PartOf).Include(item => item.Program).Include(item => item.Project);

    /// <inheritdoc/>
    protected override Territory? PlaceOf(Event entry) => entry.Territory;

    /// <inheritdoc/>
    protected override async Task<JsonObject> DescribeAsync(Event entry, EntryDraft page, LinkedTerms terms, EntryTrail place)
    {
        var reading = page.Reading;
        var one = reading.Db.Events.Where(item => item.Id == entry.Id);
        var zone = entry.TimeZone ?? place.Zone;
        page.Summary = Told(page, entry);
        Mark(entry, page);
        await WhenAsync(entry, page, zone);
        What(entry, page);

        var participants = await reading.FirstAsync(
            one.SelectMany(item => item.Participants).Include(part => part.Person).Include(part => part.Organization).Include(part => part.Center)
                .OrderBy(part => part.Id), MostParticipants);
        page.Section("participants", "Кто участвует", "Who takes part", Participants(page, participants.Items));
        var parts = await reading.FirstAsync(one.SelectMany(item => item.Parts).Include(part => part.Territory)
            .OrderBy(part => part.DateEarliest ?? DateOnly.MaxValue).ThenBy(part => part.Id));
        page.Section("parts", "Части события", "Parts of the event", Blocks.List(parts.Items, part => page.Cards.Event(part)), page.More(parts.HasMore));
        await NewsSection.AddAsync(page, one.SelectMany(EventType.News));
        return EventData.Of(terms, entry, zone, participants.Items, parts.Items);
    }

    private static string Told(EntryDraft page, Event item)
    {
        var place = item.Venue ?? item.TerritoryText ?? (item.Territory is { } territory ? page.Cards.Name(territory) : null);
        var what = $"{Labels.Of(page.Language, item.Kind)}: {page.Cards.When(item).Text}{(place is null ? "" : ", " + place)}.";
        return string.Join(" ", new[] { what, page.Text(item.Description, item.DescriptionEn) }.OfType<string>());
    }

    private static void Mark(Event item, EntryDraft page)
    {
        if (item.Kind != Data.Values.EventKind.Other)
        {
            page.Mark(item.Kind);
        }

        if (item.Status != EventStatus.Unknown)
        {
            page.Mark(item.Status, item.Status switch
            {
                EventStatus.Cancelled or EventStatus.Postponed => Tone.Bad,
                EventStatus.Confirmed or EventStatus.Completed => Tone.Good,
                EventStatus.Planned => Tone.Plain,
                _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "A status without a tone."),
            });
        }
    }

    private static async Task WhenAsync(Event item, EntryDraft page, string? zone)
    {
        var next = item.Recurrence is null ? [] : await NextAsync(item, page.Reading);
        page.Section("when", "Когда и где", "When and where", Blocks.Facts(
            item.Status == EventStatus.Postponed ? page.Fact("Было назначено на", "Was planned for", item.PreviousDate) : null,
            item.Status is EventStatus.Postponed or EventStatus.Cancelled ? page.Fact("Причина", "Reason", page.Text(item.StatusReason, item.StatusReasonEn)) : null,
            item.StartsAt is { } start
                ? page.Fact("Когда", "When", Phrase.At(ClockWords.Of(page.Language, start, item.EndsAt, zone), ClockWords.Machine(start, zone)))
                : page.Fact("Дата", "Date", item.Date),
            page.Fact("Дата в источнике", "Date in the source's words", item.DateText),
            page.Fact("Повторяется", "Repeats", item.Recurrence is { } recurrence ? RecurrenceWords.Of(page.Language, recurrence) : null),
            page.Fact("Ближайшие даты", "Next dates", next.Select(occurrence => Line.Of(Next(page, occurrence, zone)))),
            page.Fact("Место", "Venue", item.Venue),
            page.Address(null, item.AddressText, item.Location),
            page.Place("Территория", "Territory", item.Territory, item.TerritoryText),
            page.Fact("Форма участия", "Attendance", item.AttendanceMode),
            page.Fact("Мест", "Places", item.Capacity is { } capacity ? page.Language.Number(capacity) : null),
            page.Web("Регистрация", "Registration", item.RegistrationUrl),
            page.Web("Страница события", "Page of the event", item.Url)));
    }

    private static async Task<IReadOnlyList<EventOccurrence>> NextAsync(Event item, EntryReading reading)
    {
        var day = reading.Day;
        return (await reading.FirstAsync(reading.Db.Occurrences
            .Where(occurrence => occurrence.EventId == item.Id && occurrence.EndsOn >= day && occurrence.Status != EventStatus.Cancelled)
            .OrderBy(occurrence => occurrence.StartsOn).ThenBy(occurrence => occurrence.BeginsAt).ThenBy(occurrence => occurrence.Id), NextShown)).Items;
    }

    private static Phrase Next(EntryDraft page, EventOccurrence occurrence, string? zone) => occurrence.StartsAt is { } start
        ? Phrase.At(ClockWords.Of(page.Language, start, occurrence.EndsAt, zone), ClockWords.Machine(start, zone))
        : Phrase.Of(DateWords.WithWeekday(page.Language, occurrence.StartsOn));

    private static void What(Event item, EntryDraft page) => page.Section("about", "О событии", "About the event",
        page.Prose(item.Description, item.DescriptionEn),
        Blocks.Facts(
            page.Fact("Другие названия", "Other titles", item.AlternativeTitles.Count == 0 ? null : string.Join("; ", item.AlternativeTitles)),
            page.Fact("Уровень", "Level", item.Level),
            page.Fact("Для кого", "For whom", item.Audiences),
            page.Fact("Часть события", "Part of", item.PartOf),
            page.Fact("Программа", "Program", item.Program),
            page.Fact("Проект", "Project", item.Project)),
        page.Heading("Повестка", "Agenda", Blocks.Points(item.Agenda)), Blocks.Points(item.Agenda),
        page.Heading("Что выяснили", "Findings", Blocks.Points(item.Findings)), Blocks.Points(item.Findings),
        page.Heading("Итоги", "Outcomes", Blocks.Points(item.Outcomes)), Blocks.Points(item.Outcomes));

    /// <summary>By role, in the order of the vocabulary.</summary>
    private static IEnumerable<Block?> Participants(EntryDraft page, IReadOnlyList<EventParticipant> participants) =>
        participants.GroupBy(part => part.Role).OrderBy(group => group.Key).SelectMany(group => new[]
        {
            new Heading(Labels.Of(page.Language, group.Key)),
            Blocks.List(group, part => Participant(page, part)),
        });

    private static Card Participant(EntryDraft page, EventParticipant part)
    {
        var body = (DirectoryEntry?)part.Center ?? part.Organization;
        var isPerson = part.Person is not null || part.Name is not null || part.Position is not null;
        var head = part.Person is { } person ? page.Cards.Link(person)
            : part.Name is { } name ? Phrase.Of(name)
            : !isPerson && body is not null ? page.Cards.Link(body)
            : Phrase.Of(part.Position ?? page.T("Имя не названо", "Not named"));
        return EntryCards.Card(
            head,
            part.Position is { } position && head.Text != position ? (Line)position : null,
            isPerson && body is not null ? Line.Of(page.Cards.Link(body)) : null);
    }
}
