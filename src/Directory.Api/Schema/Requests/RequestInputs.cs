using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Requests;

/// <summary>One way to answer; never shown in public.</summary>
[InputType(OneOf = true)]
internal sealed class SupportContactInput
{
    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>Messenger account.</summary>
    public string? Messenger { get; init; }
}

/// <summary>Consent to the processing of personal data.</summary>
/// <param name="Accepted">Must be true.</param>
/// <param name="TextVersion">Version of the text that was shown.</param>
[InputType]
internal sealed record ConsentInput(bool Accepted, string TextVersion);

/// <summary>Input of requestSupport.</summary>
/// <param name="Text">What is needed, at most 4,000 characters.</param>
/// <param name="SupportKinds">Kinds of support, if known.</param>
/// <param name="Territory">Where.</param>
/// <param name="Audience">Who asks.</param>
/// <param name="CenterId">A center of choice.</param>
/// <param name="ContactName">How to address the asker.</param>
/// <param name="Contact">How to answer.</param>
/// <param name="Consent">Consent to processing.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record RequestSupportInput(
    string Text,
    IReadOnlyList<SupportKind> SupportKinds,
    [property: GraphQLScalar("TerritoryKey")] string Territory,
    Audience? Audience,
    [property: ID] string? CenterId,
    string ContactName,
    SupportContactInput Contact,
    ConsentInput Consent,
    string? IdempotencyKey) : IRepeatableInput
{
    /// <summary>Says nothing: it is a person's.</summary>
    public override string ToString() => nameof(RequestSupportInput);
}

/// <summary>Input of withdrawSupportRequest.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record WithdrawSupportRequestInput(string Receipt, string? IdempotencyKey) : IRepeatableInput
{
    /// <summary>Says nothing: it is a secret.</summary>
    public override string ToString() => nameof(WithdrawSupportRequestInput);
}

/// <summary>Input of acceptSupportRequest.</summary>
/// <param name="Id">The request.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record AcceptSupportRequestInput([property: ID] string Id, string? IdempotencyKey) : IRepeatableInput;

/// <summary>Input of forwardSupportRequest.</summary>
/// <param name="Id">The request.</param>
/// <param name="CenterId">The other center.</param>
/// <param name="Note">Note for the other center.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record ForwardSupportRequestInput([property: ID] string Id, [property: ID] string CenterId, string? Note, string? IdempotencyKey) : IRepeatableInput
{
    /// <summary>Says nothing: notes speak of people.</summary>
    public override string ToString() => nameof(ForwardSupportRequestInput);
}

/// <summary>Input of answerSupportRequest.</summary>
/// <param name="Id">The request.</param>
/// <param name="Text">The answer, sent to the asker.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record AnswerSupportRequestInput([property: ID] string Id, string Text, string? IdempotencyKey) : IRepeatableInput
{
    /// <summary>Says nothing: answers speak of people.</summary>
    public override string ToString() => nameof(AnswerSupportRequestInput);
}

/// <summary>Input of closeSupportRequest.</summary>
/// <param name="Id">The request.</param>
/// <param name="IdempotencyKey">Up to 64 characters; the same key with the same input within 24 hours answers the first result.</param>
[InputType]
internal sealed record CloseSupportRequestInput([property: ID] string Id, string? IdempotencyKey) : IRepeatableInput;
