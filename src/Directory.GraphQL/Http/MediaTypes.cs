using System.Collections.Concurrent;
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

    /// <summary>One answer after another; only for clients that name it (GraphQL over Server-Sent Events, «Distinct connections mode»).</summary>
    public const string EventStream = "text/event-stream";

    private const int MaximumWishes = 100;

    private static readonly string[] Offered = [Json, GraphQLResponse, EventStream];
    private static readonly ConcurrentDictionary<string, string?> Wishes = new(StringComparer.Ordinal);

    /// <summary>The type that the client likes best; of equals the one it names first; JSON without a wish; null if it takes none.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        // Nearly every client sends one of a few wishes.
        var wish = (string?)request.Headers.Accept ?? "";
        if (Wishes.TryGetValue(wish, out var known))
        {
            return known;
        }

        var type = Negotiate(request.GetTypedHeaders().Accept);
        if (Wishes.Count < MaximumWishes)
        {
            Wishes.TryAdd(wish, type);
        }

        return type;
    }

    private static string? Negotiate(IList<MediaTypeHeaderValue>? accepted) =>
        accepted is null or { Count: 0 } ? Json : Offered
            .Select(type => (Type: type, Match: BestMatch(accepted, type)))
            .Where(offer => offer.Match.Quality > 0)
            .OrderByDescending(offer => offer.Match.Quality)
            .ThenBy(offer => offer.Match.Position)
            .Select(offer => offer.Type)
            .FirstOrDefault();

    /// <summary>Whether the client takes a stream of events, if only besides something else.</summary>
    public static bool TakesEvents(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { } accepted && BestMatch(accepted, EventStream).Quality > 0;

    /// <summary>Whether somebody sits in front of it: a browser names HTML when it opens an address, no client of the API does.</summary>
    public static bool IsForPeople(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && ((string?)request.Headers.Accept)?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
        && request.GetTypedHeaders().Accept is { } accepted
        && accepted.Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && range.Quality is not 0)
        && !Offered.Any(type => BestMatch(accepted, type).Position < int.MaxValue);

    /// <summary>Whether a body is JSON in UTF-8. Nothing else is read: a form of a foreign page cannot send JSON without asking first (CORS).</summary>
    public static bool IsJson(HttpRequest request) =>
        (request.ContentType == Json && request.Headers.ContentEncoding.Count == 0) || IsPlainJson(request);

    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");

    /// <summary>The range that fits a type most closely decides (RFC 9110, 12.5.1); its position counts only if it names the type.</summary>
    private static (double Quality, int Position) BestMatch(IList<MediaTypeHeaderValue> accepted, string type)
    {
        var best = (Closeness: 0, Quality: 0d, Position: int.MaxValue);
        for (var i = 0; i < accepted.Count; i++)
        {
            var closeness = accepted[i] switch
            {
                { MatchesAllTypes: true } => type == EventStream ? 0 : 1,
                { MatchesAllSubTypes: true } range => type != EventStream && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0,
                var range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3 : 0,
            };
            if (closeness > best.Closeness)
            {
                best = (closeness, accepted[i].Quality ?? 1, closeness == 3 ? i : int.MaxValue);
            }
        }

        return (best.Quality, best.Position);
    }
}
