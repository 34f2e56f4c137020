using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A plain list of a bounded number of rows for each parent of a level, read with one statement for all of them.</summary>
internal sealed class ListSource<T>(SchemaBuilder schema, DataOptions data, LevelOrigin origin, int maximum, ResolverBinder.Call? estimate)
    : LevelSource(typeof(T), origin)
    where T : class
{
    private readonly IReadOnlyList<string> defaultOrder = PageSource<T>.DefaultOrderOf(schema);

    public override FieldCost Estimate(FieldRequest request)
    {
        return new FieldCost(MostOf(request), 1, 0);
    }

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var collection = Origin as CollectionOrigin ?? ((RelationOrigin)Origin).CollectionOf(request, cancellationToken);
        var place = new StatementPlace(data, request.Context);
        var order = new SortCompiler(data, place.Db.Model, typeof(T)).Default(defaultOrder);
        var page = new PageArguments(MostOf(request), false, null, null, null, null);
        var level = new Level<T>(data, place, request.Plan, null, collection.IsFixed, page, order, new SelectedParts(true, false))
        {
            Items = request.Plan.Children,
        };
        var pages = await BatchedPage<T>.LoadAsync(level, collection, parents, cancellationToken);
        return new FieldValues([.. pages.Select(found => ((Connection)found!).Nodes)]);
    }

    /// <summary>What is counted is what is read at most.</summary>
    private int MostOf(FieldRequest request) => estimate is null
        ? maximum
        : Math.Min(maximum, (int)estimate(request.Context.Root, request.Arguments, request.Context, CancellationToken.None)!);
}
