using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Api.Schema.Mutations;
using CenterDirectory.Data;
using CenterDirectory.Importers.Editing;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>
/// Takes edits from those who may make them, and says what became of them in the words of the schema. Unlike other writes they have a transaction of
/// their own, that of the editor; what is remembered of them and noted in the audit log goes into that one.
/// </summary>
internal sealed class EditDesk(EntryEditor editor, EditedEntries entries, Viewer viewer, WriteLimits limits, Idempotency idempotency, TimeProvider clock)
{
    /// <summary>Seconds after which somebody whom an import kept waiting may try again.</summary>
    private const int RetryAfterSeconds = 5;

    /// <summary>Makes edits as one revision; the first of them is about the entry that the mutation names.</summary>
    /// <param name="input">The input.</param>
    /// <param name="plan">Says which edits, or why none; asked only if the same was not sent before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="writes">For how many it counts.</param>
    public Task<EditOutcome> MakeAsync(IRepeatableInput input, Func<Task<EditPlan>> plan, CancellationToken cancellationToken, int writes = 1) =>
        OnceAsync(input, writes, async note =>
        {
            var made = await plan();
            return made switch
            {
                { Refusal: { } refusal } => EditOutcome.Failed(refusal),
                { Fields.Wrong: { Count: > 0 } wrong } => EditOutcome.Failed([.. wrong.Select(EditErrors.Unusable)]),
                _ => OutcomeOf(await editor.ApplyAsync(made.Edits, allOrNothing: true, note, cancellationToken), made.Fields),
            };
        }, cancellationToken);

    /// <summary>Undoes the edits of a revision, if the key may change all that they changed.</summary>
    /// <param name="input">The input.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditOutcome> UndoAsync(IRepeatableInput input, int revision, CancellationToken cancellationToken) =>
        OnceAsync(input, writes: 1, async note =>
        {
            foreach (var entry in await entries.OfRevisionAsync(revision, cancellationToken))
            {
                if (NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), "input", "revision") is { } refusal)
                {
                    return EditOutcome.Failed(refusal);
                }
            }

            return OutcomeOf(await editor.UndoAsync(revision, note, cancellationToken), null);
        }, cancellationToken);

    /// <summary>An entry of a global id that the key may change; else why not.</summary>
    /// <param name="id">The id.</param>
    /// <param name="kinds">The types that it may be of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="path">Where the id stands.</param>
    public async Task<(EntryKey? Entry, IEditError? Refusal)> FindAsync(string id, IReadOnlyList<string> kinds, CancellationToken cancellationToken, params string[] path)
    {
        if (await entries.FindAsync(id, kinds, cancellationToken) is not { } entry)
        {
            return (null, NotFoundError.At(path));
        }

        return NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), path) is { } refusal ? (null, refusal) : (entry, null);
    }

    private async Task<EditOutcome> OnceAsync(
        IRepeatableInput input, int writes, Func<RecordOfEdit, Task<EditOutcome>> write, CancellationToken cancellationToken)
    {
        var key = viewer.Require();
        if (limits.Take(key.Id, writes) is { } seconds)
        {
            return EditOutcome.Failed(RateLimitedError.After(seconds));
        }

        if (Idempotency.FlawOf(input.IdempotencyKey) is { } flaw)
        {
            return EditOutcome.Failed(flaw);
        }

        var named = input.IdempotencyKey is { } name ? NamedWrite.Of(key.Id, name, input) : null;
        if (named is not null && await KnownAsync(named, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        try
        {
            return await write((db, receipt, stop) => NoteAsync(db, input, named, receipt, stop));
        }
        catch (DbUpdateException) when (named is not null)
        {
            // The same edit was sent twice at once, and the other was faster: this one has changed nothing.
            if (await KnownAsync(named, cancellationToken) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    private async Task<EditOutcome?> KnownAsync(NamedWrite named, CancellationToken cancellationToken) =>
        await idempotency.FindAsync<KeptEdit>(named, cancellationToken) switch
        {
            null => null,
            { Result: { } kept } => new EditOutcome(kept.EntityId, kept.Revision, []) { Entries = [.. kept.Entries.Select(entry => (entry.Kind, entry.Id))] },
            { Errors: var errors } => EditOutcome.Failed([.. errors.Cast<IEditError>()]),
        };

    /// <summary>Who did it, and what to answer if it is sent again: in the transaction that does it.</summary>
    private async Task NoteAsync(DirectoryDb db, IRepeatableInput input, NamedWrite? named, EditReceipt receipt, CancellationToken cancellationToken)
    {
        var log = new AuditLog(db, clock);
        var act = EditNames.ActOf(input);
        foreach (var result in receipt.Results)
        {
            log.Add(viewer.Key!.Id, act, result.Kind, result.EntityId, (int?)receipt.Revision);
        }

        if (named is not null)
        {
            var kept = new KeptEdit(receipt.Results[0].EntityId, receipt.Revision, [.. receipt.Results.Where(result => result.IsThere).Select(result => new EntryKey(result.Kind, result.EntityId))]);
            await new Idempotency(db, clock).RememberAsync(named, kept, cancellationToken);
        }
    }

    private static EditOutcome OutcomeOf(EditReceipt receipt, EditFields? fields)
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

        return new EditOutcome(receipt.Results[0].EntityId, receipt.Revision, [])
        {
            Entries = [.. receipt.Results.Where(result => result.IsThere).Select(result => (result.Kind, result.EntityId))],
        };
    }

    /// <summary>What is remembered of an edit.</summary>
    private sealed record KeptEdit(long? EntityId, long? Revision, IReadOnlyList<EntryKey> Entries);
}

/// <summary>The edits of a mutation, or why there are none.</summary>
/// <param name="Edits">The edits.</param>
/// <param name="Fields">Where their fields stand in the input; null if they have none.</param>
/// <param name="Refusal">Why there are none.</param>
internal sealed record EditPlan(IReadOnlyList<EntryEdit> Edits, EditFields? Fields, IEditError? Refusal)
{
    public static EditPlan Of(EntryEdit edit) => new([edit], null, null);

    public static EditPlan Refused(IEditError refusal) => new([], null, refusal);
}
