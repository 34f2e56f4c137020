using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>An error of a request or of a field (7.1.6).</summary>
/// <param name="Message">What is wrong, where, and what would be right.</param>
/// <param name="Code">Machine-readable reason, one of <see cref="ErrorCodes"/> or the application's own.</param>
/// <param name="Locations">Places in the document; empty if it concerns none.</param>
/// <param name="Path">Response names and list indexes from the root to the field; null for request errors.</param>
/// <param name="Extensions">Further members of <c>extensions</c>; null if there are none.</param>
public sealed record GraphQLError(
    string Message,
    string Code,
    IReadOnlyList<SourceLocation> Locations,
    IReadOnlyList<object>? Path = null,
    IReadOnlyDictionary<string, object?>? Extensions = null)
{
    /// <summary>Name of the validation rule that found it, as the reference implementation calls it; null for other errors. Not sent to clients.</summary>
    public string? Rule { get; init; }
}

/// <summary>Codes in <c>extensions.code</c>; the ones that clients of the ecosystem already handle, and our own at the end.</summary>
public static class ErrorCodes
{
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
    public const string BadUserInput = "BAD_USER_INPUT";
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";
    public const string BadRequest = "BAD_REQUEST";
    public const string Internal = "INTERNAL_SERVER_ERROR";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string Timeout = "TIMEOUT";
    public const string RateLimited = "RATE_LIMITED";
    public const string Unavailable = "UNAVAILABLE";
    public const string CursorInvalid = "CURSOR_INVALID";
    public const string Ambiguous = "AMBIGUOUS";
}

/// <summary>An error whose message is meant for the client; the message of any other exception is hidden.</summary>
public sealed class GraphQLException(string message, string code = ErrorCodes.BadUserInput, IReadOnlyDictionary<string, object?>? extensions = null)
    : Exception(message)
{
    /// <summary>Machine-readable reason.</summary>
    public string Code { get; } = code;

    /// <summary>Further members of <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>Offset in the document of what is wrong, where that is less than the whole field.</summary>
    internal int? Offset { get; init; }
}
