using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>Input of createCenter.</summary>
/// <param name="Center">The card.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateCenterInput(CenterInput Center, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of updateCenter.</summary>
/// <param name="Id">The center.</param>
/// <param name="Center">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateCenterInput([property: ID] string Id, CenterInput Center, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of createService.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="Service">The service.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateServiceInput([property: ID] string CenterId, ServiceInput Service, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of updateService.</summary>
/// <param name="Id">The service.</param>
/// <param name="Service">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateServiceInput([property: ID] string Id, ServiceInput Service, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of createEvent.</summary>
/// <param name="CenterId">The center that holds it.</param>
/// <param name="Event">The event.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateEventInput([property: ID] string CenterId, EventInput Event, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of updateEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="Event">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateEventInput([property: ID] string Id, EventInput Event, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of postponeEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="Date">New date; leave out if not yet known.</param>
/// <param name="StartsAt">New start.</param>
/// <param name="EndsAt">New end.</param>
/// <param name="Reason">Reason to publish.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record PostponeEventInput(
    [property: ID] string Id, FuzzyDate? Date = null, DateTime? StartsAt = null, DateTime? EndsAt = null, LocalizedTextInput? Reason = null, int? ExpectedRevision = null,
    string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of cancelEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="Reason">Reason to publish.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CancelEventInput([property: ID] string Id, LocalizedTextInput? Reason = null, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of confirmEntry.</summary>
/// <param name="Id">Center, service, event or project.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ConfirmEntryInput([property: ID] string Id, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of deleteEntry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record DeleteEntryInput([property: ID] string Id, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of linkNews.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="Url">The article.</param>
/// <param name="Title">Headline.</param>
/// <param name="PublishedOn">Day of publication.</param>
/// <param name="Publisher">Newspaper or site.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record LinkNewsInput(
    [property: ID] string CenterId, Uri Url, string Title, FuzzyDate? PublishedOn = null, string? Publisher = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of unlinkNews.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="NewsItemId">The article.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UnlinkNewsInput([property: ID] string CenterId, [property: ID] string NewsItemId, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of addPersonRole.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="PersonRole">The role.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record AddPersonRoleInput([property: ID] string CenterId, PersonRoleInput PersonRole, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of removePersonRole.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="PersonId">The person.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record RemovePersonRoleInput([property: ID] string CenterId, [property: ID] string PersonId, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of undoEdit.</summary>
/// <param name="Revision">Revision of the edit.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UndoEditInput(int Revision, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of reportProjectOutcome.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Status">State.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ReportProjectOutcomeInput(
    [property: ID] string ProjectId, ProjectStatus Status, string? Outcome = null, int? ExpectedRevision = null, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>One edit of a batch.</summary>
[InputType(OneOf = true)]
internal sealed class EditInput
{
    /// <summary>As the mutation createCenter.</summary>
    public CreateCenterInput? CreateCenter { get; init; }

    /// <summary>As the mutation updateCenter.</summary>
    public UpdateCenterInput? UpdateCenter { get; init; }

    /// <summary>As the mutation createService.</summary>
    public CreateServiceInput? CreateService { get; init; }

    /// <summary>As the mutation updateService.</summary>
    public UpdateServiceInput? UpdateService { get; init; }

    /// <summary>As the mutation createEvent.</summary>
    public CreateEventInput? CreateEvent { get; init; }

    /// <summary>As the mutation updateEvent.</summary>
    public UpdateEventInput? UpdateEvent { get; init; }

    /// <summary>As the mutation postponeEvent.</summary>
    public PostponeEventInput? PostponeEvent { get; init; }

    /// <summary>As the mutation cancelEvent.</summary>
    public CancelEventInput? CancelEvent { get; init; }

    /// <summary>As the mutation confirmEntry.</summary>
    public ConfirmEntryInput? ConfirmEntry { get; init; }

    /// <summary>As the mutation deleteEntry.</summary>
    public DeleteEntryInput? DeleteEntry { get; init; }

    /// <summary>The one that is given.</summary>
    internal object Given => (object?)CreateCenter ?? (object?)UpdateCenter ?? (object?)CreateService ?? (object?)UpdateService ?? (object?)CreateEvent
        ?? (object?)UpdateEvent ?? (object?)PostponeEvent ?? (object?)CancelEvent ?? (object?)ConfirmEntry ?? DeleteEntry!;
}

/// <summary>Input of applyEdits.</summary>
/// <param name="Edits">The edits, in order.</param>
/// <param name="AllOrNothing">Whether one failure stops all.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ApplyEditsInput(IReadOnlyList<EditInput> Edits, bool AllOrNothing = true, string? IdempotencyKey = null) : IRepeatableInput;
