using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>Input of declareStandard.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="StandardId">The standard.</param>
/// <param name="Criteria">Keys of the criteria that are met; an empty list takes the declaration back.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record DeclareStandardInput(
    [property: ID] string ServiceId, [property: ID] string StandardId, IReadOnlyList<string> Criteria, string? IdempotencyKey = null) : IRepeatableInput;

/// <summary>Input of reviewStandard.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="StandardId">The standard.</param>
/// <param name="Verdict">Confirm or object.</param>
/// <param name="Reason">Required for an objection.</param>
/// <param name="Criteria">Keys of the criteria that an objection is about; left out: of all.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ReviewStandardInput(
    [property: ID] string ServiceId, [property: ID] string StandardId, StandardVerdict Verdict, string? Reason = null, IReadOnlyList<string>? Criteria = null,
    string? IdempotencyKey = null) : IRepeatableInput;
