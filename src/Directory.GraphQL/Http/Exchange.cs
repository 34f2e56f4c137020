using CenterDirectory.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CenterDirectory.GraphQL.Http;

/// <summary>One request and its answer.</summary>
internal sealed class Exchange(HttpContext http)
{
    private readonly GraphQLEngine engine = http.RequestServices.GetRequiredService<GraphQLEngine>();
    private readonly EngineOptions limits = http.RequestServices.GetRequiredService<IOptions<EngineOptions>>().Value;
    private readonly string? mediaType = MediaTypes.Negotiate(http.Request);

    private bool IsGet => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    public async Task AnswerAsync()
    {
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, GraphQL-Cost");
        http.Response.Headers.CacheControl = "no-store";
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
        var (request, problem) = IsGet
            ? RequestReader.ReadQueryString(http.Request, limits.Bytes)
            : await RequestReader.ReadBodyAsync(http.Request, limits.Bytes, http.RequestAborted);
        if (request is null)
        {
            await WriteAsync(ResponseWriter.RequestError([problem!.Error]), problem.Status);
            return;
        }

        var documents = http.RequestServices.GetRequiredService<PersistedDocuments>();
        var (document, missing) = documents.Resolve(request);
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
            new GraphQLRequest(document.Text, request.OperationName, request.Variables) { Cost = CostModeOf(http.Request) }, http.RequestServices);
        if (prepared.Plan is not null)
        {
            documents.Register(document);
        }

        await AnswerAsync(prepared);
    }

    private async Task AnswerAsync(PreparedRequest prepared)
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
            await ExecuteAsync(prepared);
        }
    }

    private async Task ExecuteAsync(PreparedRequest prepared)
    {
        var tag = await TagAsync(prepared);
        if (tag is not null && EntityTags.IsKnown(http.Request, tag))
        {
            SetCaching(tag);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        using var response = await engine.ExecuteAsync(prepared, http.RequestAborted);
        if (tag is not null && response.Errors.Count == 0)
        {
            SetCaching(tag);
        }

        await WriteAsync(response, StatusOf(response));
    }

    /// <summary>In plain JSON whatever a well-formed request meets is a 200; the other type says what came of it.</summary>
    private int StatusOf(GraphQLResponse response) => !response.IsRequestError || mediaType != MediaTypes.GraphQLResponse
        ? StatusCodes.Status200OK
        : response.Errors.Any(error => error.Code == ErrorCodes.Timeout) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;

    /// <summary>
    /// The tag of an answer that depends on the data alone: it names the data, the schema and the form; the address names the rest.
    /// Read before the data are: should they change in between, the answer is only taken for older than it is.
    /// </summary>
    private async ValueTask<EntityTagHeaderValue?> TagAsync(PreparedRequest prepared)
    {
        var revisions = http.RequestServices.GetService<IRevisionSource>();
        if (!IsGet || revisions is null || prepared is not { IsReady: true, Plan.IsStable: true, Request.Cost: not CostMode.Validate })
        {
            return null;
        }

        var revision = await revisions.CurrentAsync(http.RequestAborted);
        var form = (mediaType == MediaTypes.Json ? "j" : "g") + (prepared.Request.Cost == CostMode.Report ? "c" : "");
        return revision is null ? null : new EntityTagHeaderValue($"\"{revision}-{engine.SchemaVersion}-{form}\"");
    }

    private void SetCaching(EntityTagHeaderValue tag)
    {
        http.Response.Headers.CacheControl = $"public, max-age={limits.MaxAgeSeconds}";
        http.Response.Headers.ETag = tag.ToString();
    }

    private static CostMode CostModeOf(HttpRequest request) => request.Headers["GraphQL-Cost"].ToString() switch
    {
        "report" => CostMode.Report,
        "validate" => CostMode.Validate,
        _ => CostMode.None,
    };

    private Task RefuseAsync(int status, string message) => WriteAsync(ResponseWriter.RequestError([RequestReader.Bad(message)]), status);

    private async Task WriteAsync(GraphQLResponse response, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{(mediaType == MediaTypes.GraphQLResponse ? mediaType : MediaTypes.Json)}; charset=utf-8";
        http.Response.ContentLength = response.Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
        }
    }
}
