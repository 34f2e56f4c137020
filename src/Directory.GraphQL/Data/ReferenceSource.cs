using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The method says by a <see cref="NodeReference{T}"/> which object the field gives: the objects of all parents are read with one statement a type.
/// The field is null where the method gives null and where the object is gone.
/// </summary>
public sealed class UseNodesAttribute : FieldAttribute
{
    public override void Configure(FieldBuilder field)
    {
        if (field.Member is not MethodInfo { ReturnType.IsGenericType: true } method || method.ReturnType.GetGenericTypeDefinition() != typeof(NodeReference<>))
        {
            field.Problem("[UseNodes] needs a method that returns NodeReference<T>.");
            return;
        }

        field.Type = field.Type.Nullable;
        field.Source = (LoaderSource)Activator.CreateInstance(
            typeof(ReferenceSource<>).MakeGenericType(field.ValueType),
            DataOptions.Of(field.Schema), ResolverBinder.Compile(method, field.Schema), ResolverBinder.RequiresOf(method))!;
    }
}

/// <summary>A field whose values are objects that the parents refer to by type and key.</summary>
internal sealed class ReferenceSource<T>(DataOptions data, ResolverBinder.Call call, IReadOnlyList<string> requires) : LoaderSource
    where T : class
{
    public override IReadOnlyList<string> Requires => requires;

    /// <summary>Which types there will be, only the parents tell.</summary>
    public override FieldCost Estimate(FieldRequest request) => new(
        1, request.Plan.Children.Count(child => request.Plan.Children.Count == 1 || request.NodeTypes?.Contains(child.Type.Name) != false), 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var place = new StatementPlace(data, request.Context);
        var references = new NodeReference<T>?[parents.Count];
        for (var i = 0; i < references.Length; i++)
        {
            references[i] = (NodeReference<T>?)call(parents[i], request.Arguments, request.Context.Services, cancellationToken);
        }

        var found = new Dictionary<NodeReference<T>, object>();
        foreach (var group in references.OfType<NodeReference<T>>().Distinct().GroupBy(reference => reference.Type))
        {
            var selection = request.Plan.Children.FirstOrDefault(child => child.Type.Name == group.Key)
                ?? throw new InvalidOperationException($"{request.Plan.Field.Name} refers to a {group.Key}, which is none of the types it can have.");
            var objects = await NodeLoader.LoadAsync(place, request.Plan, selection, [.. group.Select(reference => reference.Key)], cancellationToken);
            foreach (var reference in group.Where(reference => objects.ContainsKey(reference.Key)))
            {
                found[reference] = objects[reference.Key];
            }
        }

        return new FieldValues([.. references.Select(reference => reference is null ? null : found.GetValueOrDefault(reference))]);
    }
}
