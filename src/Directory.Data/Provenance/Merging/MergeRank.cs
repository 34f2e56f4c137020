namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>Where a record stands among all that speak of one entity. When it was imported plays no part.</summary>
/// <param name="Priority">Of its source; the higher is the stronger.</param>
/// <param name="AsOf">The day as of which it is stated; the later is the stronger, none is the weakest.</param>
/// <param name="SourceKey">Key of its source.</param>
/// <param name="ExternalId">The source's key of it.</param>
internal readonly record struct MergeRank(int Priority, DateOnly? AsOf, string SourceKey, string ExternalId)
{
    /// <summary>The strongest record first. Every order of records is total: no two have source and external id in common.</summary>
    public static IComparer<MergeRank> StrongestFirst { get; } = Comparer<MergeRank>.Create(static (one, other) =>
    {
        var order = other.Priority.CompareTo(one.Priority);
        order = order != 0 ? order : Nullable.Compare(other.AsOf, one.AsOf);
        return order != 0 ? order : RecordKey.Order.Compare(one.Key, other.Key);
    });

    /// <summary>What tells it from all other records of its kind.</summary>
    public RecordKey Key => new(SourceKey, ExternalId);
}

/// <summary>What tells a record from all others of its kind, whatever has been imported and when.</summary>
internal readonly record struct RecordKey(string SourceKey, string ExternalId)
{
    /// <summary>By source, then by external id, shorter ones first, so that 9 stands before 10.</summary>
    public static IComparer<RecordKey> Order { get; } = Comparer<RecordKey>.Create(static (one, other) =>
    {
        var order = string.CompareOrdinal(one.SourceKey, other.SourceKey);
        order = order != 0 ? order : one.ExternalId.Length.CompareTo(other.ExternalId.Length);
        return order != 0 ? order : string.CompareOrdinal(one.ExternalId, other.ExternalId);
    });
}
