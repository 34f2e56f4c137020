using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Serves a schema over HTTP (GraphQL over HTTP, draft): POST with a JSON body; GET for queries, whose answers caches may keep until the
/// data changes.
/// </summary>
public static class GraphQLEndpoint
{
    /// <summary>Registers the engine; limits come from a configuration section and are checked at start.</summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, IConfiguration limits, Func<IServiceProvider, Schema> schema)
    {
        services.AddOptions<EngineOptions>().Bind(limits).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(schema);
        services.AddSingleton<GraphQLEngine>();
        services.AddSingleton<PersistedDocuments>();
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql") =>
        routes.Map(path, (HttpContext http, GraphQLEngine engine, PersistedDocuments documents, IOptions<EngineOptions> limits, IServiceProvider services) =>
            new Exchange(http, engine, documents, limits.Value, services.GetService<IRevisionSource>()).AnswerAsync());

    /// <summary>One request and its answer.</summary>
    private sealed class Exchange(HttpContext http, GraphQLEngine engine, PersistedDocuments documents, EngineOptions limits, IRevisionSource? revisions)
    {
        private readonly string? mediaType = MediaTypes.Negotiate(http.Request);

        private bool IsGet => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

        public async Task AnswerAsync()
        {
            http.Response.Headers.Vary = "Accept";
            if (mediaType is null)
            {
                await RefuseAsync(StatusCodes.Status406NotAcceptable, $"Accept must allow {MediaTypes.GraphQLResponse} or {MediaTypes.Json}.");
            }
            else if (!IsGet && !HttpMethods.IsPost(http.Request.Method))
            {
                http.Response.Headers.Allow = "GET, POST";
                await RefuseAsync(StatusCodes.Status405MethodNotAllowed, "Send the request with POST and a JSON body, or with GET and a query string.");
            }
            else if (!IsGet && !MediaTypes.IsJson(http.Request))
            {
                await RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON in UTF-8, with the content type application/json.");
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
                await WriteAsync(ResponseWriter.RequestError([problem!]), problem!.Code == ErrorCodes.LimitExceeded ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
                return;
            }

            var (document, missing) = documents.Resolve(request);
            if (document is null)
            {
                // Clients of the persisted-query protocol look for the code in a 200.
                var status = missing!.Code == ErrorCodes.PersistedQueryNotFound && mediaType == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
                await WriteAsync(ResponseWriter.RequestError([missing]), status);
                return;
            }

            await ExecuteAsync(new GraphQLRequest(document, request.OperationName, request.Variables) { Cost = CostModeOf(http.Request) });
        }

        private async Task ExecuteAsync(GraphQLRequest request)
        {
            var prepared = engine.Prepare(request);
            if (IsGet && prepared.Plan is { IsQuery: false })
            {
                http.Response.Headers.Allow = "POST";
                await RefuseAsync(StatusCodes.Status405MethodNotAllowed, "GET is for queries only; send mutations with POST.");
                return;
            }

            var tag = IsGet && prepared.Plan is { IsStable: true } && revisions is not null ? await TagAsync(revisions) : null;
            if (tag is not null && http.Request.Headers.IfNoneMatch.Any(known => known?.Contains(tag, StringComparison.Ordinal) == true))
            {
                SetCaching(tag);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var response = await engine.ExecuteAsync(prepared, http.RequestServices, http.RequestAborted);
            if (IsGet)
            {
                SetCaching(response.Errors.Count == 0 ? tag : null);
            }

            await WriteAsync(response, response.IsRequestError && mediaType == MediaTypes.GraphQLResponse ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
        }

        /// <summary>The tag names the data, the schema and the form of the answer; the address names the rest.</summary>
        private async ValueTask<string?> TagAsync(IRevisionSource source)
        {
            var revision = await source.CurrentAsync(http.RequestAborted);
            return revision is null ? null : $"\"{revision}-{engine.SchemaVersion}-{(mediaType == MediaTypes.Json ? 'j' : 'g')}\"";
        }

        private void SetCaching(string? tag)
        {
            http.Response.Headers.CacheControl = tag is null ? "no-store" : $"public, max-age={limits.MaxAgeSeconds}";
            if (tag is not null)
            {
                http.Response.Headers.ETag = tag;
            }
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
            http.Response.ContentType = $"{mediaType ?? MediaTypes.Json}; charset=utf-8";
            http.Response.ContentLength = response.Body.Length;
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
            }
        }
    }
}
