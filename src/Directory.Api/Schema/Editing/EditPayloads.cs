using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What all results of edits have.</summary>
/// <param name="outcome">What became of the edit.</param>
internal abstract class EditPayload(EditOutcome outcome)
{
    /// <summary>What went wrong; empty on success.</summary>
    public IReadOnlyList<IEditError> Errors { get; } = outcome.Errors;

    internal EditOutcome Outcome { get; } = outcome;

    /// <summary>The entry; null if the edit failed.</summary>
    internal NodeReference<T>? Entry<T>(string type)
        where T : class => Outcome.EntityId is { } id ? new NodeReference<T>(type, id) : null;
}

/// <summary>What became of an edit.</summary>
/// <param name="EntityId">The entry; null if it failed.</param>
/// <param name="Revision">The revision that holds it; null if nothing differs.</param>
/// <param name="Errors">What went wrong.</param>
internal sealed record EditOutcome(long? EntityId, long? Revision, IReadOnlyList<IEditError> Errors)
{
    /// <summary>The entries that it touched, in the order of its parts; null for one that is gone.</summary>
    public IReadOnlyList<EntryKey?> Entries { get; init; } = [];

    /// <summary>It was made; the first of its entries is the one that it is about, unless that is gone.</summary>
    public static EditOutcome Of(long? entityId, long? revision, IReadOnlyList<EntryKey?> entries) =>
        new(entries is [{ } first, ..] ? first.Id : entityId, revision, []) { Entries = entries };

    public static EditOutcome Failed(params IReadOnlyList<IEditError> errors) => new(null, null, errors);
}

/// <summary>Result of createCenter.</summary>
internal sealed class CreateCenterPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of updateCenter.</summary>
internal sealed class UpdateCenterPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of createService.</summary>
internal sealed class CreateServicePayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of updateService.</summary>
internal sealed class UpdateServicePayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of createEvent.</summary>
internal sealed class CreateEventPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of updateEvent.</summary>
internal sealed class UpdateEventPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of postponeEvent.</summary>
internal sealed class PostponeEventPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of cancelEvent.</summary>
internal sealed class CancelEventPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of confirmEntry.</summary>
internal sealed class ConfirmEntryPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of reportProjectOutcome.</summary>
internal sealed class ReportProjectOutcomePayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of linkNews.</summary>
internal sealed class LinkNewsPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of unlinkNews.</summary>
internal sealed class UnlinkNewsPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of addPersonRole.</summary>
internal sealed class AddPersonRolePayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of removePersonRole.</summary>
internal sealed class RemovePersonRolePayload(EditOutcome outcome, string personId) : EditPayload(outcome)
{
    /// <summary>Id of the person whose role was removed; null if it failed.</summary>
    [ID]
    public string? RemovedPersonId { get; } = outcome.Errors.Count > 0 ? null : personId;
}

/// <summary>Result of undoEdit.</summary>
internal sealed class UndoEditPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of deleteEntry.</summary>
internal sealed class DeleteEntryPayload(EditOutcome outcome, string id) : EditPayload(outcome)
{
    /// <summary>Id of the deleted entry; null if it failed.</summary>
    [ID]
    public string? DeletedId { get; } = outcome.EntityId is null ? null : id;
}
