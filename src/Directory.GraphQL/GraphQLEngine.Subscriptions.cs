using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL;

public sealed partial class GraphQLEngine
{
    /// <summary>
    /// Answers a subscription: one answer for each event of its source, from then on until the source ends, fails or the client goes (6.2.3).
    /// An event is answered with services of its own, within the time that any request has.
    /// </summary>
    /// <param name="prepared">What the client sent.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(PreparedRequest prepared, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (prepared is not { Context: { Plan.IsSubscription: true } context, Request.Cost: not CostMode.Validate })
        {
            yield return await ExecuteAsync(prepared, cancellationToken);
            yield break;
        }

        await using var events = EventsOf(context, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var (message, failure) = await NextAsync(events, cancellationToken);
            if (message is null)
            {
                if (failure is not null)
                {
                    yield return failure;
                }

                yield break;
            }

            yield return await AnswerAsync(prepared, context, message, cancellationToken);
        }
    }

    /// <summary>6.2.3.1 CreateSourceEventStream; validation has made sure that there is just one field.</summary>
    private static async IAsyncEnumerable<object> EventsOf(RequestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var field = context.Plan.Root.Fields[0];
        var stream = field.Field.Events ?? throw new InvalidOperationException($"{field.Field.Name} has no source of events.");
        var arguments = context.ArgumentsOf(field);
        await foreach (var message in stream.OpenAsync(arguments, context, cancellationToken))
        {
            yield return message;
        }
    }

    private async Task<(object? Message, GraphQLResponse? Failure)> NextAsync(IAsyncEnumerator<object> events, CancellationToken cancellationToken)
    {
        try
        {
            return (await events.MoveNextAsync() ? events.Current : null, null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var (message, code, extensions) = Describe(error);
            return (null, ResponseWriter.RequestError([new GraphQLError(message, code, [], Extensions: extensions)]));
        }
    }

    private async Task<GraphQLResponse> AnswerAsync(PreparedRequest prepared, RequestContext context, object message, CancellationToken cancellationToken)
    {
        await using var scope = context.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var cost = prepared.Request.Cost == CostMode.Report ? prepared.Cost : (RequestCost?)null;
        return await ExecuteAsync(context.ForEvent(message, scope.ServiceProvider), cost, prepared.Label, cancellationToken);
    }
}
