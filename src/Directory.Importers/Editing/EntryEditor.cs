using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Editing;

/// <summary>
/// Writes what people say of their own entries, on the way that imports go: records of a source of the highest priority, merged with all others into
/// one revision. Nothing that others state is touched; it shows again when an edit is undone.
/// </summary>
public sealed class EntryEditor
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly WriteGate gate;
    private readonly SourceCare care;
    private readonly TimeProvider clock;
    private EntityTables? tables;

    /// <summary>How long an edit waits for its turn: a large import writes for some seconds.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    internal EntryEditor(IDbContextFactory<DirectoryDb> databases, WriteGate gate, SourceCare care, TimeProvider clock) =>
        (this.databases, this.gate, this.care, this.clock) = (databases, gate, care, clock);

    /// <summary>Makes edits, as one revision.</summary>
    /// <param name="edits">The edits, in order.</param>
    /// <param name="allOrNothing">Whether one that is wrong stops all.</param>
    /// <param name="record">Writes down who did it, in the same transaction; may be null.</param>
    /// <param name="cancellationToken">Stops it; nothing has changed then.</param>
    public Task<EditReceipt> ApplyAsync(IReadOnlyList<EntryEdit> edits, bool allOrNothing, RecordOfEdit? record, CancellationToken cancellationToken) =>
        InTurnAsync(record, async work =>
        {
            var results = new List<(EditedRecord? Record, IReadOnlyList<EditProblem> Problems)>();
            foreach (var edit in edits)
            {
                results.Add(await work.TakeAsync(edit, cancellationToken));
            }

            return results;
        }, allOrNothing, cancellationToken);

    /// <summary>Undoes the edits of a revision: what they changed says again what it said before.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="record">Writes down who did it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<EditReceipt> UndoAsync(long revision, RecordOfEdit? record, CancellationToken cancellationToken) =>
        InTurnAsync(record, work => work.UndoAsync(revision, cancellationToken), allOrNothing: true, cancellationToken);

    private async Task<EditReceipt> InTurnAsync(
        RecordOfEdit? record, Func<EditOrder, Task<List<(EditedRecord? Record, IReadOnlyList<EditProblem> Problems)>>> decide, bool allOrNothing,
        CancellationToken cancellationToken)
    {
        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        using var writing = await TurnAsync(session, cancellationToken);
        if (writing is null)
        {
            return new EditReceipt(null, 0, []) { IsBusy = true };
        }

        var ledger = new RunLedger(session, care, clock);
        var source = await SourceAsync(session.Db, cancellationToken);
        var next = await ledger.NextRevisionAsync(cancellationToken);
        var work = new EditOrder(session, source.Id, await ReferenceResolver.OpenAsync(session, cancellationToken));
        var results = await decide(work);
        var changed = work.Changed;
        if (changed.Count == 0 || (allOrNothing && results.Exists(result => result.Problems.Count > 0)))
        {
            return new EditReceipt(null, next - 1, [.. results.Select(result => ResultOf(result, []))]);
        }

        var now = ledger.Now();
        await WriteAsync(session, source, changed, next, now, cancellationToken);
        var ids = await EntitiesAsync(session.Db, source.Id, changed, cancellationToken);
        var receipt = new EditReceipt(next, next, [.. results.Select(result => ResultOf(result, ids))]);
        if (record is not null)
        {
            await record(session.Db, receipt, cancellationToken);
            await session.Db.SaveChangesAsync(cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return receipt;
    }

    /// <summary>Waits for the turn to write; null if that takes too long.</summary>
    private async Task<IDisposable?> TurnAsync(ImportSession session, CancellationToken cancellationToken)
    {
        using var impatient = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatient.Token);
        try
        {
            return await gate.BeginAsync(session, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static EditResult ResultOf((EditedRecord? Record, IReadOnlyList<EditProblem> Problems) result, Dictionary<(string, string), long> ids) => result.Record is { } record
        ? new EditResult(record.Schema.Kind, ids.GetValueOrDefault((record.Schema.Kind, record.ExternalId), record.EntityId ?? 0), result.Problems)
        {
            IsThere = record.After is not null || SelfService.IsAmendment(record.ExternalId),
        }
        : new EditResult("", 0, result.Problems);

    private async Task WriteAsync(
        ImportSession session, Source source, List<EditedRecord> changed, long revision, DateTime now, CancellationToken cancellationToken)
    {
        Judge(session.Db, changed, now);
        await session.Db.SaveChangesAsync(cancellationToken);
        await new EditStaging(session).WriteAsync(changed, cancellationToken);
        var run = new ApplyRun(source.Id, source.Key, revision, now, GraceRuns: 0, new IssueSink(), null, DeferredIndexes.LargeLoad);
        var ledger = new RunLedger(session, care, clock);
        var changes = await new PlanApplier(session, tables ??= new EntityTables(session.Db.Model), run).ApplyAsync(cancellationToken);
        await ledger.AddRevisionAsync(revision, null, changes, now, cancellationToken);
        session.Db.AddRange(changed.Where(record => IsKept(record.Schema.Kind)).Select(record => new RecordEdit
        {
            RevisionNumber = (int)revision, Kind = record.Schema.Kind, ExternalId = record.ExternalId,
            Before = record.Before?.ToJsonString(PayloadJson.Options), After = record.After?.ToJsonString(PayloadJson.Options),
        }));
        source.LastSuccessAt = now;
        await session.Db.SaveChangesAsync(cancellationToken);
        source.RecordCount = await session.Db.SourceRecords.CountAsync(row => row.SourceId == source.Id && row.RetiredAt == null, cancellationToken);
        await session.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>People can be erased: what was said of them is not kept.</summary>
    private static bool IsKept(string kind) => kind is not (nameof(Data.Entities.Person) or nameof(Data.Entities.Links.PersonRole));

    /// <summary>Where records of several sources are joined by rules, somebody has to say that an amendment is of its entry.</summary>
    private static void Judge(DirectoryDb db, List<EditedRecord> changed, DateTime now)
    {
        foreach (var record in changed.Where(record => record is { RecordId: null, Anchor: not null } && RulesByKind.Kinds.Contains(record.Schema.Kind)))
        {
            (string Source, string Key)[] pair = [record.Anchor!.Value, (SelfService.Key, record.ExternalId)];
            Array.Sort(pair, static (a, b) => string.CompareOrdinal(a.Source, b.Source) is var order and not 0 ? order : string.CompareOrdinal(a.Key, b.Key));
            db.Add(new MatchJudgement
            {
                Kind = record.Schema.Kind, FirstSource = pair[0].Source, FirstKey = pair[0].Key, SecondSource = pair[1].Source, SecondKey = pair[1].Key,
                IsSame = true, Note = SelfService.Title, JudgedAt = now,
            });
        }
    }

    private static async Task<Source> SourceAsync(DirectoryDb db, CancellationToken cancellationToken)
    {
        var source = await db.Sources.SingleOrDefaultAsync(row => row.Key == SelfService.Key, cancellationToken);
        if (source is null)
        {
            source = new Source
            {
                Key = SelfService.Key, Title = SelfService.Title, Format = SelfService.Key, Priority = SelfService.Priority,
                Health = SourceHealth.Of(SourceHealthState.Ok, HealthMessages.Well),
            };
            db.Add(source);
            await db.SaveChangesAsync(cancellationToken);
        }

        return source;
    }

    private static async Task<Dictionary<(string, string), long>> EntitiesAsync(
        DirectoryDb db, long sourceId, List<EditedRecord> records, CancellationToken cancellationToken)
    {
        string[] keys = [.. records.Select(record => record.ExternalId)];
        var rows = await db.SourceRecords.AsNoTracking()
            .Where(row => row.SourceId == sourceId && row.EntityId != null && Enumerable.Contains(keys, row.ExternalId))
            .Select(row => new { row.Kind, row.ExternalId, row.EntityId }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.Kind, row.ExternalId), row => row.EntityId!.Value);
    }
}

/// <summary>Writes down who made an edit, into the transaction that makes it.</summary>
/// <param name="db">The directory; what is added to it is saved.</param>
/// <param name="receipt">What becomes of the edit when the transaction is committed.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task RecordOfEdit(DirectoryDb db, EditReceipt receipt, CancellationToken cancellationToken);
