using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data.Entities;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>What became of one edit of a batch.</summary>
/// <param name="Index">Its place in the input, from 0.</param>
/// <param name="Errors">Why it failed; empty on success.</param>
internal sealed record EditResult(int Index, IReadOnlyList<IEditError> Errors)
{
    /// <summary>The entry after the edit; null if it failed or was deleted.</summary>
    internal EntryKey? Entry { get; init; }
}

/// <summary>What a result refers to.</summary>
[ObjectType<EditResult>]
internal static class EditResultType
{
    /// <summary>The entry after the edit; null if it failed or was deleted.</summary>
    /// <param name="result">The result.</param>
    [UseNodes]
    public static NodeReference<DirectoryEntry>? GetEntry([Parent] EditResult result) =>
        result.Entry is { } entry ? new NodeReference<DirectoryEntry>(entry.Kind, entry.Id) : null;
}

/// <summary>Result of applyEdits.</summary>
internal sealed class ApplyEditsPayload(EditOutcome outcome, IReadOnlyList<EditResult> results) : EditPayload(outcome)
{
    /// <summary>One result for each edit, in order; empty if nothing was tried.</summary>
    public IReadOnlyList<EditResult> Results { get; } = results;
}

/// <summary>Many plans made as one order.</summary>
internal sealed class EditBatch(IReadOnlyList<EditPlan> plans)
{
    /// <summary>Whether one of them cannot be tried.</summary>
    public bool IsRefused => plans.Any(plan => plan.Errors.Count > 0);

    /// <summary>All edits that can be tried, in order.</summary>
    public IReadOnlyList<EntryEdit> Edits => [.. plans.Where(plan => plan.Errors.Count == 0).SelectMany(plan => plan.Edits)];

    /// <summary>What stands against those that cannot be tried.</summary>
    public IReadOnlyList<EditResult> Refusals() => [.. plans.Select((plan, index) => new EditResult(index, plan.Errors))];

    /// <summary>What became of each plan.</summary>
    public IReadOnlyList<EditResult> Results(EditReceipt receipt, bool isAllOrNothing)
    {
        var isNothing = isAllOrNothing && !receipt.IsDone;
        var results = new List<EditResult>();
        var next = 0;
        foreach (var (index, plan) in plans.Index())
        {
            if (plan.Errors.Count > 0)
            {
                results.Add(new EditResult(index, plan.Errors));
                continue;
            }

            var of = receipt.Results.Skip(next).Take(plan.Edits.Count).ToList();
            next += plan.Edits.Count;
            var problems = of.SelectMany(result => result.Problems).ToList();
            results.Add(new EditResult(index, [.. EditErrors.Of(problems, plan.Fields, (int)receipt.Current)])
            {
                Entry = !isNothing && problems.Count == 0 && of[0].IsThere ? new EntryKey(of[0].Kind, of[0].EntityId) : null,
            });
        }

        return results;
    }

    /// <summary>The entry of each plan after it was made.</summary>
    public IReadOnlyList<EntryKey?> Entries(EditReceipt receipt) => [.. Results(receipt, isAllOrNothing: true).Select(result => result.Entry)];

    /// <summary>What is known of a batch that was made before.</summary>
    public static IReadOnlyList<EditResult> Remembered(EditOutcome outcome) =>
        [.. outcome.Entries.Select((entry, index) => new EditResult(index, []) { Entry = entry })];
}
