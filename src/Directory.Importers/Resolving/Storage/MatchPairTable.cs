using CenterDirectory.Data.Bulk;
using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Resolving.Rules;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>The pairs that are of one entity, or may be.</summary>
internal sealed class MatchPairTable(ImportSession session)
{
    private readonly RowStatement insert = session.Prepare(
        """
        INSERT INTO "MatchPairs" ("FirstId", "SecondId", "Decision", "Score", "Reasons") VALUES (@first, @second, @decision, @score, @reasons)
        ON CONFLICT ("FirstId", "SecondId") DO UPDATE SET "Decision" = excluded."Decision", "Score" = excluded."Score", "Reasons" = excluded."Reasons"
        """,
        "@first", "@second", "@decision", "@score", "@reasons");

    private readonly RowStatement deleteFirst = session.Prepare("""DELETE FROM "MatchPairs" WHERE "FirstId" = @id""", "@id");
    private readonly RowStatement deleteSecond = session.Prepare("""DELETE FROM "MatchPairs" WHERE "SecondId" = @id""", "@id");

    private readonly RowReader of = session.Rows(
        """
        SELECT "SecondId", CAST(ROUND("Score" * 1000) AS INTEGER), "Reasons", "Decision" FROM "MatchPairs" WHERE "FirstId" = @a
        UNION ALL SELECT "FirstId", CAST(ROUND("Score" * 1000) AS INTEGER), "Reasons", "Decision" FROM "MatchPairs" WHERE "SecondId" = @a
        """);

    public void Add((long A, long B) pair, MatchVerdict verdict) =>
        insert.Execute([pair.A, pair.B, (long)verdict.Decision, Rounded(verdict.Score), (long)verdict.Reasons]);

    /// <summary>Scores are kept in thousandths: what is computed and what is read again must sort alike.</summary>
    public static double Rounded(double score) => Math.Round(score * 1000) / 1000;

    /// <summary>Takes a record out of all its pairs.</summary>
    /// <returns>The others of them.</returns>
    public List<long> Remove(long id)
    {
        var others = Of(id).ConvertAll(edge => edge.B);
        if (others.Count > 0)
        {
            deleteFirst.Execute([id]);
            deleteSecond.Execute([id]);
        }

        return others;
    }

    /// <summary>The records that are of the same entity as one.</summary>
    public List<RecordEdge> EdgesOf(long id) => Of(id, MatchDecision.Same);

    private List<RecordEdge> Of(long id, MatchDecision least = MatchDecision.Doubtful)
    {
        var edges = new List<RecordEdge>();
        of.Start(id);
        while (of.Read())
        {
            if (of.Number(3) >= (long)least)
            {
                edges.Add(new RecordEdge(id, of.Number(0), of.Number(1) / 1000.0, (MatchReason)of.Number(2)));
            }
        }

        return edges;
    }
}
