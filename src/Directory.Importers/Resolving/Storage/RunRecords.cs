namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>The records of a kind that a run has to resolve: what was added, changed or came back, and what it takes along.</summary>
internal sealed class RunRecords
{
    /// <summary>Where which record stands, as soon as they are not in order.</summary>
    private Dictionary<long, int>? places;

    /// <summary>Ids, also of records that have no row yet.</summary>
    public List<long> Ids { get; } = [];

    /// <summary>Where a record is staged; 0 if it is not.</summary>
    public List<long> Staged { get; } = [];

    public List<long> Sources { get; } = [];

    /// <summary>Records that come back after they were retired: what they stood for others may stand for by now.</summary>
    public HashSet<long> Returned { get; } = [];

    /// <summary>Records before this one are known to have been; later ones are new.</summary>
    public required long LastKnownId { get; init; }

    /// <summary>Whether all are of one source: none of them is paired with another one of the run.</summary>
    public bool AreOfOneSource { get; private set; } = true;

    /// <summary>Whether they came in the order of their ids.</summary>
    public bool AreInOrder { get; private set; } = true;

    public int Add(long id, long staged, long source)
    {
        if (AreInOrder && Ids.Count > 0 && Ids[^1] >= id)
        {
            AreInOrder = false;
            places = Ids.Index().ToDictionary(known => known.Item, known => known.Index);
        }

        AreOfOneSource &= Sources.Count == 0 || Sources[0] == source;
        places?.Add(id, Ids.Count);
        Ids.Add(id);
        Staged.Add(staged);
        Sources.Add(source);
        return Ids.Count - 1;
    }

    public bool Contains(long id) => PlaceOf(id) >= 0;

    public long StagedOf(long id) => PlaceOf(id) is var place and >= 0 ? Staged[place] : 0;

    public bool IsNew(long id) => id > LastKnownId;

    private int PlaceOf(long id) => places is null ? Ids.BinarySearch(id) : places.TryGetValue(id, out var place) ? place : -1;
}
