using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Reads what grouping has to know of records.</summary>
internal sealed class NodeReader(ImportSession session, Payloads payloads, RunRecords records, string sourceKey)
{
    private readonly RowQuery stored = session.PrepareQuery(
        """SELECT s."Key", r."ExternalId" FROM "SourceRecords" AS r JOIN "Sources" AS s ON s."Id" = r."SourceId" WHERE r."Id" = @id""", "@id");

    private readonly RowQuery staged = session.PrepareQuery("""SELECT "ExternalId" FROM staged WHERE "Id" = @id""", "@id");

    public RecordNode Read(long id)
    {
        var facts = payloads.FactsOf(id);
        var number = facts.HasGoodOgrn ? facts.Ogrn!.Value : null;
        if (records.IsNew(id))
        {
            using var fresh = staged.Read(records.StagedOf(id));
            fresh.Read();
            return new RecordNode(id, sourceKey, fresh.GetString(0), number);
        }

        using var known = stored.Read(id);
        known.Read();
        return new RecordNode(id, known.GetString(0), known.GetString(1), number);
    }
}

/// <summary>Keeps the best doubtful pairs of each record: a person can look at a few.</summary>
internal sealed class DoubtfulPairs
{
    private const int MostOfOne = 5;

    private readonly List<((long A, long B) Pair, Rules.MatchVerdict Verdict)> all = [];

    public void Add((long A, long B) pair, Rules.MatchVerdict verdict) => all.Add((pair, verdict));

    public IEnumerable<((long A, long B) Pair, Rules.MatchVerdict Verdict)> Best()
    {
        var counts = new Dictionary<long, int>();
        foreach (var candidate in all.OrderByDescending(candidate => candidate.Verdict.Score).ThenBy(candidate => candidate.Pair))
        {
            var (a, b) = (counts.GetValueOrDefault(candidate.Pair.A), counts.GetValueOrDefault(candidate.Pair.B));
            if (a < MostOfOne && b < MostOfOne)
            {
                (counts[candidate.Pair.A], counts[candidate.Pair.B]) = (a + 1, b + 1);
                yield return candidate;
            }
        }
    }
}
