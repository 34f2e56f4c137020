using CenterDirectory.Data;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Applying.Tables;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Running;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Importers.Resolving;

/// <summary>A record by the names that people know: key of its source and the source's own key.</summary>
/// <param name="Source">Key of the source.</param>
/// <param name="ExternalId">The source's key.</param>
public readonly record struct RecordName(string Source, string ExternalId)
{
    /// <summary>Reads <c>source:external-id</c>; false if there is no colon in it.</summary>
    public static bool TryParse(string text, out RecordName name)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        name = colon > 0 && colon < text.Length - 1 ? new RecordName(text[..colon], text[(colon + 1)..]) : default;
        return name.Source is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Source}:{ExternalId}";
}

/// <summary>What became of a judgement.</summary>
public enum JudgementOutcome
{
    /// <summary>It is stored, and the directory follows it.</summary>
    Done,

    /// <summary>No source has stated one of the records.</summary>
    Unknown,

    /// <summary>Both are of one source: its rows are never joined.</summary>
    OneSource,

    /// <summary>There was nothing to take back.</summary>
    Nothing,
}

/// <summary>
/// What people say of records that may be of one entity. A judgement is kept by the keys of the sources, outweighs every rule, and can be
/// taken back at any time.
/// </summary>
public sealed class MatchReview
{
    private readonly IDbContextFactory<DirectoryDb> databases;
    private readonly WriteGate gate;
    private readonly SourceCare care;
    private readonly TimeProvider clock;

    internal MatchReview(IDbContextFactory<DirectoryDb> databases, WriteGate gate, SourceCare care, TimeProvider clock) =>
        (this.databases, this.gate, this.care, this.clock) = (databases, gate, care, clock);

    /// <summary>Says that two records are of one entity, or that they are not.</summary>
    /// <param name="kind">Record kind.</param>
    /// <param name="a">One record.</param>
    /// <param name="b">The other.</param>
    /// <param name="isSame">What they are; null takes back what was said.</param>
    /// <param name="note">Why; may be null.</param>
    /// <param name="cancellationToken">Stops it; nothing has changed then.</param>
    public async Task<JudgementOutcome> JudgeAsync(string kind, RecordName a, RecordName b, bool? isSame, string? note, CancellationToken cancellationToken)
    {
        var (first, second) = Compare(a, b) < 0 ? (a, b) : (b, a);
        if (first.Source == second.Source)
        {
            return JudgementOutcome.OneSource;
        }

        await using var session = await ImportSession.OpenAsync(databases, cancellationToken);
        using var writing = await gate.BeginAsync(session, cancellationToken);
        var records = await FindAsync(session.Db, kind, first, second, cancellationToken);
        var known = await session.Db.MatchJudgements.SingleOrDefaultAsync(
            judgement => judgement.Kind == kind && judgement.FirstSource == first.Source && judgement.FirstKey == first.ExternalId
                && judgement.SecondSource == second.Source && judgement.SecondKey == second.ExternalId,
            cancellationToken);
        if (isSame is null ? known is null : records.Count < 2)
        {
            return isSame is null ? JudgementOutcome.Nothing : JudgementOutcome.Unknown;
        }

        var now = new RunLedger(session, care, clock).Now();
        Store(session.Db, known, new MatchJudgement
        {
            Kind = kind, FirstSource = first.Source, FirstKey = first.ExternalId, SecondSource = second.Source, SecondKey = second.ExternalId,
            IsSame = isSame == true, Note = note, JudgedAt = now,
        }, isRemoved: isSame is null);
        await session.Db.SaveChangesAsync(cancellationToken);
        await ResolveAsync(session, records, now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return JudgementOutcome.Done;
    }

    private static int Compare(RecordName a, RecordName b) =>
        string.CompareOrdinal(a.Source, b.Source) is var order and not 0 ? order : string.CompareOrdinal(a.ExternalId, b.ExternalId);

    private static Task<List<long>> FindAsync(DirectoryDb db, string kind, RecordName a, RecordName b, CancellationToken cancellationToken) =>
        db.SourceRecords.Where(record => record.Kind == kind
                && ((record.Source.Key == a.Source && record.ExternalId == a.ExternalId) || (record.Source.Key == b.Source && record.ExternalId == b.ExternalId)))
            .Select(record => record.Id).ToListAsync(cancellationToken);

    private static void Store(DirectoryDb db, MatchJudgement? known, MatchJudgement judgement, bool isRemoved)
    {
        if (isRemoved)
        {
            db.Remove(known!);
        }
        else if (known is null)
        {
            db.Add(judgement);
        }
        else
        {
            (known.IsSame, known.Note, known.JudgedAt) = (judgement.IsSame, judgement.Note, judgement.JudgedAt);
        }
    }

    /// <summary>Resolves the records again and merges what that moves: an import without a source.</summary>
    private async Task ResolveAsync(ImportSession session, List<long> records, DateTime now, CancellationToken cancellationToken)
    {
        var ledger = new RunLedger(session, care, clock);
        var revision = await ledger.NextRevisionAsync(cancellationToken);
        await StagingTable.CreateAsync(session, cancellationToken);
        var run = new ApplyRun(0, "", revision, now, int.MaxValue, new IssueSink(), null, DeferredIndexes.LargeLoad) { Judged = records };
        var changes = await new PlanApplier(session, new EntityTables(session.Db.Model), run).ApplyAsync(cancellationToken);
        if (changes > 0)
        {
            await ledger.AddRevisionAsync(revision, null, changes, now, cancellationToken);
        }
    }
}
