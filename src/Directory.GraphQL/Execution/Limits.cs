namespace CenterDirectory.GraphQL.Execution;

/// <summary>Refusals that say which limit, how much was asked and how much is allowed.</summary>
public static class Limits
{
    /// <summary>A refusal with code LIMIT_EXCEEDED.</summary>
    public static GraphQLException Exceeded(string limit, long actual, long maximum, string problem) => new(
        $"{problem}: {actual}, and at most {maximum} are allowed.",
        ErrorCodes.LimitExceeded,
        new Dictionary<string, object?> { ["limit"] = limit, ["actual"] = actual, ["maximum"] = maximum });
}
