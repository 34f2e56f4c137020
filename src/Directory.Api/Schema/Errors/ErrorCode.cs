namespace CenterDirectory.Api.Schema.Errors;

/// <summary>Machine-readable reason of a mutation error.</summary>
internal enum ErrorCode
{
    /// <summary>A value is missing.</summary>
    Required,

    /// <summary>A value is malformed or out of range.</summary>
    InvalidValue,

    /// <summary>An id or key in the input names nothing.</summary>
    UnknownReference,

    /// <summary>The object to change does not exist or was deleted.</summary>
    NotFound,

    /// <summary>The key has no right to this object or act.</summary>
    NotPermitted,

    /// <summary>Nobody confirms or scores a center of their own.</summary>
    OwnCenter,

    /// <summary>The act does not fit the object's present state.</summary>
    StateNotAllowed,

    /// <summary>Somebody else changed the same fields since `expectedRevision`.</summary>
    Conflict,

    /// <summary>The same idempotency key came with another input.</summary>
    IdempotencyKeyReused,

    /// <summary>Consent to the processing of personal data is missing or of an old version.</summary>
    ConsentRequired,

    /// <summary>Too many writes or requests; see `retryAfterSeconds`.</summary>
    RateLimited,
}
