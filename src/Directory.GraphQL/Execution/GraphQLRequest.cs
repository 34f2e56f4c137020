using System.Text.Json;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A request as GraphQL over HTTP defines it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; may be null if there is just one.</param>
/// <param name="Variables">A JSON object, or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement? Variables = null);

/// <summary>The answer to a request.</summary>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="IsRequestError">Nothing was executed: the answer has no <c>data</c> (7.1.5).</param>
/// <param name="Errors">The errors that stand in the body.</param>
public sealed record GraphQLResponse(ReadOnlyMemory<byte> Body, bool IsRequestError, IReadOnlyList<GraphQLError> Errors);
