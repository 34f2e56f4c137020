using System.IO.Compression;
using System.Security.Cryptography;
using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>One request and its answer.</summary>
internal sealed class Exchange(HttpContext http, ExchangeServices services)
{
    private readonly GraphQLEngine engine = services.Engine;
    private readonly EngineOptions limits = services.Limits;
    private readonly string? mediaType = MediaTypes.Negotiate(http.Request);
    private readonly CostMode cost = CostModeOf(http.Request);
    private readonly ContentCoding coding = ContentCodings.Negotiate(http.Request);

    private bool IsGet => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    /// <summary>Who sends credentials may get another answer than everybody: it comes from no cache and goes into none (RFC 9111, 3.5).</summary>
    private bool IsPersonal => http.Request.Headers.Authorization.Count > 0;

    public async Task AnswerAsync()
    {
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Encoding, Authorization, GraphQL-Cost");
        http.Response.Headers.CacheControl = IsPersonal ? "private, no-store" : "no-store";
        if (mediaType is null)
        {
            await RefuseAsync(StatusCodes.Status406NotAcceptable, $"Accept must allow {MediaTypes.GraphQLResponse} or {MediaTypes.Json}.");
        }
        else if (!IsGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD, POST";
            await RefuseAsync(StatusCodes.Status405MethodNotAllowed, "Send the request with POST and a JSON body, or with GET and a query string.");
        }
        else if (!IsGet && !MediaTypes.IsJson(http.Request))
        {
            await RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON in UTF-8, not compressed, with the content type application/json.");
        }
        else
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        using var bytes = IsGet
            ? RequestBytes.OfQueryString(http.Request, limits.Bytes)
            : await RequestBytes.OfBodyAsync(http.Request, limits.Bytes, http.RequestAborted);
        if (bytes.Problem is { } tooLarge)
        {
            await WriteAsync(ResponseWriter.RequestError([tooLarge.Error]), tooLarge.Status);
            return;
        }

        var revision = services.Revisions is null || mediaType == MediaTypes.EventStream || IsPersonal ? null : await services.Revisions.CurrentAsync(http.RequestAborted);
        var key = AnswerKey.Of(Form, bytes.Memory.Span);
        if (revision is not null && services.Answers.Find(key, revision) is { } known)
        {
            await AnswerAsync(known, revision);
            return;
        }

        var (request, problem) = IsGet ? RequestReader.ReadQueryString(http.Request) : RequestReader.ReadBody(bytes.Memory);
        if (request is null)
        {
            await WriteAsync(ResponseWriter.RequestError([problem!.Error]), problem.Status);
            return;
        }

        await AnswerAsync(request, revision, key);
    }

    private async Task AnswerAsync(HttpGraphQLRequest request, string? revision, AnswerKey key)
    {
        var (document, missing) = services.Documents.Resolve(request);
        if (document is null)
        {
            // Clients of the persisted-query protocol look for the code in a 200.
            var status = missing!.Code == ErrorCodes.PersistedQueryNotFound && mediaType != MediaTypes.GraphQLResponse
                ? StatusCodes.Status200OK
                : StatusCodes.Status400BadRequest;
            await WriteAsync(ResponseWriter.RequestError([missing]), status);
            return;
        }

        var prepared = engine.Prepare(
            new GraphQLRequest(document.Text, request.OperationName, request.Variables) { Cost = cost }, http.RequestServices);
        if (prepared.Plan is not null)
        {
            services.Documents.Register(document);
        }

        var isStable = prepared.IsStable && cost != CostMode.Validate;
        // Who registers a document must get through to where it is registered, each time.
        await AnswerAsync(prepared, isStable ? revision : null, document.Hash is null ? key : null);
    }

    private async Task AnswerAsync(CachedAnswer known, string revision)
    {
        if (IsGet && IsKnownToClient(TagOf(revision)))
        {
            return;
        }

        var coded = known.Body.Length < ContentCodings.Smallest ? ContentCoding.Identity : coding;
        await WriteAsync(known.In(coded), coded, StatusCodes.Status200OK);
    }

    /// <param name="prepared">The request.</param>
    /// <param name="revision">The revision that its answer depends on alone; null if it depends on more.</param>
    /// <param name="key">Where its answer may be kept; null if it must not.</param>
    private async Task AnswerAsync(PreparedRequest prepared, string? revision, AnswerKey? key)
    {
        if (IsGet && prepared.Plan is { IsMutation: true })
        {
            http.Response.Headers.Allow = "POST";
            await RefuseAsync(StatusCodes.Status405MethodNotAllowed, "GET is for queries only; send mutations with POST.");
        }
        else if (mediaType == MediaTypes.EventStream || prepared.Plan is { IsSubscription: true } && MediaTypes.TakesEvents(http.Request))
        {
            await http.RequestServices.GetRequiredService<EventStreams>().SendAsync(http, prepared);
        }
        else if (prepared.Plan is { IsSubscription: true })
        {
            await RefuseAsync(StatusCodes.Status406NotAcceptable, $"A subscription is answered with events; Accept must allow {MediaTypes.EventStream}.");
        }
        else
        {
            await ExecuteAsync(prepared, revision, key);
        }
    }

