using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Standards;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>The edits of a mutation, or why there are none.</summary>
/// <param name="Edits">The edits; the first is about the entry that the mutation names.</param>
/// <param name="Fields">Where their fields stand in the input; null if they have none.</param>
/// <param name="Refusal">Why there are none.</param>
internal sealed record EditPlan(IReadOnlyList<EntryEdit> Edits, EditFields? Fields, IEditError? Refusal)
{
    /// <summary>The entry that the mutation is about, if it is not that of the first edit.</summary>
    public EntryKey? Subject { get; init; }

    /// <summary>What is wrong with it before anybody looks at the directory.</summary>
    public IReadOnlyList<IEditError> Errors =>
        Refusal is not null ? [Refusal] : [.. (Fields?.Wrong ?? []).Select(EditErrors.Unusable)];

    public static EditPlan Of(EntryEdit edit) => new([edit], null, null);

    public static EditPlan Refused(IEditError refusal) => new([], null, refusal);
}

/// <summary>Says which edits an input means, if the key may make them. Paths of errors begin where the input stands.</summary>
internal sealed class EditPlans(EditedEntries entries, StandardPlans standards, Viewer viewer, EntryKeys keys, DirectoryDb db, TimeProvider clock)
{
    private static readonly string[] Confirmable = [nameof(Center), nameof(Service), nameof(Event), nameof(Project)];

    private static readonly string[] Deletable = [nameof(Center), nameof(Service), nameof(Event), nameof(NewsItem)];

    private static readonly string[] Times = ["date", "dateText", "startsAt", "endsAt", "recurrence"];

    /// <summary>The edits of an input.</summary>
    /// <param name="input">An input of a mutation that edits entries.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditPlan> OfAsync(object input, string[] at, CancellationToken cancellationToken) => input switch
    {
        CreateCenterInput center => NewCenterAsync(center, at, cancellationToken),
        UpdateCenterInput center => UpdateAsync(nameof(Center), center.Id, center.ExpectedRevision, FieldsOf(center.Center, center.Center.EmptyFields, [.. at, "center"]), at, cancellationToken),
        CreateServiceInput service => NewServiceAsync(service, at, cancellationToken),
        UpdateServiceInput service => UpdateAsync(nameof(Service), service.Id, service.ExpectedRevision, FieldsOf(service.Service, service.Service.EmptyFields, [.. at, "service"]), at, cancellationToken),
        CreateEventInput item => NewEventAsync(item, at, cancellationToken),
        UpdateEventInput item => UpdateAsync(nameof(Event), item.Id, item.ExpectedRevision, FieldsOf(item.Event, item.Event.EmptyFields, [.. at, "event"]), at, cancellationToken),
        PostponeEventInput item => PostponeAsync(item, at, cancellationToken),
        CancelEventInput item => OnAsync(
            item.Id, [nameof(Event)], entry => Edit(entry, item.ExpectedRevision, ("status", EventStatus.Cancelled)), [.. at, "id"], cancellationToken),
        ConfirmEntryInput entry => OnAsync(
            entry.Id, Confirmable, found => Edit(found, null, ("confirmedAt", clock.GetUtcNow().UtcDateTime)), [.. at, "id"], cancellationToken),
        DeleteEntryInput entry => OnAsync(
            entry.Id, Deletable, found => Edit(found, entry.ExpectedRevision) with { IsRemoval = true }, [.. at, "id"], cancellationToken),
        ReportProjectOutcomeInput project => OnAsync(
            project.ProjectId, [nameof(Project)], entry => Edit(entry, project.ExpectedRevision, ("status", project.Status), ("outcome", project.Outcome)), [.. at, "projectId"], cancellationToken),
        LinkNewsInput news => LinkAsync(news, at, cancellationToken),
        DeclareStandardInput declaration => standards.DeclareAsync(declaration, at, cancellationToken),
        ReviewStandardInput review => standards.ReviewAsync(review, at, cancellationToken),
        UnlinkNewsInput news => UnlinkAsync(news, at, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType(), "No edit of entries."),
    };

