using System.Globalization;
using System.IO.Compression;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace CenterDirectory.GraphQL.Http;

/// <summary>How it is answered.</summary>
internal sealed partial class Exchange
{
    /// <summary>The client has asked for too much lately.</summary>
    private Task RefuseUntilAsync(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(Refusals.TooMuch(seconds), StatusCodes.Status429TooManyRequests);
    }

    /// <summary>
    /// In plain JSON whatever a well-formed request meets is a 200, but for a database that is away: then whoever stands in front of several
    /// servers may ask another. The other type says what came of it.
    /// </summary>
    private int StatusOf(GraphQLResponse response) => response.Errors.Any(error => error.Code == ErrorCodes.Unavailable)
        ? StatusCodes.Status503ServiceUnavailable
        : !response.IsRequestError || mediaType != MediaTypes.GraphQLResponse
        ? StatusCodes.Status200OK
        : response.Errors.Any(error => error.Code == ErrorCodes.Timeout) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;

    private Task RefuseAsync(int status, string message) => WriteAsync(ResponseWriter.RequestError([RequestReader.Bad(message)]), status);

    private Task WriteAsync(GraphQLResponse response, int status)
    {
        labels.Outcome = response.Errors.Count == 0 ? "ok" : status == StatusCodes.Status503ServiceUnavailable ? "unavailable" : response.IsRequestError ? "refused" : "errors";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = Outage.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            http.Response.Headers.CacheControl = "no-store";
        }

        var body = response.Body;
        return body.Length < ContentCodings.Smallest || coding == ContentCoding.Identity
            ? WriteAsync(body, ContentCoding.Identity, status)
            : WriteAsync(ContentCodings.Encode(body.Span, coding, CompressionLevel.Fastest), coding, status);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> body, ContentCoding coded, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType == MediaTypes.GraphQLResponse
            ? MediaTypes.GraphQLResponse + "; charset=utf-8"
            : MediaTypes.Json + "; charset=utf-8";
        if (ContentCodings.NameOf(coded) is { } name)
        {
            http.Response.Headers.ContentEncoding = name;
        }

        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
