using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Requests that are not looked at now, and when to come again.</summary>
internal static class Refusals
{
    /// <summary>The client has asked for too much lately.</summary>
    public static GraphQLResponse TooMuch(int seconds) => ResponseWriter.RequestError(
    [
        new GraphQLError(
            $"This client has read too many rows lately; ask again in {seconds} seconds, for less at once or with larger pauses.", ErrorCodes.RateLimited, [],
            Extensions: new Dictionary<string, object?> { ["retryAfterSeconds"] = seconds }),
    ]);

    /// <summary>The database cannot be reached.</summary>
    public static GraphQLResponse Away() => ResponseWriter.RequestError([new GraphQLError(Outage.Message, ErrorCodes.Unavailable, [])]);
}
