using CenterDirectory.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CenterDirectory.GraphQL.Http;

/// <summary>
/// Serves a schema over HTTP (GraphQL over HTTP, draft): POST with a JSON body; GET for queries, whose answers caches may keep until the
/// data changes; subscriptions as server-sent events.
/// </summary>
public static class GraphQLEndpoint
{
    /// <summary>Registers the engine; limits come from a configuration section and are checked at start.</summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, IConfiguration limits, Func<IServiceProvider, Schema> schema)
    {
        services.AddOptions<EngineOptions>().Bind(limits).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(schema);
        services.AddSingleton<GraphQLEngine>();
        services.AddSingleton<PersistedDocuments>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<EventStreams>();
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">Its address.</param>
    /// <param name="explorer">Answers people who open the address in a browser; without it they are answered like any client.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder routes, string path = "/graphql", RequestDelegate? explorer = null)
    {
        // Found at the first request: where a schema is wrong, the start has said so already.
        var services = new Lazy<ExchangeServices>(() => ExchangeServices.Of(routes.ServiceProvider));
        return routes.Map(path, async http =>
        {
            if (explorer is not null && MediaTypes.IsForPeople(http.Request))
            {
                http.Response.Headers.Append("Vary", "Accept");
                await explorer(http);
                return;
            }

            try
            {
                await new Exchange(http, services.Value).AnswerAsync();
            }
            catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
            {
                // The client has gone; nobody is left to be answered.
            }
        });
    }
}
