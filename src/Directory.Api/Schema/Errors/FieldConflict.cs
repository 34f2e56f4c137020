using CenterDirectory.Data.Provenance;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema.Errors;

/// <summary>A field that two sides changed.</summary>
/// <param name="Field">Field name.</param>
/// <param name="Yours">Value in the input, as text or JSON.</param>
/// <param name="Theirs">Value now in the directory, as text or JSON.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="SourceId">Who changed it, by key.</param>
internal sealed record FieldConflict(string Field, string? Yours, string? Theirs, DateTime ChangedAt, long SourceId)
{
    internal long SourceId { get; } = SourceId;
}

/// <summary>What a conflict refers to.</summary>
[ObjectType<FieldConflict>]
internal static class FieldConflictType
{
    /// <summary>Who changed it.</summary>
    /// <param name="conflict">The conflict.</param>
    [UseNodes, GraphQLNonNullType]
    public static NodeReference<Source> GetSource([Parent] FieldConflict conflict) => new(nameof(Source), conflict.SourceId);
}
