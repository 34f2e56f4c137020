using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A page of items (Relay's connection).</summary>
/// <param name="Nodes">The items.</param>
/// <param name="Cursors">Cursor of each item; made only when asked for.</param>
/// <param name="HasNextPage">Whether more follows.</param>
/// <param name="HasPreviousPage">Whether something comes before.</param>
/// <param name="TotalCount">Number of all matching items; null if it was not asked for.</param>
internal sealed record Connection(
    IReadOnlyList<object> Nodes, Func<object, string> Cursors, bool HasNextPage, bool HasPreviousPage, int? TotalCount)
{
    public IReadOnlyList<Edge> Edges => [.. Nodes.Select(node => new Edge(node, Cursors))];

    public PageInfo PageInfo => new(HasNextPage, HasPreviousPage, () => CursorOf(0), () => CursorOf(^1));

    private string? CursorOf(Index index) => Nodes.Count == 0 ? null : Cursors(Nodes[index]);
}

/// <summary>An item with its cursor.</summary>
internal sealed record Edge(object Node, Func<object, string> Cursors);

/// <summary>A static class that says what a connection of <typeparamref name="T"/> is besides its items; its members are further fields of it.</summary>
public sealed class ConnectionTypeAttribute<T>() : ConnectionTypeAttribute(typeof(T));

/// <summary>What can be said of the connection of a class.</summary>
public abstract class ConnectionTypeAttribute(Type itemType) : SchemaPartAttribute
{
    /// <summary>Class of its items.</summary>
    public Type ItemType { get; } = itemType;

    /// <summary>Whether it has <c>totalCount</c>; default true.</summary>
    public bool IncludeTotalCount { get; set; } = true;
}

/// <summary>The types of a connection: one connection and one edge type an item type, <c>PageInfo</c> for all.</summary>
internal static class ConnectionTypes
{
    /// <summary>The connection of a class.</summary>
    public static ObjectType For(SchemaBuilder schema, Type itemType)
    {
        var item = schema.Object(itemType);
        var plural = schema.PluralOf(itemType);
        var (attribute, part) = schema.PartsOf<ConnectionTypeAttribute>().FirstOrDefault(found => found.Attribute.ItemType == itemType);
        var edge = schema.Synthetic($"{plural}Edge", $"One item of a page of {item.Name} items.", typeof(Edge), () =>
        [
            Field("cursor", "Its cursor.", new NonNullType(BuiltInScalars.String), edge => ((Edge)edge).Cursors(((Edge)edge).Node)),
            Field("node", "The item.", new NonNullType(item), edge => ((Edge)edge).Node),
        ]);
        var description = (part is null ? null : XmlDocs.Summary(part)) ?? $"A page of {item.Name} items.";
        return schema.Synthetic($"{plural}Connection", description, typeof(Connection), () =>
        [
            Field("edges", "Items with their cursors.", ListOf(edge), page => ((Connection)page).Edges),
            Field("nodes", "Items without their edges.", ListOf(item), page => ((Connection)page).Nodes),
            Field("pageInfo", "Where this page stands.", new NonNullType(schema.Object(typeof(PageInfo))), page => ((Connection)page).PageInfo),
            .. attribute?.IncludeTotalCount == false ? Enumerable.Empty<OutputField>() : [TotalCount()],
            .. part is null ? [] : schema.FieldsOf(part, typeof(Connection)),
        ]);
    }

    private static OutputField TotalCount() => Field(
        "totalCount", "Number of all matching items; costs one more statement.", new NonNullType(BuiltInScalars.Int), page => ((Connection)page).TotalCount);

    private static NonNullType ListOf(GraphType item) => new(new ListType(new NonNullType(item)));

    private static OutputField Field(string name, string description, GraphType type, Func<object, object?> get) =>
        new() { Name = name, Description = description, Type = type, Source = new PropertySource(null, get) };
}
