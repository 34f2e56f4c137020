using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Mutations;

/// <summary>Input of createKey.</summary>
/// <param name="Label">What to call it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CenterIds">Centers of an editor.</param>
/// <param name="NetworkId">Network of a coordinator.</param>
/// <param name="Territory">Territory of a coordinator.</param>
/// <param name="ExpiresAt">End; default one year.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result, without the secret.</param>
[InputType]
internal sealed record CreateKeyInput(
    string Label,
    AccessRole Role,
    [property: ID] IReadOnlyList<string>? CenterIds,
    [property: ID] string? NetworkId,
    [property: GraphQLScalar("TerritoryKey")] string? Territory,
    DateTime? ExpiresAt,
    string? IdempotencyKey) : IRepeatableInput;

/// <summary>Input of rotateKey.</summary>
/// <param name="Id">The key.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result, without the secret.</param>
[InputType]
internal sealed record RotateKeyInput([property: ID] string Id, string? IdempotencyKey) : IRepeatableInput;

/// <summary>Input of revokeKey.</summary>
/// <param name="Id">The key.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record RevokeKeyInput([property: ID] string Id, string? IdempotencyKey) : IRepeatableInput;