    private async Task<EditPlan> NewCenterAsync(CreateCenterInput input, string[] at, CancellationToken cancellationToken)
    {
        var territory = input.Center.Territory.Value is { } key ? await TerritoryAsync(key, cancellationToken) : null;
        if (NotPermittedError.Of(await viewer.MayAddCenterAsync(territory, cancellationToken), [.. at, "center", "territory"]) is { } refusal)
        {
            return EditPlan.Refused(refusal);
        }

        if (string.IsNullOrWhiteSpace(input.Center.Name.Value?.Ru.Value))
        {
            return EditPlan.Refused(ValidationError.Missing("У нового центра должно быть название.", "A new center needs a name.", [.. at, "center", "name", "ru"]));
        }

        var fields = FieldsOf(input.Center, input.Center.EmptyFields, [.. at, "center"]);
        return new([fields.On(new EntryEdit(nameof(Center)) { NewKey = keys.Next() })], fields, null);
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
        return EditPlan.Of(edit with { Emptied = [.. Times.Where(field => !edit.Fields.ContainsKey(field))] });
    }

    private async Task<EditPlan> LinkAsync(LinkNewsInput input, string[] at, CancellationToken cancellationToken)
    {
        var (center, refusal) = await FindAsync(input.CenterId, [nameof(Center)], [.. at, "centerId"], cancellationToken);
        if (center is not { } found)
        {
            return EditPlan.Refused(refusal!);
        }

        var key = keys.Next();
        var link = new EntryEdit(nameof(NewsCenter)) { NewKey = key + "/center", Entries = new Dictionary<string, EntryKey> { ["center"] = found } };
        var known = await db.News.Where(item => item.Url == input.Url).OrderBy(item => item.Id).Select(item => (long?)item.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            // An article that is there already is the same article.
            var item = new EntryKey(nameof(NewsItem), id);
            return EditPlan.Of(link with { Entries = new Dictionary<string, EntryKey>(link.Entries) { ["news"] = item } }) with { Subject = item };
        }

        var article = new EntryEdit(nameof(NewsItem))
        {
            NewKey = key, Fields = EditJson.Fields(("title", input.Title), ("url", input.Url), ("publishedOn", input.PublishedOn), ("publisher", input.Publisher)),
        };
        return new([article, link with { Fields = EditJson.Fields(("news", new { id = key })) }], null, null);
    }

    private async Task<EditPlan> UnlinkAsync(UnlinkNewsInput input, string[] at, CancellationToken cancellationToken)
    {
        var (center, refusal) = await FindAsync(input.CenterId, [nameof(Center)], [.. at, "centerId"], cancellationToken);
        if (center is null)
        {
            return EditPlan.Refused(refusal!);
        }

        if (await entries.FindAsync(input.NewsItemId, [nameof(NewsItem)], cancellationToken) is not { } article)
        {
            return EditPlan.Refused(NotFoundError.At([.. at, "newsItemId"]));
        }

        var links = await db.Set<NewsCenter>().Where(link => link.NewsId == article.Id && link.CenterId == center.Value.Id).Select(link => link.Id).ToListAsync(cancellationToken);
        return links.Count == 0
            ? EditPlan.Refused(StateError.Because(
                "Этой ссылки никто не ставил: центр назван в самом тексте.", "Nobody made this link: the article itself names the center.", [.. at, "newsItemId"]))
            : new([.. links.Select(link => new EntryEdit(nameof(NewsCenter)) { EntityId = link, IsRemoval = true })], null, null) { Subject = article };
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

    private async Task<long?> TerritoryAsync(string key, CancellationToken cancellationToken) => await db.Territories
        .Where(territory => territory.Code == key || territory.Iso == key || territory.Slug == key || (string?)(object?)territory.Oktmo == key)
        .OrderBy(territory => territory.Id).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);
}
