using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Says which edits an input means, if the key may make them. Paths of errors begin where the input stands.</summary>
internal sealed class EditPlans(
    EditedEntries entries, LinkPlans links, StandardPlans standards, Viewer viewer, EntryKeys keys, DirectoryDb db, TimeProvider clock)
{
    private static readonly string[] Confirmable = [nameof(Center), nameof(Service), nameof(Event), nameof(Project)];

    private static readonly string[] Deletable = [nameof(Center), nameof(Service), nameof(Event), nameof(NewsItem)];

    private const string Reason = "statusReason";

    private const string ReasonEn = "statusReasonEn";

    private static readonly string[] Reasons = [Reason, ReasonEn];

    private static readonly string[] Times = ["date", "dateText", "startsAt", "endsAt", "recurrence"];

    /// <summary>The edits of an input.</summary>
    /// <param name="input">An input of a mutation that edits entries.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditPlan> OfAsync(object input, string[] at, CancellationToken cancellationToken) => input switch
    {
        CreateCenterInput center => NewCenterAsync(center, at, cancellationToken),
        UpdateCenterInput center => UpdateCenterAsync(center, at, cancellationToken),
        CreateServiceInput service => NewServiceAsync(service, at, cancellationToken),
        UpdateServiceInput service => UpdateAsync(nameof(Service), service.Id, service.ExpectedRevision, FieldsOf(service.Service, service.Service.EmptyFields, [.. at, "service"]), at, cancellationToken),
        CreateEventInput item => NewEventAsync(item, at, cancellationToken),
        UpdateEventInput item => UpdateAsync(nameof(Event), item.Id, item.ExpectedRevision, FieldsOf(item.Event, item.Event.EmptyFields, [.. at, "event"]), at, cancellationToken),
        PostponeEventInput item => PostponeAsync(item, at, cancellationToken),
        CancelEventInput item => OnAsync(
            item.Id, [nameof(Event)], entry => WithReason(Edit(entry, item.ExpectedRevision, ("status", EventStatus.Cancelled)), item.Reason), [.. at, "id"], cancellationToken),
        ConfirmEntryInput entry => OnAsync(
            entry.Id, Confirmable, found => Edit(found, null, ("confirmedAt", clock.GetUtcNow().UtcDateTime)), [.. at, "id"], cancellationToken),
        DeleteEntryInput entry => OnAsync(
            entry.Id, Deletable, found => Edit(found, entry.ExpectedRevision) with { IsRemoval = true }, [.. at, "id"], cancellationToken),
        ReportProjectOutcomeInput project => OnAsync(
            project.ProjectId, [nameof(Project)], entry => Edit(entry, project.ExpectedRevision, ("status", project.Status), ("outcome", project.Outcome)), [.. at, "projectId"], cancellationToken),
        LinkNewsInput news => OnCenterAsync(news.CenterId, at, center => links.LinkAsync(news, center, cancellationToken), cancellationToken),
        UnlinkNewsInput news => OnCenterAsync(news.CenterId, at, center => links.UnlinkAsync(news, center, at, cancellationToken), cancellationToken),
        AddPersonRoleInput role => OnCenterAsync(role.CenterId, at, center => links.AddRoleAsync(role.PersonRole, center, [.. at, "personRole"], cancellationToken), cancellationToken),
        RemovePersonRoleInput role => OnCenterAsync(role.CenterId, at, center => links.RemoveRoleAsync(role, center, at, cancellationToken), cancellationToken),
        DeclareStandardInput declaration => standards.DeclareAsync(declaration, at, cancellationToken),
        ReviewStandardInput review => standards.ReviewAsync(review, at, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType(), "No edit of entries."),
    };

    private async Task<EditPlan> NewCenterAsync(CreateCenterInput input, string[] at, CancellationToken cancellationToken)
    {
        var territory = input.Center.Territory.Value is { } key ? await links.TerritoryAsync(key, cancellationToken) : null;
        if (NotPermittedError.Of(await viewer.MayAddCenterAsync(territory, cancellationToken), [.. at, "center", "territory"]) is { } refusal)
        {
            return EditPlan.Refused(refusal);
        }

        if (string.IsNullOrWhiteSpace(input.Center.Name.Value?.Ru.Value))
        {
            return EditPlan.Refused(ValidationError.Missing("У нового центра должно быть название.", "A new center needs a name.", [.. at, "center", "name", "ru"]));
        }

        var fields = FieldsOf(input.Center, input.Center.EmptyFields, [.. at, "center"]);
        var card = fields.On(new EntryEdit(nameof(Center)) { NewKey = keys.Next() });
        return await links.WithAreasAsync(new([card], fields, null), card, null, input.Center.ServiceAreas.Value ?? [], [.. at, "center", "serviceAreas"], cancellationToken);
    }

    private async Task<EditPlan> NewServiceAsync(CreateServiceInput input, string[] at, CancellationToken cancellationToken)
    {
        var (center, refusal) = await FindAsync(input.CenterId, [nameof(Center)], [.. at, "centerId"], cancellationToken);
        if (center is null)
        {
            return EditPlan.Refused(refusal!);
        }

        var fields = FieldsOf(input.Service, input.Service.EmptyFields, [.. at, "service"]);
        var edit = fields.On(new EntryEdit(nameof(Service)) { NewKey = keys.Next() });
        return new([edit with { Entries = new Dictionary<string, EntryKey>(edit.Entries) { ["center"] = center.Value } }], fields, null);
    }

    private async Task<EditPlan> NewEventAsync(CreateEventInput input, string[] at, CancellationToken cancellationToken)
    {
        var (center, refusal) = await FindAsync(input.CenterId, [nameof(Center)], [.. at, "centerId"], cancellationToken);
        if (center is null)
        {
            return EditPlan.Refused(refusal!);
        }

        var fields = FieldsOf(input.Event, input.Event.EmptyFields, [.. at, "event"]);
        var key = keys.Next();
        var edit = fields.On(new EntryEdit(nameof(Event)) { NewKey = key });
        var organizer = new EntryEdit(nameof(EventParticipant))
        {
            NewKey = key + "/organizer",
            Fields = EditJson.Fields(("event", new { id = key }), ("role", ParticipantRole.Organizer)),
            Entries = new Dictionary<string, EntryKey> { ["center"] = center.Value },
        };
        return new([edit with { Fields = new Dictionary<string, JsonElement>(edit.Fields) { ["status"] = EditJson.Of(EventStatus.Planned) } }, organizer], fields, null);
    }

    private async Task<EditPlan> PostponeAsync(PostponeEventInput input, string[] at, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await FindAsync(input.Id, [nameof(Event)], [.. at, "id"], cancellationToken);
        if (entry is not { } found)
        {
            return EditPlan.Refused(refusal!);
        }

        var item = await db.Events.AsNoTracking().SingleAsync(row => row.Id == found.Id, cancellationToken);
        if (item.Status is EventStatus.Cancelled or EventStatus.Completed)
        {
            return EditPlan.Refused(StateError.Because(
                "Мероприятие отменено или уже прошло; перенести его нельзя.", "The event was called off or is over; it cannot be moved.", [.. at, "id"]));
        }

        var previous = item.Status == EventStatus.Postponed ? item.PreviousDate : item.Date ?? DayOf(item.StartsAt);
        var edit = Edit(
            found, input.ExpectedRevision,
            ("status", EventStatus.Postponed), ("previousDate", previous), ("date", input.Date ?? DayOf(input.StartsAt)), ("startsAt", input.StartsAt), ("endsAt", input.EndsAt));
        // What is not said of the new time must not shine through from where the old one was stated.
        return EditPlan.Of(WithReason(edit with { Emptied = [.. Times.Where(field => !edit.Fields.ContainsKey(field))] }, input.Reason));
    }

    /// <summary>Why an event is moved or called off; a reason that was given for something before is no reason for this.</summary>
    private static EntryEdit WithReason(EntryEdit edit, LocalizedTextInput? reason)
    {
        var stated = EditJson.Fields((Reason, TextOf(reason?.Ru)), (ReasonEn, TextOf(reason?.En)));
        return edit with
        {
            Fields = edit.Fields.Concat(stated).ToDictionary(StringComparer.Ordinal), Emptied = [.. edit.Emptied, .. Reasons.Where(field => !stated.ContainsKey(field))],
        };
    }

    private static string? TextOf(Optional<string?>? text) => string.IsNullOrWhiteSpace(text?.Value) ? null : text.Value.Value;

    private async Task<EditPlan> UpdateCenterAsync(UpdateCenterInput input, string[] at, CancellationToken cancellationToken)
    {
        var fields = FieldsOf(input.Center, input.Center.EmptyFields, [.. at, "center"]);
        var plan = await UpdateAsync(nameof(Center), input.Id, input.ExpectedRevision, fields, at, cancellationToken);
        return plan.Edits is [{ EntityId: { } id } card] && input.Center.ServiceAreas is { HasValue: true } areas
            ? await links.WithAreasAsync(plan, card, id, areas.Value ?? [], [.. at, "center", "serviceAreas"], cancellationToken)
            : plan;
    }

    /// <summary>Edits of what hangs on a center that the key may change.</summary>
    private async Task<EditPlan> OnCenterAsync(string id, string[] at, Func<EntryKey, Task<EditPlan>> plan, CancellationToken cancellationToken)
    {
        var (center, refusal) = await FindAsync(id, [nameof(Center)], [.. at, "centerId"], cancellationToken);
        return center is { } found ? await plan(found) : EditPlan.Refused(refusal!);
    }

    private async Task<EditPlan> UpdateAsync(
        string kind, string id, int? expectedRevision, EditFields fields, string[] at, CancellationToken cancellationToken) =>
        await OnAsync(id, [kind], entry => fields.On(Edit(entry, expectedRevision)), [.. at, "id"], cancellationToken) with { Fields = fields };

    /// <summary>An edit of an entry that is there and that the key may change.</summary>
    private async Task<EditPlan> OnAsync(
        string id, IReadOnlyList<string> kinds, Func<EntryKey, EntryEdit> edit, string[] path, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await FindAsync(id, kinds, path, cancellationToken);
        return entry is { } found ? EditPlan.Of(edit(found)) : EditPlan.Refused(refusal!);
    }

    private async Task<(EntryKey? Entry, IEditError? Refusal)> FindAsync(string id, IReadOnlyList<string> kinds, string[] path, CancellationToken cancellationToken)
    {
        if (await entries.FindAsync(id, kinds, cancellationToken) is not { } entry)
        {
            return (null, NotFoundError.At(path));
        }

        return NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), path) is { } refusal ? (null, refusal) : (entry, null);
    }

    private static EntryEdit Edit(EntryKey entry, int? expectedRevision, params (string Name, object? Value)[] fields) =>
        new(entry.Kind) { EntityId = entry.Id, ExpectedRevision = expectedRevision, Fields = EditJson.Fields(fields) };

    private static EditFields FieldsOf(object card, IReadOnlyList<string>? emptied, string[] path) => EditFields.Of(card, path).Emptying(card, emptied, path);

    private static FuzzyDate? DayOf(DateTime? instant) => instant is { } start ? FuzzyDate.Of(DateOnly.FromDateTime(start)) : null;
}
