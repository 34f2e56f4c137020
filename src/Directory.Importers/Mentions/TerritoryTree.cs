using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Mentions;

/// <summary>Which territory lies in which.</summary>
internal sealed class TerritoryTree
{
    /// <summary>A chain of territories is never longer, unless a source draws a circle.</summary>
    private const int Deepest = 12;

    private readonly Dictionary<long, (long? Parent, TerritoryKind Kind)> known = [];

    public void Add(long id, long? parent, TerritoryKind kind) => known[id] = (parent, kind);

    public TerritoryKind? KindOf(long id) => known.TryGetValue(id, out var territory) ? territory.Kind : null;

    /// <summary>Whether one is the other or contains it.</summary>
    public bool Contains(long outer, long inner)
    {
        long? at = inner;
        for (var depth = 0; at is { } id && depth < Deepest; depth++)
        {
            if (id == outer)
            {
                return true;
            }

            at = known.TryGetValue(id, out var territory) ? territory.Parent : null;
        }

        return false;
    }

    public bool AreOnOneLine(long one, long other) => Contains(one, other) || Contains(other, one);
}

/// <summary>The places a text is about: what its publisher states, and what it names without doubt. The country says nothing.</summary>
internal sealed class PlaceContext(TerritoryTree tree)
{
    private readonly HashSet<long> places = [];

    public void Add(long territory)
    {
        if (tree.KindOf(territory) is not (null or TerritoryKind.Country))
        {
            places.Add(territory);
        }
    }

    /// <summary>Whether an entry of that place may well be meant.</summary>
    public Agreement With(long? territory) =>
        territory is not { } id || places.Count == 0 || tree.KindOf(id) is null or TerritoryKind.Country ? Agreement.Unknown
        : places.Any(place => tree.AreOnOneLine(place, id)) ? Agreement.Agrees
        : Agreement.Differs;

    /// <summary>Whether a territory lies in one of the places, or is one.</summary>
    public bool Holds(long territory) => places.Any(place => tree.Contains(place, territory));
}

internal enum Agreement
{
    Unknown,
    Agrees,
    Differs,
}
