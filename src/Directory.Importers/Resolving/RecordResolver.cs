using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Applying;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Resolving.Storage;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving;

/// <summary>
/// Decides for the records of one kind which of them speak of one entity: a function of the live records and of judgements. A run looks at
/// the records it brings, changes or takes away, and at what is connected with them; all others are as they were.
/// </summary>
/// <param name="session">The connection of the run.</param>
/// <param name="run">The run.</param>
/// <param name="kind">Record kind.</param>
internal sealed class RecordResolver(ImportSession session, ApplyRun run, string kind)
{
    private const string HasOthers =
        """
        SELECT EXISTS (SELECT 1 FROM "Sources" AS s WHERE s."Id" <> @source AND EXISTS (
            SELECT 1 FROM "SourceRecords" AS r WHERE r."SourceId" = s."Id" AND r."Kind" = @kind))
        """;

    private static readonly LocalizedText Conflict = new(
        "Тот же номер (ОГРН или ИНН) стоит в другом источнике у организации с другим названием; записи не объединены. Сверьте номер; решить может человек: matches list.",
        "Another source states the same number (ОГРН or ИНН) for an organization of another name; the records were not joined. Check the number; a person can decide: matches list.");

    private readonly MatchRules rules = RulesByKind.For(kind)!;
    private readonly RulesPool pool = new(kind);
    private readonly MatchPairTable pairs = new(session);
    private readonly List<(long Staged, MatchVerdict Verdict)> conflicts = [];
    private RunRecords records = null!;
    private RecordGatherer gatherer = null!;
    private Judgements judgements = null!;
    private Components components = null!;

    /// <summary>Resolves.</summary>
    /// <param name="lastRecordId">Id behind which new records get theirs.</param>
    /// <param name="last">The last entity id that is taken.</param>
    /// <param name="again">Records that are to be resolved although nothing about them has changed; all live ones if null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The last entity id that is taken now.</returns>
    public async Task<long> ResolveAsync(long lastRecordId, long last, IReadOnlyCollection<long>? again, CancellationToken cancellationToken)
    {
        var hadPairs = await session.CountAsync("""SELECT EXISTS (SELECT 1 FROM "MatchPairs")""", cancellationToken) > 0;
        var table = new MatchKeyTable(session);
        records = new RunRecords { LastKnownId = lastRecordId };
        gatherer = new RecordGatherer(session, rules, pool, table, pairs, records);
        await gatherer.GatherAsync(run.SourceId, run.GraceRuns);
        await StepMemory.GiveBackAsync(records.Ids.Count);
        gatherer.WriteKeys();
        await gatherer.AddAsync(again ?? await LiveAsync(cancellationToken));
        if (records.Ids.Count == 0 && gatherer.Gone.Count == 0)
        {
            return last;
        }

        judgements = await Judgements.ReadAsync(session, kind, run.SourceKey, lastRecordId, gatherer.Gone, cancellationToken);
        components = new Components(pairs, judgements, records, hadPairs);
        var returning = await PairAsync(table, cancellationToken);
        gatherer.DropKeys();
        await StepMemory.GiveBackAsync(records.Ids.Count);
        var entities = Group();
        entities.AddReturning(returning, gatherer.Gone);
        await TellConflictsAsync(cancellationToken);
        return entities.Write(last, gatherer.Gone);
    }

    private Task<List<long>> LiveAsync(CancellationToken cancellationToken) => session.QueryAsync(
        """SELECT "Id" FROM "SourceRecords" WHERE "Kind" = @kind AND "RetiredAt" IS NULL""", reader => reader.GetInt64(0), cancellationToken, ("@kind", kind));

