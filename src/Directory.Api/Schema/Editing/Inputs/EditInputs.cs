using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Editing.Inputs;

/// <summary>What all edits have in common.</summary>
internal interface IEditInput
{
    /// <summary>Up to 64 characters; the same key with the same input within 24 hours answers the first result.</summary>
    string? IdempotencyKey { get; }
}

/// <summary>Input of createCenter.</summary>
/// <param name="Center">The card.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateCenterInput(CenterInput Center, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of updateCenter.</summary>
/// <param name="Id">The center.</param>
/// <param name="Center">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateCenterInput([property: ID] string Id, CenterInput Center, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of createService.</summary>
/// <param name="CenterId">The center.</param>
/// <param name="Service">The service.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateServiceInput([property: ID] string CenterId, ServiceInput Service, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of updateService.</summary>
/// <param name="Id">The service.</param>
/// <param name="Service">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateServiceInput([property: ID] string Id, ServiceInput Service, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of createEvent.</summary>
/// <param name="CenterId">The center that holds it.</param>
/// <param name="Event">The event.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CreateEventInput([property: ID] string CenterId, EventInput Event, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of updateEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="Event">Fields to change.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UpdateEventInput([property: ID] string Id, EventInput Event, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of postponeEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="Date">New date; leave out if not yet known.</param>
/// <param name="StartsAt">New start.</param>
/// <param name="EndsAt">New end.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record PostponeEventInput(
    [property: ID] string Id, FuzzyDate? Date = null, DateTime? StartsAt = null, DateTime? EndsAt = null, int? ExpectedRevision = null, string? IdempotencyKey = null)
    : IEditInput;

/// <summary>Input of cancelEvent.</summary>
/// <param name="Id">The event.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CancelEventInput([property: ID] string Id, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of confirmEntry.</summary>
/// <param name="Id">Center, service, event or project.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ConfirmEntryInput([property: ID] string Id, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of deleteEntry.</summary>
/// <param name="Id">The entry.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record DeleteEntryInput([property: ID] string Id, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of undoEdit.</summary>
/// <param name="Revision">Revision of the edit.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record UndoEditInput(int Revision, string? IdempotencyKey = null) : IEditInput;

/// <summary>Input of reportProjectOutcome.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Status">State.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ExpectedRevision">Revision the editor saw; later changes of the same fields are a ConflictError. Left out: the last writer wins.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ReportProjectOutcomeInput(
    [property: ID] string ProjectId, ProjectStatus Status, string? Outcome = null, int? ExpectedRevision = null, string? IdempotencyKey = null) : IEditInput;
