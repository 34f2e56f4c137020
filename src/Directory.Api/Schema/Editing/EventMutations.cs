using System.Text.Json;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What those who answer for centers can change of events.</summary>
[MutationType]
internal static class EventMutations
{
    /// <summary>Adds an event of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="keys">Gives it a key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateEventPayload> CreateEventAsync(CreateEventInput input, EditDesk desk, EntryKeys keys, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, async () =>
        {
            var (center, refusal) = await desk.FindAsync(input.CenterId, [nameof(Center)], cancellationToken, "input", "centerId");
            if (center is null)
            {
                return EditPlan.Refused(refusal!);
            }

            var fields = FieldsOf(input.Event);
            var key = keys.Next();
            var edit = fields.On(new EntryEdit(nameof(Event)) { NewKey = key });
            edit = edit with { Fields = new Dictionary<string, JsonElement>(edit.Fields) { ["status"] = EditJson.Of(EventStatus.Planned) } };
            return new([edit, OrganizerOf(key, center.Value)], fields, null);
        }, cancellationToken));

    /// <summary>Changes an event; to move or call it off use postponeEvent and cancelEvent.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateEventPayload> UpdateEventAsync(UpdateEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(
            input, () => EditMutations.UpdateAsync(desk, nameof(Event), input.Id, input.ExpectedRevision, FieldsOf(input.Event), cancellationToken), cancellationToken));

    /// <summary>Moves an event; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<PostponeEventPayload> PostponeEventAsync(PostponeEventInput input, EditDesk desk, DirectoryDb db, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, async () =>
        {
            var (entry, refusal) = await desk.FindAsync(input.Id, [nameof(Event)], cancellationToken, "input", "id");
            if (entry is not { } found)
            {
                return EditPlan.Refused(refusal!);
            }

            var item = await db.Events.AsNoTracking().SingleAsync(row => row.Id == found.Id, cancellationToken);
            return item.Status is EventStatus.Cancelled or EventStatus.Completed
                ? EditPlan.Refused(StateError.Because(
                    "Мероприятие отменено или уже прошло; перенести его нельзя.", "The event was called off or is over; it cannot be moved.", "input", "id"))
                : EditPlan.Of(Postponed(item, input));
        }, cancellationToken));

    /// <summary>Calls an event off; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CancelEventPayload> CancelEventAsync(CancelEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(
            input,
            () => EditMutations.OnAsync(desk, input.Id, [nameof(Event)], entry => new EntryEdit(nameof(Event))
            {
                EntityId = entry.Id, ExpectedRevision = input.ExpectedRevision, Fields = EditJson.Fields(("status", EventStatus.Cancelled)),
            }, cancellationToken),
            cancellationToken));

    private static EditFields FieldsOf(EventInput item) => EditFields.Of(item, "input", "event").Emptying(item, item.EmptyFields, "input", "event");

    private static EntryEdit OrganizerOf(string eventKey, EntryKey center) => new(nameof(EventParticipant))
    {
        NewKey = eventKey + "/organizer",
        Fields = EditJson.Fields(("event", new { id = eventKey }), ("role", ParticipantRole.Organizer)),
        Entries = new Dictionary<string, EntryKey> { ["center"] = center },
    };

    /// <summary>The event with its new time. What is not said of that must not shine through from where the old one was stated.</summary>
    private static EntryEdit Postponed(Event item, PostponeEventInput input)
    {
        var previous = item.Status == EventStatus.Postponed ? item.PreviousDate : item.Date ?? DayOf(item.StartsAt);
        var fields = EditJson.Fields(
            ("status", EventStatus.Postponed), ("previousDate", previous), ("date", input.Date ?? DayOf(input.StartsAt)), ("startsAt", input.StartsAt), ("endsAt", input.EndsAt));
        return new EntryEdit(nameof(Event))
        {
            EntityId = item.Id, ExpectedRevision = input.ExpectedRevision, Fields = fields,
            Emptied = [.. ((string[])["date", "dateText", "startsAt", "endsAt", "recurrence"]).Where(field => !fields.ContainsKey(field))],
        };
    }

    private static FuzzyDate? DayOf(DateTime? instant) => instant is { } start ? FuzzyDate.Of(DateOnly.FromDateTime(start)) : null;
}
