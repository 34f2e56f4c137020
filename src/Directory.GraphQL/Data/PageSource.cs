using System.Linq.Expressions;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A connection: a page of rows for each parent of a level, read with one statement for all of them, and one more for totalCount.</summary>
internal sealed class PageSource<T>(SchemaBuilder schema, DataOptions data, LevelOrigin origin, int maxPageSize)
    : LevelSource(typeof(T), origin)
    where T : class
{
    private readonly IReadOnlyList<string> defaultOrder = DefaultOrderOf(schema);
    private readonly KnownOrders orders = new();

    /// <summary>Checks everything that a client can get wrong, so that it is refused before the first statement.</summary>
    public override FieldCost Estimate(FieldRequest request)
    {
        var page = PageArguments.Of(request.Plan, request.Arguments, request.Context.Options, maxPageSize);
        if (page.HasOrder && Origin is not RootOrigin { IsPerParent: true })
        {
            _ = Level(request, page, request.Context.Root, CancellationToken.None).Bounds;
        }

        request.Context.Depend(FilterCompiler.VolatilityOf(page.Where));
        request.Context.Depend(SortCompiler.IsVolatile(page.Order) ? Volatility.Any : Volatility.None);
        var selected = SelectedParts.Of(request.Plan, request.Context.Held);
        var statements = (selected.HasItems ? 1 : 0) + (selected.HasTotalCount ? 1 : 0);
        return new FieldCost(
            selected.HasItems ? page.Size : 0, statements, FilterCompiler.CountOperators(page.Where), Origin is RootOrigin { IsPerParent: true });
    }

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var page = PageArguments.Of(request.Plan, request.Arguments, request.Context.Options, maxPageSize);
        var pages = Origin is RootOrigin { IsPerParent: true }
            ? await PagesOfEachAsync(request, page, parents, cancellationToken)
            : await PagesAsync(Level(request, page, request.Context.Root, cancellationToken), request, parents, cancellationToken);
        await FilterMistakes.CheckAsync(page.Where, pages, new StatementPlace(data, request.Context).Db, cancellationToken);
        return new FieldValues(pages);
    }

    private async Task<IReadOnlyList<object?>> PagesAsync(Level<T> level, FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken) =>
        Origin switch
        {
            // A query that knows no parent gives the same page to each.
            RootOrigin => [.. Enumerable.Repeat(await RootPage<T>.LoadAsync(level, cancellationToken), parents.Count)],
            CollectionOrigin collection => await BatchedPage<T>.LoadAsync(level, collection, parents, cancellationToken),
            RelationOrigin relation => await BatchedPage<T>.LoadAsync(level, relation.CollectionOf(request, cancellationToken), parents, cancellationToken),
            _ => throw new InvalidOperationException("A level comes from a query or from a collection."),
        };

    private async Task<IReadOnlyList<object?>> PagesOfEachAsync(
        FieldRequest request, PageArguments page, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var pages = new List<object?>();
        foreach (var parent in parents)
        {
            pages.Add(await RootPage<T>.LoadAsync(Level(request, page, parent, cancellationToken), cancellationToken));
        }

        return pages;
    }

    private Level<T> Level(FieldRequest request, PageArguments page, object parent, CancellationToken cancellationToken)
    {
        var place = new StatementPlace(data, request.Context);
        var root = Origin as RootOrigin;
        var isFixed = Origin is CollectionOrigin || root?.IsFixedFor(request) == true;
        Func<Expression>? query = root is null ? null : () => root.QueryOf(request, parent, cancellationToken);
        var sorting = new SortCompiler(data, place.Db.Model, typeof(T));
        var order = isFixed
            ? orders.GetOrAdd(SortCompiler.FormOf(page.Order), () => OrderOf(sorting, page, query))
            : OrderOf(sorting, page, query);
        return new Level<T>(data, place, request.Plan, query, isFixed, page, order, SelectedParts.Of(request.Plan, request.Context.Held))
        {
            FilteredThrough = FilteredThrough,
        };
    }

    private SortOrder OrderOf(SortCompiler sorting, PageArguments page, Func<Expression>? query) =>
        sorting.Asked(page.Order) ?? (query is null ? null : sorting.OwnOf(query())) ?? sorting.Default(defaultOrder);

    public static string[] DefaultOrderOf(SchemaBuilder schema) =>
        schema.ExtensionsOf(typeof(T))
            .SelectMany(extension => extension.GetCustomAttributes(typeof(DefaultOrderAttribute), false))
            .OfType<DefaultOrderAttribute>()
            .FirstOrDefault()?.Fields ?? [];
}

/// <summary>Which parts of a connection are selected: what nobody asked for is not read.</summary>
internal readonly record struct SelectedParts(bool HasItems, bool HasTotalCount)
{
    public static SelectedParts Of(FieldPlan connection, ulong held)
    {
        var parts = default(SelectedParts);
        foreach (var field in connection.Children[0].Fields)
        {
            if (field.IsIncluded(held))
            {
                parts = new SelectedParts(
                    parts.HasItems || field.Field.Name is "nodes" or "edges" or "pageInfo",
                    parts.HasTotalCount || field.Field.Name == "totalCount");
            }
        }

        return parts;
    }

    /// <summary>Selections of the items, conditional ones included: one statement serves all conditions.</summary>
    public static IEnumerable<SelectionPlan> Items(FieldPlan connection)
    {
        var fields = connection.Children[0].Fields;
        return fields.Where(field => field.Field.Name == "nodes").SelectMany(field => field.Children)
            .Concat(fields.Where(field => field.Field.Name == "edges")
                .SelectMany(field => field.Children[0].Fields)
                .Where(field => field.Field.Name == "node")
                .SelectMany(field => field.Children));
    }
}
