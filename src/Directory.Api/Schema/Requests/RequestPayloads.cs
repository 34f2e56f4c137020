using CenterDirectory.Api.Requests;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Requests;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Requests;

/// <summary>Result of requestSupport.</summary>
/// <param name="Receipt">Secret of the asker, to withdraw the request; null if it failed.</param>
/// <param name="Errors">What went wrong; empty on success.</param>
internal sealed record RequestSupportPayload(string? Receipt, IReadOnlyList<ISupportRequestError> Errors);

/// <summary>Result of withdrawSupportRequest.</summary>
/// <param name="Withdrawn">True if the request was withdrawn.</param>
/// <param name="Errors">What went wrong; empty on success.</param>
internal sealed record WithdrawSupportRequestPayload(bool? Withdrawn, IReadOnlyList<ISupportRequestError> Errors);

/// <summary>What all results of acts on a request have.</summary>
/// <param name="written">What came of it.</param>
internal abstract class SupportRequestPayload(Written<KeptRequest> written)
{
    /// <summary>What went wrong; empty on success.</summary>
    public IReadOnlyList<ISupportRequestError> Errors { get; } = [.. written.Errors.Cast<ISupportRequestError>()];

    /// <summary>The request; null if it failed.</summary>
    internal NodeReference<SupportRequest>? Reference { get; } =
        written.Result is { } kept ? new NodeReference<SupportRequest>(nameof(SupportRequest), kept.Id) : null;
}

/// <summary>Result of acceptSupportRequest.</summary>
internal sealed class AcceptSupportRequestPayload(Written<KeptRequest> written) : SupportRequestPayload(written);

/// <summary>Result of forwardSupportRequest.</summary>
internal sealed class ForwardSupportRequestPayload(Written<KeptRequest> written) : SupportRequestPayload(written);

/// <summary>Result of answerSupportRequest.</summary>
internal sealed class AnswerSupportRequestPayload(Written<KeptRequest> written) : SupportRequestPayload(written);

/// <summary>Result of closeSupportRequest.</summary>
internal sealed class CloseSupportRequestPayload(Written<KeptRequest> written) : SupportRequestPayload(written);

/// <summary>The request of a payload.</summary>
[ObjectType<AcceptSupportRequestPayload>]
internal static class AcceptSupportRequestPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<SupportRequest>? GetRequest([Parent] AcceptSupportRequestPayload payload) => payload.Reference;
}

/// <summary>The request of a payload.</summary>
[ObjectType<ForwardSupportRequestPayload>]
internal static class ForwardSupportRequestPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<SupportRequest>? GetRequest([Parent] ForwardSupportRequestPayload payload) => payload.Reference;
}

/// <summary>The request of a payload.</summary>
[ObjectType<AnswerSupportRequestPayload>]
internal static class AnswerSupportRequestPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<SupportRequest>? GetRequest([Parent] AnswerSupportRequestPayload payload) => payload.Reference;
}

/// <summary>The request of a payload.</summary>
[ObjectType<CloseSupportRequestPayload>]
internal static class CloseSupportRequestPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The payload.</param>
    [UseNodes]
    public static NodeReference<SupportRequest>? GetRequest([Parent] CloseSupportRequestPayload payload) => payload.Reference;
}
