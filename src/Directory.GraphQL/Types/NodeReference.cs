namespace CenterDirectory.GraphQL.Types;

/// <summary>
/// Says which object a field gives, without having it: what is selected of it is loaded later, with all that fields of the same place refer to.
/// </summary>
/// <typeparam name="T">Class of the object, or a base class or interface of all that it may be.</typeparam>
/// <param name="Type">Name of its object type in the schema.</param>
/// <param name="Key">Its key.</param>
public sealed record NodeReference<T>(string Type, long Key) : INodeReference
    where T : class;

/// <summary>A reference, whatever it refers to.</summary>
internal interface INodeReference
{
    string Type { get; }

    long Key { get; }
}
