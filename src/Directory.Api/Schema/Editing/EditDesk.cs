using CenterDirectory.Api.Access;
using CenterDirectory.Api.Schema.Errors;
using CenterDirectory.Data;
using CenterDirectory.Importers.Editing;

namespace CenterDirectory.Api.Schema.Editing;

/// <summary>Takes edits from those who may make them, and says what became of them in the words of the schema. One for each request.</summary>
internal sealed class EditDesk(EntryEditor editor, EditedEntries entries, Viewer viewer)
{
    /// <summary>Seconds after which somebody whom an import kept waiting may try again.</summary>
    private const int RetryAfterSeconds = 5;

    /// <summary>Makes edits of one entry; the first of them is about it.</summary>
    /// <param name="edits">The edits.</param>
    /// <param name="fields">Where their fields stand in the input; null if they have none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EditOutcome> MakeAsync(IReadOnlyList<EntryEdit> edits, EditFields? fields, CancellationToken cancellationToken)
    {
        if (fields is { Wrong.Count: > 0 })
        {
            return EditOutcome.Failed([.. fields.Wrong.Select(EditErrors.Unusable)]);
        }

        return OutcomeOf(await editor.ApplyAsync(edits, allOrNothing: true, AuditAsync, cancellationToken), fields);
    }

    /// <summary>Undoes the edits of a revision, if the key may change all that they changed.</summary>
    public async Task<EditOutcome> UndoAsync(int revision, CancellationToken cancellationToken)
    {
        viewer.Require();
        foreach (var entry in await entries.OfRevisionAsync(revision, cancellationToken))
        {
            if (NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), "input", "revision") is { } refusal)
            {
                return EditOutcome.Failed(refusal);
            }
        }

        return OutcomeOf(await editor.UndoAsync(revision, AuditAsync, cancellationToken), null);
    }

    /// <summary>An entry of a global id that the key may change; else why not.</summary>
    /// <param name="id">The id.</param>
    /// <param name="kinds">The types that it may be of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="path">Where the id stands.</param>
    public async Task<(EntryKey? Entry, IEditError? Refusal)> FindAsync(string id, IReadOnlyList<string> kinds, CancellationToken cancellationToken, params string[] path)
    {
        viewer.Require();
        if (await entries.FindAsync(id, kinds, cancellationToken) is not { } entry)
        {
            return (null, NotFoundError.At(path));
        }

        return NotPermittedError.Of(await entries.MayEditAsync(viewer, entry.Kind, entry.Id, cancellationToken), path) is { } refusal ? (null, refusal) : (entry, null);
    }

    /// <summary>Who did it, in the transaction that does it.</summary>
    private Task AuditAsync(DirectoryDb db, long revision, CancellationToken cancellationToken) => Task.CompletedTask;

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
}
