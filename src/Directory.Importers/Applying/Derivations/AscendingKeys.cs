using CenterDirectory.Data.Provenance.Merging;

namespace CenterDirectory.Importers.Applying.Derivations;

/// <summary>
/// The keys of entries that a run makes. They get their ids in the order of keys, so who came before has the smaller one, and the database need not
/// be asked which: as long as that is what was seen.
/// </summary>
internal sealed class AscendingKeys
{
    private (long Id, RecordKey Key)? first;
    private (long Id, RecordKey Key) last;
    private bool holds = true;

    /// <summary>The next entry, and the smallest key among its records.</summary>
    public void Add(long id, RecordKey key)
    {
        holds = holds && (first is null || (id > last.Id && RecordKey.Order.Compare(last.Key, key) < 0));
        last = (id, key);
        first ??= last;
    }

    /// <summary>Whether both entries were added, and the key of the one is surely smaller than that of the other.</summary>
    public bool Has(long smaller, long greater) => holds && first is { } begin && begin.Id <= smaller && smaller < greater && greater <= last.Id;
}
