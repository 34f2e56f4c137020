using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Http;

/// <summary>Serves a schema over HTTP (GraphQL over HTTP, draft): POST with a JSON body.</summary>
public static class GraphQLEndpoint
{
    private const string ResponseType = "application/graphql-response+json";

    /// <summary>Registers the engine; limits come from a configuration section and are checked at start.</summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, IConfiguration limits, Func<IServiceProvider, Schema> schema)
    {
        services.AddOptions<EngineOptions>().Bind(limits).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(schema);
        services.AddSingleton<GraphQLEngine>();
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql") =>
        routes.Map(path, AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, GraphQLEngine engine, Microsoft.Extensions.Options.IOptions<EngineOptions> limits)
    {
        var mediaType = MediaTypeOf(http.Request);
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "POST";
            await WriteAsync(http, Refuse("Send the request with POST and a JSON body."), mediaType, StatusCodes.Status405MethodNotAllowed);
            return;
        }

        // Only JSON: a form of a foreign page cannot send it without asking first (CORS), so no cross-site request gets here.
        if (!http.Request.HasJsonContentType())
        {
            await WriteAsync(http, Refuse("The body must be JSON with the content type application/json."), mediaType, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        var (request, problem) = await RequestReader.ReadAsync(http.Request, limits.Value.Bytes, http.RequestAborted);
        if (request is null)
        {
            var status = problem!.Code == ErrorCodes.LimitExceeded ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            await WriteAsync(http, ResponseWriter.RequestError([problem]), mediaType, status);
            return;
        }

        var response = await engine.ExecuteAsync(request, http.RequestServices, cancellationToken: http.RequestAborted);
        await WriteAsync(http, response, mediaType, StatusOf(response, mediaType));
    }

    /// <summary>A request error is a 400 for clients that know the new media type; the old one answers 200 with the error inside.</summary>
    private static int StatusOf(GraphQLResponse response, string mediaType) =>
        response.IsRequestError && mediaType == ResponseType ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;

    private static string MediaTypeOf(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains(ResponseType, StringComparison.OrdinalIgnoreCase) == true)
            ? ResponseType
            : "application/json";

    private static GraphQLResponse Refuse(string message) =>
        ResponseWriter.RequestError([new GraphQLError(message, ErrorCodes.BadRequest, [])]);

    private static async Task WriteAsync(HttpContext http, GraphQLResponse response, string mediaType, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = $"{mediaType}; charset=utf-8";
        http.Response.ContentLength = response.Body.Length;
        await http.Response.Body.WriteAsync(response.Body, http.RequestAborted);
    }
}
