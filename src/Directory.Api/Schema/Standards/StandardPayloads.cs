using CenterDirectory.Api.Schema.Editing;
using CenterDirectory.Data.Entities.Links;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Standards;

/// <summary>Result of declareStandard.</summary>
internal sealed class DeclareStandardPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>Result of reviewStandard.</summary>
internal sealed class ReviewStandardPayload(EditOutcome outcome) : EditPayload(outcome);

/// <summary>What declareStandard gives back.</summary>
[ObjectType<DeclareStandardPayload>]
internal static class DeclareStandardPayloadType
{
    /// <summary>The result; null if it failed, and after the declaration was taken back.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<StandardDeclaration>? GetDeclaration([Parent] DeclareStandardPayload payload) => payload.Entry<StandardDeclaration>(nameof(StandardDeclaration));
}

/// <summary>What reviewStandard gives back.</summary>
[ObjectType<ReviewStandardPayload>]
internal static class ReviewStandardPayloadType
{
    /// <summary>The result; null if it failed.</summary>
    /// <param name="payload">The result.</param>
    [UseNodes]
    public static NodeReference<StandardDeclaration>? GetDeclaration([Parent] ReviewStandardPayload payload) => payload.Entry<StandardDeclaration>(nameof(StandardDeclaration));
}
