using System.Runtime.CompilerServices;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>An entity by its class and primary key, before anything of it is read: what an index or a log knows of it.</summary>
/// <param name="EntityType">Its class.</param>
/// <param name="Key">Its primary key.</param>
public readonly record struct NodeReference(Type EntityType, long Key);

/// <summary>
/// The field holds references, one or a list, and gives the entities: one statement for each type among them, for all parents together.
/// <see cref="GraphQLTypeAttribute"/> says of what type they are. Of a list, those that have gone are left out.
/// </summary>
public sealed class UseNodesAttribute : FieldAttribute
{
    public override void Configure(FieldBuilder field)
    {
        var isList = typeof(IEnumerable<NodeReference>).IsAssignableFrom(field.ValueType);
        if (field.Source is not PropertySource property || !(isList || field.ValueType == typeof(NodeReference)))
        {
            field.Problem("[UseNodes] needs a property of type NodeReference, or a list of them.");
            return;
        }

        field.Source = new ReferenceSource(DataOptions.Of(field.Schema), property.Get);
    }
}

/// <summary>Loads entities by their references.</summary>
internal sealed class ReferenceSource(DataOptions data, Func<object, object?> get) : LoaderSource
{
    public override FieldCost Estimate(FieldRequest request) => new(1, request.Plan.Children.Count(NeedsRow), 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var held = parents.Select(get).ToArray();
        var found = new Dictionary<NodeReference, object>();
        foreach (var group in held.SelectMany(ReferencesIn).Distinct().GroupBy(reference => reference.EntityType))
        {
            if (request.Plan.Children.FirstOrDefault(child => child.Type.ClrType == group.Key) is { } selection)
            {
                await LoadAsync(request, selection, [.. group], found, cancellationToken);
            }
        }

        return new FieldValues([.. held.Select(value => value switch
        {
            NodeReference reference => found.GetValueOrDefault(reference),
            IEnumerable<NodeReference> list => list.Where(found.ContainsKey).Select(reference => found[reference]).ToList(),
            _ => null,
        })]);
    }

    private async Task LoadAsync(
        FieldRequest request, SelectionPlan selection, NodeReference[] references, Dictionary<NodeReference, object> found, CancellationToken cancellationToken)
    {
        if (!NeedsRow(selection))
        {
            foreach (var reference in references)
            {
                found[reference] = RuntimeHelpers.GetUninitializedObject(reference.EntityType);
            }

            return;
        }

        var place = new StatementPlace(data, request.Context);
        var entities = await NodeSource.LoadAsync(place, request.Plan, selection, [.. references.Select(reference => reference.Key)], cancellationToken);
        foreach (var reference in references.Where(reference => entities.ContainsKey(reference.Key)))
        {
            found[reference] = entities[reference.Key];
        }
    }

    private static IEnumerable<NodeReference> ReferencesIn(object? value) => value switch
    {
        NodeReference reference => [reference],
        IEnumerable<NodeReference> list => list,
        _ => [],
    };

    /// <summary>The name of a type is known from the reference.</summary>
    private static bool NeedsRow(SelectionPlan selection) => selection.Fields.Any(field => field.Field.Name != Introspection.TypeName.Name);
}
