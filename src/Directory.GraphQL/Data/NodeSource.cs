using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

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

    private static readonly MethodInfo LoadType = typeof(NodeSource).GetMethod(nameof(LoadTypeAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ConcurrentDictionary<Type, Loader> Loaders = new();

    private delegate Task<Dictionary<long, object>> Loader(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken);

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

    /// <summary>Objects of one type by their primary keys; those that are not there are missing.</summary>
    public static Task<Dictionary<long, object>> LoadAsync(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken) =>
        Loaders.GetOrAdd(selection.Type.ClrType, static type => LoadType.MakeGenericMethod(type).CreateDelegate<Loader>())(
            place, plan, selection, keys, cancellationToken);

    private static async Task<Dictionary<long, object>> LoadTypeAsync<T>(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken)
        where T : class
    {
        var model = place.Db.Model;
        var primaryKey = Projection.PrimaryKeyOf(model, typeof(T));
        var key = new StatementKey(plan, selection.Type.Name, null, null);
        var rows = await Statements.RowsAsync<T>(place, new StatementForm(key, [keys]), values =>
        {
            var keyList = values.Add(keys, typeof(long[]));
            return new(key, () => Query(keyList));
        }, cancellationToken);
        return rows.ToDictionary(entity => (long)primaryKey.GetValue(entity)!, entity => (object)entity);

        RowQuery<T> Query(ParameterExpression keyList)
        {
            var item = Expression.Parameter(typeof(T), "item");
            var condition = Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], keyList, Expression.Property(item, primaryKey));
            var projection = new Projection(model, typeof(T));
            projection.Add(selection);
            projection.AddPath([primaryKey]);
            var found = Expression.Call(
                typeof(Queryable), nameof(Queryable.Where), [typeof(T)],
                Expression.Call(place.Context, nameof(DbContext.Set), [typeof(T)]), Expression.Quote(Expression.Lambda(condition, item)));
            var cells = new Cells();
            return RowQuery<T>.Of(found, item, cells, projection.Build(item, cells));
        }
    }

    private IReadOnlyList<string> IdsOf(object?[] arguments) =>
        isList ? [.. ((IReadOnlyList<object?>)arguments[0]!).Cast<string>()] : [(string)arguments[0]!];

    private static NodeId? Decode(string id) => GlobalId.TryDecode(id, out var type, out var key) ? new NodeId(id, type, key) : null;

    private sealed record NodeId(string Id, string Type, long Key);
}
