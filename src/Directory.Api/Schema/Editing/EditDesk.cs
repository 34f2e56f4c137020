using System.Globalization;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data;
using CenterDirectory.Data.Access;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>
/// Takes edits from those who may make them, and says what became of them in the words of the schema. Unlike other writes they have a transaction of
/// their own, that of the editor, which takes turns with imports and makes a revision; what is remembered and noted in the audit log goes into that one.
/// </summary>
internal sealed class EditDesk(EntryEditor editor, EditPlans plans, EditedEntries entries, Viewer viewer, WriteDesk desk, TimeProvider clock)
{
    /// <summary>Seconds after which somebody whom an import kept waiting may try again.</summary>
    private const int RetryAfterSeconds = 5;

    private const int MostEdits = 100;

    /// <summary>Makes the edits of an input as one revision.</summary>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditOutcome> MakeAsync(IRepeatableInput input, CancellationToken cancellationToken) =>
        OnceAsync(input, writes: 1, async note =>
        {
            var plan = await plans.OfAsync(input, ["input"], cancellationToken);
            if (plan.Errors is { Count: > 0 } errors)
            {
                return EditOutcome.Failed(errors);
            }

            Func<EditReceipt, IReadOnlyList<EntryKey?>> entriesOf = plan switch
            {
                { Subject: { } subject } => _ => [subject],
                { Answers: { } kind } => receipt => [.. receipt.Results.Where(result => result.Kind == kind).Select(result => (EntryKey?)new EntryKey(kind, result.EntityId))],
                _ => EntriesOf,
            };
            return OutcomeOf(await editor.ApplyAsync(plan.Edits, allOrNothing: true, note(entriesOf), cancellationToken), plan.Fields, entriesOf);
        }, cancellationToken);

    /// <summary>Makes the edits of many inputs as one revision.</summary>
    /// <param name="input">The inputs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What became of all, and of each; of none if nothing was tried.</returns>
    public async Task<(EditOutcome Outcome, IReadOnlyList<EditResult> Results)> MakeAllAsync(ApplyEditsInput input, CancellationToken cancellationToken)
    {
        if (input.Edits.Count is 0 or > MostEdits)
        {
            return (EditOutcome.Failed(ValidationError.Wrong(
                $"Правок в одном запросе – от 1 до {MostEdits}.", $"A batch has 1 to {MostEdits} edits.", "input", "edits")), []);
        }

        if (input is { AllOrNothing: false, IdempotencyKey: not null })
        {
            // What was wrong with some of the edits is not kept, and to make them again is not what their client wants.
            return (EditOutcome.Failed(ValidationError.Wrong(
                "idempotencyKey годится только вместе с allOrNothing.", "An idempotencyKey goes with allOrNothing only.", "input", "idempotencyKey")), []);
        }

        IReadOnlyList<EditResult> results = [];
        var outcome = await OnceAsync(input, input.Edits.Count, async note =>
        {
            var batch = new EditBatch(await PlansOfAsync(input, cancellationToken));
            if (input.AllOrNothing && batch.IsRefused)
            {
                results = batch.Refusals();
                return new EditOutcome(null, null, []);
            }

            var receipt = await editor.ApplyAsync(batch.Edits, input.AllOrNothing, note(made => batch.Entries(made)), cancellationToken);
            if (receipt.IsBusy)
            {
                return EditOutcome.Failed(EditErrors.Busy(RetryAfterSeconds));
            }

            results = batch.Results(receipt, isAllOrNothing: input.AllOrNothing);
            return new EditOutcome(null, receipt.Revision, []);
        }, cancellationToken);
        return (outcome, results.Count > 0 ? results : EditBatch.Remembered(outcome));
    }

    /// <summary>Undoes the edits of a revision, if the key may change all that they changed.</summary>
    /// <param name="input">The input.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditOutcome> UndoAsync(UndoEditInput input, CancellationToken cancellationToken) =>
        OnceAsync(input, writes: 1, async note =>
        {
            var touched = await entries.OfRevisionAsync(input.Revision, cancellationToken);
            if (touched.Count == 0 && !await entries.IsTheirsAsync(viewer, input.Revision, cancellationToken))
            {
                return EditOutcome.Failed(NotPermittedError.Of(AccessVerdict.NotPermitted, "input", "revision")!);
            }

            foreach (var entry in touched)
            {
                if (NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), "input", "revision") is { } refusal)
                {
                    return EditOutcome.Failed(refusal);
                }
            }

