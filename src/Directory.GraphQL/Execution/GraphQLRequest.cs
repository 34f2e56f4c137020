using System.Text.Json;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A request as GraphQL over HTTP defines it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; may be null if there is just one.</param>
/// <param name="Variables">A JSON object, or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement? Variables = null)
{
    /// <summary>Whether the answer tells what the request costs.</summary>
    public CostMode Cost { get; init; }
}

/// <summary>What a client wants to know of the cost of its request (header <c>GraphQL-Cost</c>).</summary>
public enum CostMode
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The cost in <c>extensions.cost</c> beside the data.</summary>
    Report,

    /// <summary>The cost alone; nothing is executed.</summary>
    Validate,
}

/// <summary>A request that was parsed, validated and compiled, or the errors that prevented it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Plan">Its plan; null if there are errors.</param>
/// <param name="Errors">What is wrong with the document.</param>
public sealed record PreparedRequest(GraphQLRequest Request, OperationPlan? Plan, IReadOnlyList<GraphQLError> Errors);

/// <summary>The answer to a request.</summary>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="IsRequestError">Nothing was executed: the answer has no <c>data</c> (7.1.5).</param>
/// <param name="Errors">The errors that stand in the body.</param>
public sealed record GraphQLResponse(ReadOnlyMemory<byte> Body, bool IsRequestError, IReadOnlyList<GraphQLError> Errors);
