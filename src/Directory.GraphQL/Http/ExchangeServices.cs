using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Http;

/// <summary>What every exchange needs, found once.</summary>
internal sealed record ExchangeServices(
    GraphQLEngine Engine, EngineOptions Limits, PersistedDocuments Documents, AnswerCache Answers, IRevisionSource? Revisions, IRequestBudget? Budget, TimeProvider Clock)
{
    public static ExchangeServices Of(IServiceProvider services) => new(
        services.GetRequiredService<GraphQLEngine>(),
        services.GetRequiredService<IOptions<EngineOptions>>().Value,
        services.GetRequiredService<PersistedDocuments>(),
        services.GetRequiredService<AnswerCache>(),
        services.GetService<IRevisionSource>(),
        services.GetService<IRequestBudget>(),
        services.GetRequiredService<TimeProvider>());
}
