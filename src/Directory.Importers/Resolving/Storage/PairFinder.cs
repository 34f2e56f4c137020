using CenterDirectory.Importers.Resolving.Groups;
using CenterDirectory.Importers.Resolving.Rules;

namespace CenterDirectory.Importers.Resolving.Storage;

/// <summary>Finds the pairs of records that share a key and are of different sources. All keys of the run are in the table by now.</summary>
/// <param name="table">All keys.</param>
/// <param name="records">The records of the run.</param>
/// <param name="keys">Their keys, sorted.</param>
/// <param name="removed">How many records lost a key in this run.</param>
/// <param name="hasOthers">Whether any other source states records of the kind; without one there are no pairs, only records that return.</param>
internal sealed class PairFinder(MatchKeyTable table, RunRecords records, List<KeyRow> keys, IReadOnlyDictionary<long, int> removed, bool hasOthers)
{
    /// <summary>A key of more records brings nobody together: a name that so many carry identifies none of them.</summary>
    private const int MostOfName = 60;

    /// <summary>A single word brings together fewer: many names have it.</summary>
    private const int MostOfWord = 20;

    /// <summary>From so many keys on, walking through all keys of the table costs less than looking each of them up.</summary>
    private const int ManyKeys = 20_000;

    private readonly HashSet<(long, long)> seen = [];

    /// <summary>Pairs whose number and name are equal, which is all that has to be known of them.</summary>
    public List<(long A, long B)> Plain { get; } = [];

    /// <summary>Pairs that have to be compared.</summary>
    public List<(long A, long B)> Others { get; } = [];

    /// <summary>Retired records that had a number or code of a new one: place of the new record, id of the old one.</summary>
    public List<(int Record, long Retired)> Returning { get; } = [];

    /// <summary>Keys that more records share than may be, since this run or until now: their records have to be paired anew.</summary>
    public List<long> Crossed { get; } = [];

    public void Find()
    {
        foreach (var sort in (ReadOnlySpan<MatchKeySort>)[MatchKeySort.Ogrn, MatchKeySort.Inn, MatchKeySort.Declared])
        {
            Find(sort, sort);
        }

        // Nobody returns by a name.
        if (hasOthers)
        {
            FindByName();
        }
    }

    private void FindByName()
    {
        Find(MatchKeySort.Name, MatchKeySort.Name);
        Find(MatchKeySort.Name, MatchKeySort.NumberedName);
        Find(MatchKeySort.NumberedName, MatchKeySort.Name);
        // In their order: the next one often lies on the page of the last.
        foreach (var (key, lost) in removed.OrderBy(pair => pair.Key))
        {
            var most = MostOf(key);
            if (table.Count(key, most + 1) is var left && left <= most && left + lost > most)
            {
                Cross(key);
            }
        }
    }

    private void Find(MatchKeySort mine, MatchKeySort theirs)
    {
        if (records.AreOfOneSource && !table.Had(theirs))
        {
            return;
        }

        var (from, to) = Segment(mine);
        if (to - from < ManyKeys)
        {
            for (var at = from; at < to; at = EndOf(at, to))
            {
                var key = Rules.MatchKey.AsSort(keys[at].Key, theirs);
                Meet(at, EndOf(at, to), key, table.Members(key));
            }

            return;
        }

        var next = from;
        foreach (var (key, members) in table.Walk(theirs))
        {
            while (next < to && Rules.MatchKey.AsSort(keys[next].Key, theirs) < key)
            {
                next++;
            }

            if (next < to && Rules.MatchKey.AsSort(keys[next].Key, theirs) == key)
            {
                Meet(next, EndOf(next, to), key, members);
            }
        }
    }

    private static int MostOf(long key) => Rules.MatchKey.IsOfWord(key) ? MostOfWord : MostOfName;

    private (int From, int To) Segment(MatchKeySort sort)
    {
        var (first, last) = Rules.MatchKey.RangeOf(sort);
        return (PlaceOf(first), PlaceOf(last + 1));
    }

    private int PlaceOf(long key)
    {
        var at = keys.BinarySearch(new KeyRow(key, -1, 0));
        return at < 0 ? ~at : at;
    }

    private int EndOf(int at, int to)
    {
        var end = at + 1;
        while (end < to && keys[end].Key == keys[at].Key)
        {
            end++;
        }

        return end;
    }

    /// <summary>Pairs the run's records of a key with all of that key.</summary>
    private void Meet(int from, int to, long key, List<KeyMember> members)
    {
        var live = 0;
        foreach (var member in members)
        {
            live += member.SourceId > 0 ? 1 : 0;
        }

        var own = keys[from].Key;
        if (!IsAllowed(own, to - from, key, live))
        {
            return;
        }

        for (var at = from; at < to; at++)
        {
            foreach (var member in members)
            {
                Meet(keys[at], member, key);
            }
        }
    }

    private bool IsAllowed(long own, int added, long key, int live)
    {
        if (live == 0)
        {
            return true;
        }

        var isCross = own != key;
        var most = MostOf(key);
        var mine = isCross ? table.Count(own, most + added + 1) : live;
        var before = mine - added + removed.GetValueOrDefault(own);
        var isAllowed = mine <= most && live <= most;
        if ((mine > most) != (before > most))
        {
            // A pair by name has one record at least that has no number: they are the ones to be looked at again.
            Cross(isCross && Rules.MatchKey.SortOf(own) == MatchKeySort.NumberedName ? key : own);
        }

        return isAllowed;
    }

    private void Cross(long key)
    {
        var named = Rules.MatchKey.SortOf(key) == MatchKeySort.NumberedName ? Rules.MatchKey.AsSort(key, MatchKeySort.Name) : key;
        if (!Crossed.Contains(named))
        {
            Crossed.Add(named);
        }
    }

    private void Meet(KeyRow own, KeyMember member, long key)
    {
        var (id, source) = (records.Ids[own.Record], records.Sources[own.Record]);
        if (member.RecordId == id)
        {
            return;
        }

        if (member.SourceId < 0)
        {
            Returning.Add((own.Record, member.RecordId));
            return;
        }

        var pair = Grouping.Pair(id, member.RecordId);
        if (member.SourceId == source || !seen.Add(pair))
        {
            return;
        }

        var isPlain = own.Mark != 0 && own.Mark == member.Mark && Rules.MatchKey.SortOf(key) == MatchKeySort.Ogrn;
        (isPlain ? Plain : Others).Add(pair);
    }
}
