using System.Text.Json;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Execution;

/// <summary>A request as GraphQL over HTTP defines it.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations; may be null if there is just one.</param>
/// <param name="Variables">A JSON object, or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName = null, JsonElement? Variables = null)
{
    /// <summary>Whether the answer tells what the request costs.</summary>
    public CostMode Cost { get; init; }

    /// <summary>Whether the application knows the document, so that its names are no invention of the client's.</summary>
    public bool IsTrusted { get; init; }
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

/// <summary>A request about which everything is decided that can be before data are read, or the errors that forbid to read them.</summary>
/// <param name="Request">The request.</param>
/// <param name="Plan">Its plan; null if the document has errors.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record PreparedRequest(GraphQLRequest Request, OperationPlan? Plan, IReadOnlyList<GraphQLError> Errors)
{
    /// <summary>Nothing stands against executing it.</summary>
    public bool IsReady => Context is not null;

    /// <summary>Whether its answer changes only with the data: neither a selected field nor an argument depends on the clock or on operations.</summary>
    public bool IsStable => Volatility == Volatility.None;

    /// <summary>With what its answer changes beside the data.</summary>
    public Volatility Volatility => Plan is { IsMutation: false, IsSubscription: false } && Context is not null
        ? (Volatility)Math.Max((int)Plan.Volatility, (int)Context.Volatility)
        : Volatility.Any;

    /// <summary>What it will cost at most.</summary>
    public RequestCost Cost { get; init; }

    /// <summary>What measurements call the operation.</summary>
    internal string Label => Request.IsTrusted ? Plan?.Name ?? "anonymous" : GraphQLMetrics.OtherOperation;

    /// <summary>The plan with its variables; null if there are errors.</summary>
    internal RequestContext? Context { get; init; }
}

/// <summary>The answer to a request.</summary>
/// <param name="Body">JSON, UTF-8.</param>
/// <param name="IsRequestError">Nothing was executed: the answer has no <c>data</c> (7.1.5).</param>
/// <param name="Errors">The errors that stand in the body.</param>
public sealed record GraphQLResponse(ReadOnlyMemory<byte> Body, bool IsRequestError, IReadOnlyList<GraphQLError> Errors) : IDisposable
{
    private JsonBuffer? buffer;

    internal GraphQLResponse(JsonBuffer body, bool isRequestError, IReadOnlyList<GraphQLError> errors)
        : this(body.Written, isRequestError, errors) => buffer = body;

    /// <summary>Gives the memory of the body back for other answers; it must not be read any more.</summary>
    public void Dispose() => Interlocked.Exchange(ref buffer, null)?.Dispose();
}
