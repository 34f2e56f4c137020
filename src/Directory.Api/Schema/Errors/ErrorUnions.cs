using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Errors;

/// <summary>What can go wrong with an edit.</summary>
[UnionType(
    typeof(ValidationError), typeof(NotFoundError), typeof(NotPermittedError), typeof(StateError), typeof(IdempotencyError), typeof(ConflictError),
    typeof(RateLimitedError), Name = "EditError")]
internal interface IEditError;

/// <summary>What can go wrong with a request for support.</summary>
[UnionType(
    typeof(ValidationError), typeof(NotFoundError), typeof(NotPermittedError), typeof(StateError), typeof(IdempotencyError), typeof(RateLimitedError),
    Name = "SupportRequestError")]
internal interface ISupportRequestError;

/// <summary>What can go wrong with keys.</summary>
[UnionType(
    typeof(ValidationError), typeof(NotFoundError), typeof(NotPermittedError), typeof(StateError), typeof(IdempotencyError), typeof(RateLimitedError),
    Name = "KeyError")]
internal interface IKeyError;
