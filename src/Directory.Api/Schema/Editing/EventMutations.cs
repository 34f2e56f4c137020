using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
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
    public static async Task<CreateEventPayload> CreateEvent(CreateEventInput input, EditDesk desk, EntryKeys keys, CancellationToken cancellationToken)
    {
        var (center, refusal) = await desk.FindAsync(input.CenterId, [nameof(Center)], cancellationToken, "input", "centerId");
        if (center is null)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var fields = EditFields.Of(input.Event, "input", "event").Emptying(input.Event, input.Event.EmptyFields, "input", "event");
        var key = keys.Next();
        var edit = fields.On(new EntryEdit(nameof(Event)) { NewKey = key });
        var organizer = new EntryEdit(nameof(EventParticipant))
        {
            NewKey = key + "/organizer",
            Fields = EditJson.Fields(("event", new { id = key }), ("role", ParticipantRole.Organizer)),
            Entries = new Dictionary<string, EntryKey> { ["center"] = center.Value },
        };
        return new(await desk.MakeAsync([edit with { Fields = Planned(edit) }, organizer], fields, cancellationToken));
    }

    /// <summary>Changes an event; to move or call it off use postponeEvent and cancelEvent.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<UpdateEventPayload> UpdateEvent(UpdateEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await EditMutations.UpdateAsync(
            desk, nameof(Event), input.Id, input.ExpectedRevision,
            EditFields.Of(input.Event, "input", "event").Emptying(input.Event, input.Event.EmptyFields, "input", "event"), cancellationToken));

    /// <summary>Moves an event; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PostponeEventPayload> PostponeEvent(PostponeEventInput input, EditDesk desk, DirectoryDb db, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await desk.FindAsync(input.Id, [nameof(Event)], cancellationToken, "input", "id");
        if (entry is not { } found)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var item = await db.Events.AsNoTracking().SingleAsync(row => row.Id == found.Id, cancellationToken);
        if (item.Status is EventStatus.Cancelled or EventStatus.Completed)
        {
            return new(EditOutcome.Failed(StateError.Because(
                "Мероприятие отменено или уже прошло; перенести его нельзя.", "The event was called off or is over; it cannot be moved.", "input", "id")));
        }

        var previous = item.Status == EventStatus.Postponed ? item.PreviousDate : item.Date ?? (item.StartsAt is { } start ? FuzzyDate.Of(DateOnly.FromDateTime(start)) : null);
        var date = input.Date ?? (input.StartsAt is { } begins ? FuzzyDate.Of(DateOnly.FromDateTime(begins)) : null);
        var edit = new EntryEdit(nameof(Event))
        {
            EntityId = found.Id, ExpectedRevision = input.ExpectedRevision,
            Fields = EditJson.Fields(
                ("status", EventStatus.Postponed), ("previousDate", previous), ("date", date), ("startsAt", input.StartsAt), ("endsAt", input.EndsAt)),
            // The old time must not shine through from where it was stated.
            Emptied = [.. Empty("date", date is null), .. Empty("dateText", true), .. Empty("startsAt", input.StartsAt is null), .. Empty("endsAt", input.EndsAt is null)],
        };
        return new(await desk.MakeAsync([edit], null, cancellationToken));
    }

    /// <summary>Calls an event off; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<CancelEventPayload> CancelEvent(CancelEventInput input, EditDesk desk, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await desk.FindAsync(input.Id, [nameof(Event)], cancellationToken, "input", "id");
        if (entry is not { } found)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var edit = new EntryEdit(nameof(Event))
        {
            EntityId = found.Id, ExpectedRevision = input.ExpectedRevision, Fields = EditJson.Fields(("status", EventStatus.Cancelled)),
        };
        return new(await desk.MakeAsync([edit], null, cancellationToken));
    }

    private static IEnumerable<string> Empty(string field, bool isEmpty) => isEmpty ? [field] : [];

    /// <summary>A new event is announced.</summary>
    private static Dictionary<string, System.Text.Json.JsonElement> Planned(EntryEdit edit) =>
        new(edit.Fields) { ["status"] = EditJson.Of(EventStatus.Planned) };
}