    /// <summary>Finds and judges the pairs of the run's records, and of those whose keys have become too common, or are so no more.</summary>
    private async Task<List<(int Record, long Retired)>> PairAsync(MatchKeyTable table, CancellationToken cancellationToken)
    {
        List<(int, long)> returning = [];
        var crossed = new HashSet<long>();
        var hasOthers = await session.CountAsync(HasOthers, cancellationToken, ("@kind", kind), ("@source", run.SourceId)) > 0;
        while (true)
        {
            var finder = new PairFinder(table, records, gatherer.Keys, gatherer.Removed, hasOthers);
            finder.Find();
            returning = finder.Returning;
            var fresh = finder.Crossed.Where(crossed.Add).ToList();
            if (fresh.Count == 0 || !await gatherer.AddAsync(MembersOf(fresh, table)))
            {
                await JudgeAsync(finder, cancellationToken);
                return returning;
            }
        }
    }

    private static List<long> MembersOf(List<long> keys, MatchKeyTable table) =>
        [.. keys.SelectMany(table.Members).Where(member => member.SourceId > 0).Select(member => member.RecordId).Distinct()];

    private async Task JudgeAsync(PairFinder finder, CancellationToken cancellationToken)
    {
        finder.Plain.Sort();
        finder.Others.Sort();
        foreach (var pair in finder.Plain)
        {
            Take(pair, new MatchVerdict(MatchDecision.Same, 1, MatchReason.OgrnEqual | MatchReason.NameEqual));
        }

        var doubtful = new DoubtfulPairs();
        await new PairComparer(new Payloads(session, rules, records), pool).CompareAsync(
            [.. finder.Others],
            (pair, verdict) =>
            {
                if (verdict.Decision == MatchDecision.Doubtful)
                {
                    doubtful.Add(pair, verdict);
                }
                else if (verdict.Decision != MatchDecision.Different)
                {
                    Take(pair, verdict);
                }
            },
            cancellationToken);
        foreach (var (pair, verdict) in doubtful.Best())
        {
            Take(pair, verdict);
        }
    }

    private void Take((long A, long B) pair, MatchVerdict verdict)
    {
        pairs.Add(pair, verdict);
        if (verdict.Decision == MatchDecision.Same)
        {
            components.Add(new RecordEdge(pair.A, pair.B, MatchPairTable.Rounded(verdict.Score), verdict.Reasons));
        }
        else if (verdict.Decision == MatchDecision.Conflict && !judgements.Has(pair)
            && Math.Max(records.StagedOf(pair.A), records.StagedOf(pair.B)) is var staged and > 0)
        {
            conflicts.Add((staged, verdict));
        }
    }

    private EntityAssignment Group()
    {
        foreach (var id in records.Ids.Where(id => !records.IsNew(id)).Concat(gatherer.Affected).Concat(judgements.Records).Where(id => !gatherer.Gone.Contains(id)))
        {
            components.Add(id);
        }

        components.Complete();
        var entities = new EntityAssignment(session, kind, records);
        var nodes = new NodeReader(session, new Payloads(session, rules, records), records, run.SourceKey);
        foreach (var (members, edges) in components.All())
        {
            if (members.Count == 1 || (members.Count == 2 && edges.Count == 1 && !edges[0].IsJudged && !judgements.Apart.Contains(Grouping.Pair(members[0], members[1]))))
            {
                entities.Add(members);
                continue;
            }

            foreach (var group in Grouping.Decide(members.ConvertAll(nodes.Read), edges, judgements.Apart))
            {
                entities.Add(group.ConvertAll(node => node.Id));
            }
        }

        return entities;
    }

    private async Task TellConflictsAsync(CancellationToken cancellationToken)
    {
        foreach (var staged in conflicts.Select(conflict => conflict.Staged).Distinct())
        {
            var place = await session.QueryAsync(
                """SELECT "Table", "Row" FROM staged WHERE "Id" = @id""", reader => (Table: reader.GetString(0), Row: reader.GetInt32(1)), cancellationToken, ("@id", staged));
            run.Issues.Add(new RecordIssue(IssueSeverity.Warning, "match-conflict", place[0].Table, place[0].Row, null, Conflict));
        }
    }
}
