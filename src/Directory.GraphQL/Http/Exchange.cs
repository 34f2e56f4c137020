using System.Diagnostics;
using System.Security.Cryptography;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>One request and its answer.</summary>
internal sealed partial class Exchange(HttpContext http, ExchangeServices services)
{
    private readonly GraphQLEngine engine = services.Engine;
    private readonly EngineOptions limits = services.Limits;
    private readonly string? mediaType = MediaTypes.Negotiate(http.Request);
    private readonly CostMode cost = CostModeOf(http.Request);
    private readonly ContentCoding coding = ContentCodings.Negotiate(http.Request);
    private RequestLabels labels = new();

    private DateTime Now => services.Clock.GetUtcNow().UtcDateTime;

    private bool IsGet => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    /// <summary>Who sends credentials may get another answer than everybody: it comes from no cache and goes into none (RFC 9111, 3.5).</summary>
    private bool IsPersonal => http.Request.Headers.Authorization.Count > 0;

    public async Task AnswerAsync()
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await NegotiateAsync();
        }
        finally
        {
            GraphQLMetrics.Answered(started, labels);
        }
    }

    private async Task NegotiateAsync()
    {
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Encoding, Authorization, GraphQL-Cost");
        http.Response.Headers.CacheControl = IsPersonal ? "private, no-store" : "no-store";
        if (mediaType is null)
        {
            await RefuseAsync(StatusCodes.Status406NotAcceptable, $"Accept must allow {MediaTypes.GraphQLResponse} or {MediaTypes.Json}.");
        }
        else if (services.Budget?.Admit(http) is { } wait)
        {
            await RefuseUntilAsync(wait);
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

        string? revision;
        try
        {
            revision = services.Revisions is null || mediaType == MediaTypes.EventStream || IsPersonal ? null : await services.Revisions.CurrentAsync(http.RequestAborted);
        }
        catch (Exception error) when (Outage.Is(error))
        {
            await WriteAsync(Refusals.Away(), StatusCodes.Status503ServiceUnavailable);
            return;
        }

        var key = AnswerKey.Of(Form, bytes.Memory.Span);
        if (revision is not null && services.Answers.Find(key, revision, Now) is { } known)
        {
            await AnswerAsync(known, new AnswerState(revision, known.Until));
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
            new GraphQLRequest(document.Text, request.OperationName, request.Variables) { Cost = cost, IsTrusted = document.IsTrusted }, http.RequestServices);
        labels.Operation = prepared.Label;
        if (prepared.Plan is not null)
        {
            services.Documents.Register(document);
        }

        // Who registers a document must get through to where it is registered, each time.
        await AnswerAsync(prepared, await StateOfAsync(prepared, revision), document.Hash is null ? key : null);
    }

    /// <summary>What the answer will depend on alone; null if it depends on more. Told before the data are read: then it is older than they are, never newer.</summary>
    private async ValueTask<AnswerState?> StateOfAsync(PreparedRequest prepared, string? revision)
    {
        if (revision is null || cost == CostMode.Validate || prepared.Volatility == Volatility.Any)
        {
            return null;
        }

        var until = prepared.Volatility == Volatility.None ? DateTime.MaxValue : await services.Revisions!.NextTurnAsync(http.RequestAborted);
        return until is { } turn ? new AnswerState(revision, turn) : null;
    }

    private async Task AnswerAsync(CachedAnswer known, AnswerState state)
    {
        labels.Operation = known.Operation;
        if (IsGet && IsKnownToClient(state))
        {
            return;
        }

        var coded = known.Body.Length < ContentCodings.Smallest ? ContentCoding.Identity : coding;
        await WriteAsync(known.In(coded), coded, StatusCodes.Status200OK);
        (labels.Source, labels.Outcome) = ("kept", "ok");
    }

    /// <param name="prepared">The request.</param>
    /// <param name="state">What its answer depends on alone; null if it depends on more.</param>
    /// <param name="key">Where its answer may be kept; null if it must not.</param>
    private async Task AnswerAsync(PreparedRequest prepared, AnswerState? state, AnswerKey? key)
    {
        if (IsGet && prepared.Plan is { IsMutation: true })
        {
            http.Response.Headers.Allow = "POST";
            await RefuseAsync(StatusCodes.Status405MethodNotAllowed, "GET is for queries only; send mutations with POST.");
        }
        else if (cost != CostMode.Validate && services.Budget?.Spend(http, prepared.Cost.Rows) is { } wait)
        {
            await RefuseUntilAsync(wait);
        }
        else if (mediaType == MediaTypes.EventStream || prepared.Plan is { IsSubscription: true } && MediaTypes.TakesEvents(http.Request))
        {
            await http.RequestServices.GetRequiredService<EventStreams>().SendAsync(http, prepared);
            (labels.Source, labels.Outcome) = ("executed", "ok");
        }
        else if (prepared.Plan is { IsSubscription: true })
        {
            await RefuseAsync(StatusCodes.Status406NotAcceptable, $"A subscription is answered with events; Accept must allow {MediaTypes.EventStream}.");
        }
        else
        {
            await ExecuteAsync(prepared, state, key);
        }
    }

    private async Task ExecuteAsync(PreparedRequest prepared, AnswerState? state, AnswerKey? key)
    {
        var isTagged = IsGet && state is not null;
        if (isTagged && IsKnownToClient(state!.Value))
        {
            return;
        }

        using var response = await engine.ExecuteAsync(prepared, http.RequestAborted);
        if (state is { } known && key is not null && response.Errors.Count == 0)
        {
            services.Answers.Add(key.Value, known.Revision, new CachedAnswer(response.Body.ToArray(), prepared.Label) { Until = known.Until });
        }

        if (isTagged && response.Errors.Count > 0)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.Remove(HeaderNames.ETag);
        }

        if (IsGet && !isTagged && !IsPersonal && cost != CostMode.Validate && response.Errors.Count == 0 && IsStillKnownToClient(TagOf(response.Body)))
        {
            return;
        }

        await WriteAsync(response, StatusOf(response));
        labels.Source = prepared.IsReady ? "executed" : "none";
    }

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
    private EntityTagHeaderValue TagOf(AnswerState state) => new($"\"{state.Mark}-{engine.SchemaVersion}-{Form}{CodingMark}\"");

    /// <summary>The same answer in another coding is another representation, so it has another strong tag (RFC 9110, 8.8.3.3).</summary>
    private string CodingMark => coding switch
    {
        ContentCoding.Brotli => "-br",
        ContentCoding.Gzip => "-gz",
        _ => "",
    };

    /// <summary>Says how the answer may be kept, and whether the client has kept it already: then nothing else is sent.</summary>
    private bool IsKnownToClient(AnswerState state)
    {
        var tag = TagOf(state);
        http.Response.Headers.CacheControl = $"public, max-age={state.MaxAge(limits.MaxAgeSeconds, Now)}";
        http.Response.Headers.ETag = tag.ToString();
        if (!EntityTags.IsKnown(http.Request, tag))
        {
            return false;
        }

        (labels.Source, labels.Outcome) = ("client", "ok");
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

        (labels.Source, labels.Outcome) = ("client", "ok");
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static CostMode CostModeOf(HttpRequest request) => (string?)request.Headers["GraphQL-Cost"] switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.None,
    };
}
