using System.Text.Json;

namespace CenterDirectory.GraphQL.Http;

/// <summary>The parameters of a request as they came.</summary>
/// <param name="Query">The document; null if only its id was sent.</param>
/// <param name="DocumentId">Id of a document that the server knows.</param>
/// <param name="OperationName">Which of its operations.</param>
/// <param name="Variables">A JSON object, or null.</param>
/// <param name="Extensions">A JSON object, or null.</param>
internal sealed record HttpGraphQLRequest(string? Query, string? DocumentId, string? OperationName, JsonElement? Variables, JsonElement? Extensions);
