using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What those who answer for centers can change.</summary>
[MutationType]
internal static class EditMutations
{
    /// <summary>Adds a center; operators and coordinators only.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateCenterPayload> CreateCenterAsync(CreateCenterInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Changes the card of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateCenterPayload> UpdateCenterAsync(UpdateCenterInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Adds a service of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateServicePayload> CreateServiceAsync(CreateServiceInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Changes a service.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateServicePayload> UpdateServiceAsync(UpdateServiceInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Adds an event of a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CreateEventPayload> CreateEventAsync(CreateEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Changes an event; to move or call it off use postponeEvent and cancelEvent.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UpdateEventPayload> UpdateEventAsync(UpdateEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Moves an event; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<PostponeEventPayload> PostponeEventAsync(PostponeEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Calls an event off; calendars that have it are told.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CancelEventPayload> CancelEventAsync(CancelEventInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Links an article to a center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<LinkNewsPayload> LinkNewsAsync(LinkNewsInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Takes a link to an article back.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UnlinkNewsPayload> UnlinkNewsAsync(UnlinkNewsInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Adds a public role of a person who agrees to its publication.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<AddPersonRolePayload> AddPersonRoleAsync(AddPersonRoleInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Takes a role back and erases the person if no public role is left.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<RemovePersonRolePayload> RemovePersonRoleAsync(RemovePersonRoleInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken), input.PersonId);

    /// <summary>Says what became of a project.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ReportProjectOutcomePayload> ReportProjectOutcomeAsync(ReportProjectOutcomeInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Says that an entry is still true; sets `verifiedAt`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ConfirmEntryPayload> ConfirmEntryAsync(ConfirmEntryInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken));

    /// <summary>Deletes an entry that self-service added; leaves a tombstone in `changes`.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<DeleteEntryPayload> DeleteEntryAsync(DeleteEntryInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.MakeAsync(input, cancellationToken), input.Id);

    /// <summary>Undoes an edit; imported values show again. At most 100 entries.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<UndoEditPayload> UndoEditAsync(UndoEditInput input, EditDesk desk, CancellationToken cancellationToken) =>
        new(await desk.UndoAsync(input, cancellationToken));

    /// <summary>Up to 100 edits as one revision.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="desk">Takes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ApplyEditsPayload> ApplyEditsAsync(ApplyEditsInput input, EditDesk desk, CancellationToken cancellationToken)
    {
        var (outcome, results) = await desk.MakeAllAsync(input, cancellationToken);
        return new ApplyEditsPayload(outcome, results);
    }
}
