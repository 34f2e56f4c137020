using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A field whose values are rows: one statement for all parents of a level.</summary>
internal abstract class LevelSource(Type itemType, LevelOrigin origin) : LoaderSource
{
    /// <summary>Class of the items.</summary>
    public Type ItemType { get; } = itemType;

    public LevelOrigin Origin { get; } = origin;

    /// <summary>Property of the items that <c>where</c> is about; null if it is about the items.</summary>
    public PropertyInfo? FilteredThrough { get; set; }

    public override IReadOnlyList<string> Requires => Origin is RootOrigin root ? root.Requires : [];
}
