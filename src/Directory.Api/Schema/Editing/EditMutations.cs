using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What those who answer for centers can change.</summary>
[MutationType]
internal static class EditMutations
{
    /// <summary>Adds a center; operators and coordinators only.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="keys">Gives it a key.</param>
    /// <param name="db">The directory.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<CreateCenterPayload> CreateCenter(
        CreateCenterInput input, EditDesk desk, Viewer viewer, EntryKeys keys, DirectoryDb db, CancellationToken cancellationToken)
    {
        viewer.Require();
        var territory = input.Center.Territory.Value is { } key ? await TerritoryAsync(db, key, cancellationToken) : null;
        if (NotPermittedError.Of(await viewer.MayAddCenterAsync(territory, cancellationToken), "input", "center", "territory") is { } refusal)
        {
            return new(EditOutcome.Failed(refusal));
        }

        if (string.IsNullOrWhiteSpace(input.Center.Name.Value?.Ru.Value))
        {
            return new(EditOutcome.Failed(ValidationError.Missing(
                "У нового центра должно быть название.", "A new center needs a name.", "input", "center", "name", "ru")));
        }

        var fields = EditFields.Of(input.Center, "input", "center").Emptying(input.Center, input.Center.EmptyFields, "input", "center");
        return new(await desk.MakeAsync([fields.On(new EntryEdit(nameof(Center)) { NewKey = keys.Next() })], fields, cancellationToken));
    }

    /// <summary>Changes the card of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<UpdateCenterPayload> UpdateCenter(UpdateCenterInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await UpdateAsync(
            desk, nameof(Center), input.Id, input.ExpectedRevision,
            EditFields.Of(input.Center, "input", "center").Emptying(input.Center, input.Center.EmptyFields, "input", "center"), cancellationToken));

    /// <summary>Adds a service of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="keys">Gives it a key.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<CreateServicePayload> CreateService(CreateServiceInput input, EditDesk desk, EntryKeys keys, CancellationToken cancellationToken)
    {
        var (center, refusal) = await desk.FindAsync(input.CenterId, [nameof(Center)], cancellationToken, "input", "centerId");
        if (center is null)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var fields = EditFields.Of(input.Service, "input", "service").Emptying(input.Service, input.Service.EmptyFields, "input", "service");
        var edit = fields.On(new EntryEdit(nameof(Service)) { NewKey = keys.Next() });
        return new(await desk.MakeAsync([edit with { Entries = With(edit, "center", center.Value) }], fields, cancellationToken));
    }

    /// <summary>Changes a service.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<UpdateServicePayload> UpdateService(UpdateServiceInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await UpdateAsync(
            desk, nameof(Service), input.Id, input.ExpectedRevision,
            EditFields.Of(input.Service, "input", "service").Emptying(input.Service, input.Service.EmptyFields, "input", "service"), cancellationToken));

    /// <summary>Says what became of a project.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ReportProjectOutcomePayload> ReportProjectOutcome(ReportProjectOutcomeInput input, EditDesk desk, CancellationToken cancellationToken)
    {
        var (project, refusal) = await desk.FindAsync(input.ProjectId, [nameof(Project)], cancellationToken, "input", "projectId");
        if (project is null)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var edit = new EntryEdit(nameof(Project)) { EntityId = project.Value.Id, ExpectedRevision = input.ExpectedRevision };
        return new(await desk.MakeAsync([edit with { Fields = EditJson.Fields(("status", input.Status), ("outcome", input.Outcome)) }], null, cancellationToken));
    }

    /// <summary>Says that an entry is still true; sets `verifiedAt`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<ConfirmEntryPayload> ConfirmEntry(ConfirmEntryInput input, EditDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await desk.FindAsync(input.Id, [nameof(Center), nameof(Service), nameof(Event), nameof(Project)], cancellationToken, "input", "id");
        if (entry is not { } found)
        {
            return new(EditOutcome.Failed(refusal!));
        }

        var edit = new EntryEdit(found.Kind) { EntityId = found.Id, Fields = EditJson.Fields(("confirmedAt", clock.GetUtcNow().UtcDateTime)) };
        return new(await desk.MakeAsync([edit], null, cancellationToken));
    }

    /// <summary>Deletes an entry that self-service added; leaves a tombstone in `changes`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<DeleteEntryPayload> DeleteEntry(DeleteEntryInput input, EditDesk desk, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await desk.FindAsync(input.Id, [nameof(Center), nameof(Service), nameof(Event), nameof(NewsItem)], cancellationToken, "input", "id");
        return new(
            entry is not { } found
                ? EditOutcome.Failed(refusal!)
                : await desk.MakeAsync([new EntryEdit(found.Kind) { EntityId = found.Id, IsRemoval = true, ExpectedRevision = input.ExpectedRevision }], null, cancellationToken),
            input.Id);
    }

    /// <summary>Undoes an edit; imported values show again. At most 100 entries.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<UndoEditPayload> UndoEdit(UndoEditInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.UndoAsync(input.Revision, cancellationToken));

    /// <summary>Changes fields of an entry that is there.</summary>
    internal static async Task<EditOutcome> UpdateAsync(
        EditDesk desk, string kind, string id, int? expectedRevision, EditFields fields, CancellationToken cancellationToken)
    {
        var (entry, refusal) = await desk.FindAsync(id, [kind], cancellationToken, "input", "id");
        return entry is { } found
            ? await desk.MakeAsync([fields.On(new EntryEdit(kind) { EntityId = found.Id, ExpectedRevision = expectedRevision })], fields, cancellationToken)
            : EditOutcome.Failed(refusal!);
    }

    /// <summary>What an edit refers to, and one entry more.</summary>
    internal static Dictionary<string, EntryKey> With(EntryEdit edit, string field, EntryKey entry) => new(edit.Entries) { [field] = entry };

    private static async Task<long?> TerritoryAsync(DirectoryDb db, string key, CancellationToken cancellationToken) => await db.Territories
        .Where(territory => territory.Code == key || territory.Iso == key || territory.Slug == key || (string?)(object?)territory.Oktmo == key)
        .OrderBy(territory => territory.Id).Select(territory => (long?)territory.Id).FirstOrDefaultAsync(cancellationToken);
}
