namespace CenterDirectory.Data.Provenance.Merging;

/// <summary>
/// Lists of this field are united where several sources state one: the items stand by themselves. A list without it is taken whole from the
/// strongest source, for its items make sense together only: an agenda, the opening hours of a week.
/// </summary>
/// <param name="by">Properties in which equal items are equal, the strongest source's is kept; none: the item itself.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnitedAttribute(params string[] by) : Attribute
{
    public IReadOnlyList<string> By { get; } = by;

    /// <summary>Items at most; what goes beyond is of the weakest sources.</summary>
    public int Most { get; set; } = int.MaxValue;
}