    private async Task ExecuteAsync(PreparedRequest prepared, string? revision, AnswerKey? key)
    {
        var tag = IsGet && revision is not null ? TagOf(revision) : null;
        if (tag is not null && IsKnownToClient(tag))
        {
            return;
        }

        using var response = await engine.ExecuteAsync(prepared, http.RequestAborted);
        if (revision is not null && key is not null && response.Errors.Count == 0)
        {
            services.Answers.Add(key.Value, revision, new CachedAnswer(response.Body.ToArray()));
        }

        if (tag is not null && response.Errors.Count > 0)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.Remove(HeaderNames.ETag);
        }

        if (IsGet && tag is null && !IsPersonal && cost != CostMode.Validate && response.Errors.Count == 0 && IsStillKnownToClient(TagOf(response.Body)))
        {
            return;
        }

        await WriteAsync(response, StatusOf(response));
    }

    /// <summary>In plain JSON whatever a well-formed request meets is a 200; the other type says what came of it.</summary>
    private int StatusOf(GraphQLResponse response) => !response.IsRequestError || mediaType != MediaTypes.GraphQLResponse
        ? StatusCodes.Status200OK
        : response.Errors.Any(error => error.Code == ErrorCodes.Timeout) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;

    /// <summary>What decides on the form of an answer besides the request itself.</summary>
    private string Form => (mediaType == MediaTypes.Json, cost) switch
    {
        (true, CostMode.None) => "j",
        (false, CostMode.None) => "g",
        (true, CostMode.Report) => "jc",
        (false, CostMode.Report) => "gc",
        _ => "v",
    };

    /// <summary>
    /// The tag of an answer that depends on the data alone: it names the data, the schema and the form; the address names the rest.
    /// Read before the data are: should they change in between, the answer is only taken for older than it is.
    /// </summary>
    private EntityTagHeaderValue TagOf(string revision) => new($"\"{revision}-{engine.SchemaVersion}-{Form}{CodingMark}\"");

    /// <summary>The same answer in another coding is another representation, so it has another strong tag (RFC 9110, 8.8.3.3).</summary>
    private string CodingMark => coding switch
    {
        ContentCoding.Brotli => "-br",
        ContentCoding.Gzip => "-gz",
        _ => "",
    };

    /// <summary>Says how the answer may be kept, and whether the client has kept it already: then nothing else is sent.</summary>
    private bool IsKnownToClient(EntityTagHeaderValue tag)
    {
        http.Response.Headers.CacheControl = $"public, max-age={limits.MaxAgeSeconds}";
        http.Response.Headers.ETag = tag.ToString();
        if (!EntityTags.IsKnown(http.Request, tag))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>
    /// The tag of an answer that the clock or operations may change at any moment: its own bytes. It takes the same work as the answer, and
    /// spares sending it.
    /// </summary>
    private EntityTagHeaderValue TagOf(ReadOnlyMemory<byte> body) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16))}{CodingMark}\"");

    private bool IsStillKnownToClient(EntityTagHeaderValue tag)
    {
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.ETag = tag.ToString();
        if (!EntityTags.IsNamed(http.Request, tag))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static CostMode CostModeOf(HttpRequest request) => (string?)request.Headers["GraphQL-Cost"] switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.None,
    };

    private Task RefuseAsync(int status, string message) => WriteAsync(ResponseWriter.RequestError([RequestReader.Bad(message)]), status);

    private Task WriteAsync(GraphQLResponse response, int status)
    {
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

/// <summary>What every exchange needs, found once.</summary>
internal sealed record ExchangeServices(
    GraphQLEngine Engine, EngineOptions Limits, PersistedDocuments Documents, AnswerCache Answers, IRevisionSource? Revisions)
{
    public static ExchangeServices Of(IServiceProvider services) => new(
        services.GetRequiredService<GraphQLEngine>(),
        services.GetRequiredService<IOptions<EngineOptions>>().Value,
        services.GetRequiredService<PersistedDocuments>(),
        services.GetRequiredService<AnswerCache>(),
        services.GetService<IRevisionSource>());
}
