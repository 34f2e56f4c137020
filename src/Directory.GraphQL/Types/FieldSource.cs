using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Language;

namespace CenterDirectory.GraphQL.Types;

/// <summary>Where the values of a field come from: a property of the parent, or a loader.</summary>
public abstract class FieldSource
{
    /// <summary>The source for these arguments as an operation writes them, decided once when it is compiled.</summary>
    public virtual FieldSource For(IReadOnlyList<ValueNode?> arguments) => this;
}

/// <summary>A value that the parent object already carries.</summary>
/// <param name="member">The property behind it; null if the value is computed from the parent alone.</param>
/// <param name="get">Reads it.</param>
public class PropertySource(PropertyInfo? member, Func<object, object?> get) : FieldSource
{
    public PropertyInfo? Member { get; } = member;

    public Func<object, object?> Get { get; } = get;

    /// <summary>Further properties of the parent that reading the value looks at.</summary>
    public IReadOnlyList<PropertyInfo> AlsoReads { get; init; } = [];

    /// <summary>Writes a leaf without boxing it, and says whether there was one; null for composite fields and lists.</summary>
    public Func<JsonBuffer, object, bool>? WriteLeaf { get; init; }
}

/// <summary>Values that have to be fetched: once for all parents of a level.</summary>
public abstract class LoaderSource : FieldSource
{
    /// <summary>Properties of the parent that loading reads.</summary>
    public virtual IReadOnlyList<string> Requires => [];

    /// <summary>Whether it loads objects that the parents refer to, which an argument further up may narrow to some types.</summary>
    public virtual bool LoadsReferences => false;

    /// <summary>Loads the field for all parents of one level.</summary>
    /// <returns>One value or error a parent, in the order of the parents.</returns>
    public abstract ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken);

    /// <summary>What it will cost to load it, decided before anything is loaded (rows for one parent, statements for the level).</summary>
    /// <exception cref="GraphQLException">The arguments cannot be served, e.g. a page that is too large.</exception>
    public virtual FieldCost Estimate(FieldRequest request) => FieldCost.Free;
}

/// <summary>What a loaded field costs.</summary>
/// <param name="Rows">Rows for one parent at most.</param>
/// <param name="Statements">Statements for all parents together.</param>
/// <param name="FilterOperators">Operators in its filter.</param>
/// <param name="IsPerParent">The statements are run for each parent by itself.</param>
public readonly record struct FieldCost(int Rows, int Statements, int FilterOperators, bool IsPerParent = false)
{
    /// <summary>Nothing that counts.</summary>
    public static FieldCost Free { get; } = new(1, 0, 0);
}
