using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Requests;

/// <summary>What people who need support, and those who give it, do with requests.</summary>
[MutationType]
internal static class RequestMutations
{
    /// <summary>Sends a request to the nearest center that offers the support; public, rate limited. The receipt is a secret of the asker.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="intake">Takes it.</param>
    /// <param name="http">Where it comes from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<RequestSupportPayload> RequestSupportAsync(
        RequestSupportInput input, RequestIntake intake, IHttpContextAccessor http, CancellationToken cancellationToken)
    {
        var written = await intake.TakeAsync(input, http.HttpContext?.Connection.RemoteIpAddress, cancellationToken);
        return new RequestSupportPayload(written.Result?.Receipt, ErrorsOf(written));
    }

    /// <summary>Withdraws one's own request and erases its personal data; public.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="intake">Takes it back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<WithdrawSupportRequestPayload> WithdrawSupportRequestAsync(
        WithdrawSupportRequestInput input, RequestIntake intake, CancellationToken cancellationToken)
    {
        var written = await intake.WithdrawAsync(input, cancellationToken);
        return new WithdrawSupportRequestPayload(written.Result is null ? null : true, ErrorsOf(written));
    }

    /// <summary>Takes a request.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<AcceptSupportRequestPayload> AcceptSupportRequestAsync(AcceptSupportRequestInput input, RequestWork work, CancellationToken cancellationToken) =>
        new(await work.AcceptAsync(input, cancellationToken));

    /// <summary>Passes a request to another center.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<ForwardSupportRequestPayload> ForwardSupportRequestAsync(ForwardSupportRequestInput input, RequestWork work, CancellationToken cancellationToken) =>
        new(await work.ForwardAsync(input, cancellationToken));

    /// <summary>Answers a request; the answer goes by mail to whoever left an address.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<AnswerSupportRequestPayload> AnswerSupportRequestAsync(AnswerSupportRequestInput input, RequestWork work, CancellationToken cancellationToken) =>
        new(await work.AnswerAsync(input, cancellationToken));

    /// <summary>Closes a request.</summary>
    /// <param name="input">What to do.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Cost(Statements = 1)]
    public static async Task<CloseSupportRequestPayload> CloseSupportRequestAsync(CloseSupportRequestInput input, RequestWork work, CancellationToken cancellationToken) =>
        new(await work.CloseAsync(input, cancellationToken));

    private static IReadOnlyList<ISupportRequestError> ErrorsOf<T>(Written<T> written)
        where T : class => [.. written.Errors.Cast<ISupportRequestError>()];
}
