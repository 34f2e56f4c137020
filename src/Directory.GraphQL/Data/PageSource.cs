using System.Linq.Expressions;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A connection: a page of rows for each parent of a level, read with one statement for all of them, and one more for totalCount.</summary>
internal sealed class PageSource<T>(SchemaBuilder schema, DataOptions data, LevelOrigin origin, int maxPageSize)
    : LevelSource(typeof(T), origin)
    where T : class
{
    private readonly IReadOnlyList<string> defaultOrder = DefaultOrderOf(schema);

    public override FieldCost Estimate(FieldPlan plan, object?[] arguments, EngineOptions limits)
    {
        var page = PageArguments.Of(plan, arguments, limits, maxPageSize);
        var selected = SelectedParts.Of(plan, ulong.MaxValue);
        var statements = (selected.HasItems ? 1 : 0) + (selected.HasTotalCount ? 1 : 0);
        return new FieldCost(page.First, statements, FilterCompiler.CountOperators(page.Where));
    }

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var db = (DbContext)request.Context.Services.GetRequiredService(data.ContextType);
        var page = PageArguments.Of(request.Plan, request.Arguments, request.Context.Options, maxPageSize);
        var keys = new SortCompiler(data, typeof(T), Projection.PrimaryKeyOf(db.Model, typeof(T))).Compile(page.Order, defaultOrder);
        var level = new Level<T>(data, request, page, keys, SelectedParts.Of(request.Plan, request.Context.Held));
        return Origin switch
        {
            RootOrigin root => new FieldValues([await RootPage<T>.LoadAsync(level, root, db, parents[0], cancellationToken)]),
            CollectionOrigin collection => new FieldValues(await BatchedPage<T>.LoadAsync(level, collection, db, parents, cancellationToken)),
            _ => throw new InvalidOperationException("A level comes from a root query or from a collection."),
        };
    }

    private static string[] DefaultOrderOf(SchemaBuilder schema) =>
        schema.ExtensionsOf(typeof(T))
            .SelectMany(extension => extension.GetCustomAttributes(typeof(DefaultOrderAttribute), false))
            .OfType<DefaultOrderAttribute>()
            .FirstOrDefault()?.Fields ?? [];
}

/// <summary>Which parts of a connection are selected: what nobody asked for is not read.</summary>
internal sealed record SelectedParts(IReadOnlyList<SelectionPlan> Items, bool HasItems, bool HasTotalCount)
{
    public static SelectedParts Of(FieldPlan connection, ulong held)
    {
        var fields = connection.Children[0].Fields.Where(field => held == ulong.MaxValue || field.IsIncluded(held)).ToList();
        var items = fields.Where(field => field.Field.Name == "nodes").SelectMany(field => field.Children)
            .Concat(fields.Where(field => field.Field.Name == "edges")
                .SelectMany(field => field.Children[0].Fields)
                .Where(field => field.Field.Name == "node")
                .SelectMany(field => field.Children))
            .ToList();
        return new SelectedParts(
            items,
            fields.Any(field => field.Field.Name is "nodes" or "edges" or "pageInfo"),
            fields.Any(field => field.Field.Name == "totalCount"));
    }
}

/// <summary>One level of one request: what is wanted of it, and the statements of its field.</summary>
internal sealed class Level<T>(DataOptions data, FieldRequest request, PageArguments page, IReadOnlyList<SortKey> keys, SelectedParts parts)
    where T : class
{
    public FieldRequest Request { get; } = request;

    public PageArguments Page { get; } = page;

    public IReadOnlyList<SortKey> Keys { get; } = keys;

    public SelectedParts Parts { get; } = parts;

    public CompiledStatements Statements { get; } = StatementsOf(request.Plan);

    public ParameterExpression Context { get; } = Expression.Parameter(data.ContextType, "db");

    /// <summary>Adds filter and cursor; the shape then tells the statement from all others of this field.</summary>
    public Expression? Condition(Expression item, StatementParameters statement, bool withCursor)
    {
        var condition = Page.Where is null ? null : new FilterCompiler(data, statement).Compile(Page.Where, item);
        if (withCursor && Page.After is not null)
        {
            statement.Mark("cursor");
            var behind = Keyset.After(item, Keys, Cursor.Decode(Keys, Page.After), statement);
            condition = condition is null ? behind : Expression.AndAlso(condition, behind);
        }

        return condition;
    }

    /// <summary>The shape of the page's statement.</summary>
    public string ShapeOf(StatementParameters statement) =>
        $"{statement.Shape}|{string.Join(',', Keys.Select(key => key.Name))}|{(Parts.Items.Count > 0 ? "items" : "keys")}";

    /// <summary>Reads of an item what was selected, and what its cursor needs.</summary>
    public MemberInitExpression Project(DbContext db, Expression item)
    {
        var projection = new Projection(db.Model, typeof(T));
        foreach (var selection in Request.Plan.AllItemSelections())
        {
            projection.Add(selection);
        }

        foreach (var key in Keys)
        {
            projection.AddPath(key.Path);
        }

        return projection.Build(item);
    }

    /// <summary>The page of one parent: one row more than asked for tells whether there is a next page.</summary>
    public Connection PageOf(List<T> rows, int? totalCount)
    {
        var hasNext = rows.Count > Page.First;
        IReadOnlyList<object> nodes = hasNext ? rows.GetRange(0, Page.First) : rows;
        return new Connection(nodes, item => Cursor.Encode(Keys, item), hasNext, Page.After is not null, totalCount);
    }

    private static CompiledStatements StatementsOf(FieldPlan plan)
    {
        // Two requests may race here: both sets of statements work, one of them is kept.
        if (plan.LoaderState is CompiledStatements known)
        {
            return known;
        }

        var made = new CompiledStatements();
        plan.LoaderState = made;
        return made;
    }
}

/// <summary>Selections of the items of a connection, conditional ones included: one statement serves all conditions.</summary>
internal static class ConnectionPlanExtensions
{
    public static IReadOnlyList<SelectionPlan> AllItemSelections(this FieldPlan connection) => SelectedParts.Of(connection, ulong.MaxValue).Items;
}
