using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Running;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>What people said of records that are live when the run is over.</summary>
internal sealed class Judgements
{
    private readonly Dictionary<long, List<long>> joined = [];

    /// <summary>Pairs told apart.</summary>
    public HashSet<(long, long)> Apart { get; } = [];

    /// <summary>All records that were judged.</summary>
    public HashSet<long> Records { get; } = [];

    public bool Has((long, long) pair) => Apart.Contains(pair) || (joined.TryGetValue(pair.Item1, out var others) && others.Contains(pair.Item2));

    /// <summary>The records that somebody said are of the same entity as one.</summary>
    public IReadOnlyList<long> SameAs(long id) => joined.GetValueOrDefault(id) ?? [];

    public static async Task<Judgements> ReadAsync(
        ImportSession session, string kind, string sourceKey, long lastKnownId, IReadOnlySet<long> gone, CancellationToken cancellationToken)
    {
        var judgements = new Judgements();
        var rows = await session.QueryAsync(
            """
            SELECT "FirstSource", "FirstKey", "SecondSource", "SecondKey", "IsSame" FROM "MatchJudgements" WHERE "Kind" = @kind
            """,
            reader => (First: (reader.GetString(0), reader.GetString(1)), Second: (reader.GetString(2), reader.GetString(3)), IsSame: reader.GetBoolean(4)),
            cancellationToken, ("@kind", kind));
        if (rows.Count == 0)
        {
            return judgements;
        }

        var stored = session.Prepare(
            """
            SELECT r."Id" FROM "SourceRecords" AS r JOIN "Sources" AS s ON s."Id" = r."SourceId"
            WHERE s."Key" = @source AND r."Kind" = @kind AND r."ExternalId" = @id AND r."RetiredAt" IS NULL
            """,
            "@source", "@kind", "@id");
        var staged = session.Prepare(
            """SELECT COALESCE("RecordId", @last + "Id") FROM staged WHERE "Kind" = @kind AND "ExternalId" = @id AND "Action" <> 0""", "@last", "@kind", "@id");
        long? Find((string Source, string Key) of) =>
            (of.Source == sourceKey ? (long?)staged.Scalar([lastKnownId, kind, of.Key]) : null) ?? (long?)stored.Scalar([of.Source, kind, of.Key]);
        foreach (var (first, second, isSame) in rows)
        {
            if (Find(first) is { } a && Find(second) is { } b && !gone.Contains(a) && !gone.Contains(b))
            {
                judgements.Add(a, b, isSame);
            }
        }

        return judgements;
    }

    private void Add(long a, long b, bool isSame)
    {
        Records.Add(a);
        Records.Add(b);
        if (!isSame)
        {
            Apart.Add(Grouping.Pair(a, b));
            return;
        }

        foreach (var (one, other) in new[] { (a, b), (b, a) })
        {
            if (!joined.TryGetValue(one, out var others))
            {
                joined.Add(one, others = []);
            }

            others.Add(other);
        }
    }
}
