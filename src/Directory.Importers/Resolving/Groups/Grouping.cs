namespace CenterDirectory.Importers.Resolving.Groups;

/// <summary>
/// Parts records into entities: a function of the records, their edges and the judgements, whatever the order in which they are given. An
/// entity has one record of a source at most, one ОГРН at most, and no two records that a person told apart.
/// </summary>
internal static class Grouping
{
    /// <summary>Of two records that fit by name, one must fit better by so much, or neither is taken.</summary>
    private const double Margin = 0.03;

    /// <param name="nodes">The records; none that is connected with one of them by an edge is missing.</param>
    /// <param name="edges">Pairs of one entity; those told apart by a person are left out by their being in <paramref name="apart"/>.</param>
    /// <param name="apart">Pairs that a person told apart.</param>
    /// <returns>The records of each entity, in the order of their keys.</returns>
    public static List<List<RecordNode>> Decide(IEnumerable<RecordNode> nodes, IReadOnlyCollection<RecordEdge> edges, IReadOnlySet<(long, long)> apart)
    {
        var ordered = nodes.ToList();
        ordered.Sort(RecordNode.Compare);
        var rank = new Dictionary<long, int>(ordered.Count);
        for (var i = 0; i < ordered.Count; i++)
        {
            rank.Add(ordered[i].Id, i);
        }

        var clusters = ordered.ConvertAll(node => new Cluster(node));
        var usable = edges.Where(edge => !apart.Contains(Pair(edge.A, edge.B))).ToList();
        var ambiguous = Ambiguous(usable, id => ordered[rank[id]].SourceKey);
        foreach (var edge in usable.Where(edge => !ambiguous.Contains(Pair(edge.A, edge.B)))
            .OrderByDescending(edge => edge.IsJudged).ThenByDescending(edge => edge.Score)
            .ThenBy(edge => Math.Min(rank[edge.A], rank[edge.B])).ThenBy(edge => Math.Max(rank[edge.A], rank[edge.B])))
        {
            Join(clusters, rank[edge.A], rank[edge.B], edge.IsJudged, apart);
        }

        return [.. clusters.Distinct().Select(cluster => cluster.Nodes)];
    }

    /// <summary>The lower id first.</summary>
    public static (long, long) Pair(long a, long b) => a < b ? (a, b) : (b, a);

    /// <summary>
    /// Edges by name of which one end fits as well to a second record that is not known to be the same as the first: two «Надежда» of one
    /// town, or a name without a number that two numbers carry.
    /// </summary>
    public static HashSet<(long, long)> Ambiguous(IReadOnlyCollection<RecordEdge> edges, Func<long, string> sourceOf)
    {
        var connected = edges.Select(edge => Pair(edge.A, edge.B)).ToHashSet();
        var ambiguous = new HashSet<(long, long)>();
        var byEnd = edges.Where(edge => edge.IsByName).SelectMany(edge => new[] { (End: edge.A, Other: edge.B, Edge: edge), (End: edge.B, Other: edge.A, Edge: edge) })
            .GroupBy(side => side.End).Where(sides => sides.Skip(1).Any());
        foreach (var sides in byEnd)
        {
            foreach (var side in sides)
            {
                if (sides.Any(rival => rival.Other != side.Other && rival.Edge.Score > side.Edge.Score - Margin
                    && (sourceOf(rival.Other) == sourceOf(side.Other) || !connected.Contains(Pair(rival.Other, side.Other)))))
                {
                    ambiguous.Add(Pair(side.End, side.Other));
                }
            }
        }

        return ambiguous;
    }

    private static void Join(List<Cluster> clusters, int a, int b, bool isJudged, IReadOnlySet<(long, long)> apart)
    {
        var (kept, joined) = (clusters[a], clusters[b]);
        if (kept == joined || !kept.CanTake(joined, isJudged, apart))
        {
            return;
        }

        kept.Take(joined);
        for (var i = 0; i < clusters.Count; i++)
        {
            if (clusters[i] == joined)
            {
                clusters[i] = kept;
            }
        }
    }

    /// <summary>Records that are of one entity so far.</summary>
    private sealed class Cluster(RecordNode first)
    {
        public List<RecordNode> Nodes { get; } = [first];

        public bool CanTake(Cluster other, bool isJudged, IReadOnlySet<(long, long)> apart) => Nodes.TrueForAll(mine => other.Nodes.TrueForAll(theirs =>
            mine.SourceKey != theirs.SourceKey
            && (isJudged || mine.Number is null || theirs.Number is null || mine.Number == theirs.Number)
            && !apart.Contains(Pair(mine.Id, theirs.Id))));

        public void Take(Cluster other)
        {
            Nodes.AddRange(other.Nodes);
            Nodes.Sort(RecordNode.Compare);
        }
    }
}
