using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>The edits of a mutation, or why there are none.</summary>
/// <param name="Edits">The edits; the first is about the entry that the mutation names.</param>
/// <param name="Fields">Where their fields stand in the input; null if they have none.</param>
/// <param name="Refusal">Why there are none.</param>
internal sealed record EditPlan(IReadOnlyList<EntryEdit> Edits, EditFields? Fields, IEditError? Refusal)
{
    /// <summary>The entry that the mutation is about, if it is not that of the first edit.</summary>
    public EntryKey? Subject { get; init; }

    /// <summary>The kind of link that the mutation answers with; null if it answers with entries.</summary>
    public string? Answers { get; init; }

    /// <summary>What is wrong with it before anybody looks at the directory.</summary>
    public IReadOnlyList<IEditError> Errors =>
        Refusal is not null ? [Refusal] : [.. (Fields?.Wrong ?? []).Select(EditErrors.Unusable)];

    public static EditPlan Of(EntryEdit edit) => new([edit], null, null);

    public static EditPlan Refused(IEditError refusal) => new([], null, refusal);
}
