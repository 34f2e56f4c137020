using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What those who answer for centers can change.</summary>
[MutationType]
internal static class EditMutations
{
    private static readonly string[] Confirmable = [nameof(Center), nameof(Service), nameof(Event), nameof(Project)];

    private static readonly string[] Deletable = [nameof(Center), nameof(Service), nameof(Event)];

    /// <summary>Adds a center; operators and coordinators only.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="keys">Gives it a key.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateCenterPayload> CreateCenterAsync(
        CreateCenterInput input, EditDesk desk, Viewer viewer, EntryKeys keys, DirectoryDb db, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, async () =>
        {
            var territory = input.Center.Territory.Value is { } key ? await TerritoryAsync(db, key, cancellationToken) : null;
            if (NotPermittedError.Of(await viewer.MayAddCenterAsync(territory, cancellationToken), "input", "center", "territory") is { } refusal)
            {
                return EditPlan.Refused(refusal);
            }

            if (string.IsNullOrWhiteSpace(input.Center.Name.Value?.Ru.Value))
            {
                return EditPlan.Refused(ValidationError.Missing("У нового центра должно быть название.", "A new center needs a name.", "input", "center", "name", "ru"));
            }

            var fields = FieldsOf(input.Center);
            return new([fields.On(new EntryEdit(nameof(Center)) { NewKey = keys.Next() })], fields, null);
        }, cancellationToken));

    /// <summary>Changes the card of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateCenterPayload> UpdateCenterAsync(UpdateCenterInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, () => UpdateAsync(desk, nameof(Center), input.Id, input.ExpectedRevision, FieldsOf(input.Center), cancellationToken), cancellationToken));

    /// <summary>Adds a service of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="keys">Gives it a key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateServicePayload> CreateServiceAsync(CreateServiceInput input, EditDesk desk, EntryKeys keys, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, async () =>
        {
            var (center, refusal) = await desk.FindAsync(input.CenterId, [nameof(Center)], cancellationToken, "input", "centerId");
            if (center is null)
            {
                return EditPlan.Refused(refusal!);
            }

            var fields = FieldsOf(input.Service);
            var edit = fields.On(new EntryEdit(nameof(Service)) { NewKey = keys.Next() });
            return new([edit with { Entries = new Dictionary<string, EntryKey>(edit.Entries) { ["center"] = center.Value } }], fields, null);
        }, cancellationToken));

    /// <summary>Changes a service.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateServicePayload> UpdateServiceAsync(UpdateServiceInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, () => UpdateAsync(desk, nameof(Service), input.Id, input.ExpectedRevision, FieldsOf(input.Service), cancellationToken), cancellationToken));

    /// <summary>Says what became of a project.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ReportProjectOutcomePayload> ReportProjectOutcomeAsync(ReportProjectOutcomeInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(
            input,
            () => OnAsync(desk, input.ProjectId, [nameof(Project)], entry => new EntryEdit(nameof(Project))
            {
                EntityId = entry.Id, ExpectedRevision = input.ExpectedRevision, Fields = EditJson.Fields(("status", input.Status), ("outcome", input.Outcome)),
            }, cancellationToken, "projectId"),
            cancellationToken));

    /// <summary>Says that an entry is still true; sets `verifiedAt`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ConfirmEntryPayload> ConfirmEntryAsync(ConfirmEntryInput input, EditDesk desk, TimeProvider clock, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(
            input,
            () => OnAsync(desk, input.Id, Confirmable, entry => new EntryEdit(entry.Kind)
            {
                EntityId = entry.Id, Fields = EditJson.Fields(("confirmedAt", clock.GetUtcNow().UtcDateTime)),
            }, cancellationToken),
            cancellationToken));

    /// <summary>Deletes an entry that self-service added; leaves a tombstone in `changes`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<DeleteEntryPayload> DeleteEntryAsync(DeleteEntryInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(
            input,
            () => OnAsync(desk, input.Id, Deletable, entry => new EntryEdit(entry.Kind) { EntityId = entry.Id, IsRemoval = true, ExpectedRevision = input.ExpectedRevision }, cancellationToken),
            cancellationToken), input.Id);

    /// <summary>Undoes an edit; imported values show again. At most 100 entries.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UndoEditPayload> UndoEditAsync(UndoEditInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.UndoAsync(input, input.Revision, cancellationToken));

    /// <summary>Changes fields of an entry that is there.</summary>
    internal static async Task<EditPlan> UpdateAsync(
        EditDesk desk, string kind, string id, int? expectedRevision, EditFields fields, CancellationToken cancellationToken) =>
        await OnAsync(desk, id, [kind], entry => fields.On(new EntryEdit(kind) { EntityId = entry.Id, ExpectedRevision = expectedRevision }), cancellationToken)
            with { Fields = fields };

    /// <summary>An edit of an entry that is there.</summary>
    internal static async Task<EditPlan> OnAsync(
        EditDesk desk, string id, IReadOnlyList<string> kinds, Func<EntryKey, EntryEdit> edit, CancellationToken cancellationToken, string argument = "id")
    {
        var (entry, refusal) = await desk.FindAsync(id, kinds, cancellationToken, "input", argument);
        return entry is { } found ? EditPlan.Of(edit(found)) : EditPlan.Refused(refusal!);
    }

    private static EditFields FieldsOf(CenterInput card) => EditFields.Of(card, "input", "center").Emptying(card, card.EmptyFields, "input", "center");

    private static EditFields FieldsOf(ServiceInput service) => EditFields.Of(service, "input", "service").Emptying(service, service.EmptyFields, "input", "service");

    private static async Task<long?> TerritoryAsync(DirectoryDb db, string key, CancellationToken cancellationToken) => await db.Territories
        .Where(territory => territory.Code == key || territory.Iso == key || territory.Slug == key || (string?)(object?)territory.Oktmo == key)
        .OrderBy(territory => territory.Id).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);
}
