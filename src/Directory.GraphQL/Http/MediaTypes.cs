using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Which media type an answer has, and which a request may have (GraphQL over HTTP, «Media Types»).</summary>
internal static class MediaTypes
{
    /// <summary>Says by its status code whether the request was well-formed.</summary>
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>Answers well-formed JSON requests with 200 whatever is wrong with the document.</summary>
    public const string Json = "application/json";

    /// <summary>The type that the client likes best; JSON without a wish; null if it takes neither.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted is null or { Count: 0 })
        {
            return Json;
        }

        foreach (var range in accepted.Where(range => range.Quality != 0).OrderByDescending(range => range.Quality ?? 1))
        {
            if (range.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase))
            {
                return GraphQLResponse;
            }

            if (range.MatchesAllTypes || range.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
                || range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }
        }

        return null;
    }

    /// <summary>Whether a body is JSON in UTF-8. Nothing else is read: a form of a foreign page cannot send JSON without asking first (CORS).</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
