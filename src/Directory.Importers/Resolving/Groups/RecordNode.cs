namespace CenterDirectory.Importers.Resolving.Groups;

/// <summary>A live record among those that may be of one entity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SourceKey">Key of its source.</param>
/// <param name="ExternalId">The source's key.</param>
/// <param name="Number">Its ОГРН if the check digit is right: no entity has two.</param>
internal sealed record RecordNode(long Id, string SourceKey, string ExternalId, string? Number)
{
    /// <summary>An order that has nothing to do with when a record came.</summary>
    public static int Compare(RecordNode a, RecordNode b) =>
        (string.CompareOrdinal(a.SourceKey, b.SourceKey), string.CompareOrdinal(a.ExternalId, b.ExternalId)) is var (source, key) && source != 0 ? source : key;
}