            return OutcomeOf(await editor.UndoAsync(input.Revision, note(EntriesOf), cancellationToken), null, EntriesOf);
        }, cancellationToken);

    private async Task<List<EditPlan>> PlansOfAsync(ApplyEditsInput input, CancellationToken cancellationToken)
    {
        var all = new List<EditPlan>(input.Edits.Count);
        foreach (var (index, edit) in input.Edits.Index())
        {
            var given = edit.Given;
            all.Add(await plans.OfAsync(given, ["input", "edits", index.ToString(CultureInfo.InvariantCulture), EditNames.ActOf(given)], cancellationToken));
        }

        return all;
    }

    private async Task<EditOutcome> OnceAsync(
        IRepeatableInput input, int writes, Func<Noting, Task<EditOutcome>> write, CancellationToken cancellationToken)
    {
        var written = await desk.WriteApartAsync(
            input,
            async (key, named) => KeptEdit.Of(await write(entriesOf => (db, receipt, stop) => NoteAsync(db, key, input, named, receipt, entriesOf(receipt), stop))),
            cancellationToken,
            writes);
        return written.Result is { } kept
            ? EditOutcome.Of(kept.EntityId, kept.Revision, kept.Entries)
            : EditOutcome.Failed([.. written.Errors.Cast<IEditError>()]);
    }

    /// <summary>Who did it, and what to answer if it is sent again: in the transaction that does it.</summary>
    private async Task NoteAsync(
        DirectoryDb db, AccessKey key, IRepeatableInput input, NamedWrite? named, EditReceipt receipt, IReadOnlyList<EntryKey?> made, CancellationToken cancellationToken)
    {
        var log = new AuditLog(db, clock);
        var act = EditNames.ActOf(input);
        foreach (var result in receipt.Results.Where(result => result.Problems.Count == 0))
        {
            log.Add(key.Id, act, result.Kind, result.EntityId, (int?)receipt.Revision);
        }

        if (named is not null)
        {
            await new Idempotency(db, clock).RememberAsync(named, new KeptEdit(receipt.Results[0].EntityId, receipt.Revision, made), cancellationToken);
        }
    }

    private static EditOutcome OutcomeOf(EditReceipt receipt, EditFields? fields, Func<EditReceipt, IReadOnlyList<EntryKey?>> entriesOf)
    {
        if (receipt.IsBusy)
        {
            return EditOutcome.Failed(EditErrors.Busy(RetryAfterSeconds));
        }

        var problems = receipt.Results.SelectMany(result => result.Problems).ToList();
        if (problems.Count > 0)
        {
            return EditOutcome.Failed([.. EditErrors.Of(problems, fields, (int)receipt.Current)]);
        }

        return EditOutcome.Of(receipt.Results[0].EntityId, receipt.Revision, entriesOf(receipt));
    }

    /// <summary>The entries among what an order was about; its links are none.</summary>
    private static IReadOnlyList<EntryKey?> EntriesOf(EditReceipt receipt) =>
    [
        .. receipt.Results.Where(result => result.IsThere && Enum.TryParse<EntryType>(result.Kind, out _))
            .Select(result => (EntryKey?)new EntryKey(result.Kind, result.EntityId)),
    ];

    /// <summary>What is remembered of an edit.</summary>
    private sealed record KeptEdit(long? EntityId, long? Revision, IReadOnlyList<EntryKey?> Entries)
    {
        public static Written<KeptEdit> Of(EditOutcome outcome) => outcome.Errors.Count == 0
            ? Written<KeptEdit>.Of(new KeptEdit(outcome.EntityId, outcome.Revision, outcome.Entries))
            : Written<KeptEdit>.Failed([.. outcome.Errors.Cast<Error>()]);
    }

    /// <summary>Makes the note of an edit, given which entries it is to be answered with.</summary>
    private delegate RecordOfEdit Noting(Func<EditReceipt, IReadOnlyList<EntryKey?>> entriesOf);
}
