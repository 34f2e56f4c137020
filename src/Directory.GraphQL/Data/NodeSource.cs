using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The root fields <c>node</c> and <c>nodes</c> (Relay's global object identification): one statement for each type among the ids.</summary>
public static class NodeFields
{
    /// <summary>Adds <c>node(id:)</c> and <c>nodes(ids:)</c> to the query root.</summary>
    public static SchemaBuilder AddNodeFields(this SchemaBuilder schema) => schema.AddRootFields(() =>
    [
        new OutputField
        {
            Name = "node",
            Description = "An object by its global id; null if there is none.",
            Type = schema.Node,
            Arguments = [new InputField { Name = "id", Description = "Its global id.", Type = new NonNullType(BuiltInScalars.Id) }],
            Source = new NodeSource(DataOptions.Of(schema), isList: false),
        },
        new OutputField
        {
            Name = "nodes",
            Description = "Objects by global ids, in the order asked, null where there is none.",
            Type = new NonNullType(new ListType(schema.Node)),
            Arguments =
            [
                new InputField
                {
                    Name = "ids",
                    Description = $"Up to {NodeSource.MaximumIds} global ids.",
                    Type = new NonNullType(new ListType(new NonNullType(BuiltInScalars.Id))),
                },
            ],
            Source = new NodeSource(DataOptions.Of(schema), isList: true),
        },
    ]);
}

internal sealed class NodeSource(DataOptions data, bool isList) : LoaderSource
{
    public const int MaximumIds = 100;

    public override FieldCost Estimate(FieldRequest request)
    {
        var ids = IdsOf(request.Arguments);
        if (ids.Count > MaximumIds)
        {
            throw Limits.Exceeded("ids", ids.Count, MaximumIds, "Too many ids at once");
        }

        var types = ids.Select(id => GlobalId.TryDecode(id, out var type, out _) ? type : null).Distinct().Count();
        return new FieldCost(ids.Count, types, 0);
    }

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var place = new StatementPlace(data, request.Context);
        var ids = IdsOf(request.Arguments);
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var group in ids.Distinct().Select(Decode).Where(node => node is not null).GroupBy(node => node!.Type))
        {
            if (request.Plan.Children.FirstOrDefault(child => child.Type.Name == group.Key) is { } selection)
            {
                var keys = group.Select(node => node!.Key).ToArray();
                var objects = await LoadAsync(place, request.Plan, selection, keys, cancellationToken);
                foreach (var node in group.Where(node => objects.ContainsKey(node!.Key)))
                {
                    found[node!.Id] = objects[node.Key];
                }
            }
        }

        return new FieldValues([isList ? ids.Select(id => found.GetValueOrDefault(id)).ToArray() : found.GetValueOrDefault(ids[0])]);
    }

    /// <summary>The objects by the keys asked; one that was replaced answers with what stands for it.</summary>
    private async Task<Dictionary<long, object>> LoadAsync(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken)
    {
        var objects = await NodeLoader.LoadAsync(place, plan, selection, keys, cancellationToken);
        var missing = keys.Where(key => !objects.ContainsKey(key)).ToArray();
        if (missing.Length == 0 || data.Replaced is not { } find || await find(place.Db, selection.Type.Name, missing, cancellationToken) is not { Count: > 0 } replaced)
        {
            return objects;
        }

        var others = await NodeLoader.LoadAsync(place, plan, selection, [.. replaced.Values.Distinct()], cancellationToken);
        foreach (var (key, other) in replaced.Where(pair => others.ContainsKey(pair.Value)))
        {
            objects[key] = others[other];
        }

        return objects;
    }

    private IReadOnlyList<string> IdsOf(object?[] arguments) =>
        isList ? [.. ((IReadOnlyList<object?>)arguments[0]!).Cast<string>()] : [(string)arguments[0]!];

    private static NodeId? Decode(string id) => GlobalId.TryDecode(id, out var type, out var key) ? new NodeId(id, type, key) : null;

    private sealed record NodeId(string Id, string Type, long Key);
}
