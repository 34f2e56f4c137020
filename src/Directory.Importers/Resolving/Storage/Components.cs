using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>
/// The records whose entity may be another than before, with all that is connected with them by edges: what is decided for them is decided
/// for good, nothing outside has a say.
/// </summary>
internal sealed class Components(MatchPairTable pairs, Judgements judgements, RunRecords records, bool hasEarlierPairs)
{
    private readonly Dictionary<long, int> places = [];
    private readonly List<long> ids = [];
    private readonly List<int> roots = [];
    private readonly HashSet<(long, long)> seen = [];

    public List<RecordEdge> Edges { get; } = [];

    /// <summary>Adds an edge that was found in this run.</summary>
    public void Add(RecordEdge edge)
    {
        Connect(edge);
    }

    /// <summary>Adds a record, and later what is connected with it.</summary>
    public void Add(long id) => PlaceOf(id);

    /// <summary>Follows the edges that were there before, and judgements, from all records on.</summary>
    public void Complete()
    {
        for (var at = 0; at < ids.Count; at++)
        {
            var id = ids[at];
            if (hasEarlierPairs && !records.IsNew(id))
            {
                pairs.EdgesOf(id).ForEach(Connect);
            }

            foreach (var other in judgements.SameAs(id))
            {
                Connect(new RecordEdge(id, other, 1, MatchReason.Judged));
            }
        }
    }

    /// <summary>The records of each component, with its edges.</summary>
    public IEnumerable<(List<long> Records, List<RecordEdge> Edges)> All()
    {
        var order = Enumerable.Range(0, ids.Count).OrderBy(RootOf).ToArray();
        Edges.Sort((a, b) => RootOf(places[a.A]).CompareTo(RootOf(places[b.A])));
        var edge = 0;
        for (var from = 0; from < order.Length;)
        {
            var root = RootOf(order[from]);
            var (members, edges) = (new List<long>(), new List<RecordEdge>());
            for (; from < order.Length && RootOf(order[from]) == root; from++)
            {
                members.Add(ids[order[from]]);
            }

            for (; edge < Edges.Count && RootOf(places[Edges[edge].A]) == root; edge++)
            {
                edges.Add(Edges[edge]);
            }

            yield return (members, edges);
        }
    }

    private void Connect(RecordEdge edge)
    {
        var (a, b) = (RootOf(PlaceOf(edge.A)), RootOf(PlaceOf(edge.B)));
        var pair = Grouping.Pair(edge.A, edge.B);
        if (edge.IsJudged)
        {
            // What a person said counts in place of what was computed.
            Edges.RemoveAll(other => Grouping.Pair(other.A, other.B) == pair);
        }
        else if (seen.Contains(pair))
        {
            return;
        }

        if (seen.Add(pair) || edge.IsJudged)
        {
            Edges.Add(edge);
        }

        if (a != b)
        {
            roots[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    private int PlaceOf(long id)
    {
        if (!places.TryGetValue(id, out var place))
        {
            place = ids.Count;
            places.Add(id, place);
            ids.Add(id);
            roots.Add(place);
        }

        return place;
    }

    private int RootOf(int place)
    {
        while (roots[place] != place)
        {
            place = roots[place] = roots[roots[place]];
        }

        return place;
    }
}
