using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The pages of one collection for all parents of a level, in one statement: a window over the rows of just these parents
/// (<c>ROW_NUMBER() OVER (PARTITION BY …)</c>). Tried shapes and their traps: docs/decisions/0001.
/// </summary>
internal static class BatchedPage<T>
    where T : class
{
    /// <summary>One page a parent, in the order of the parents.</summary>
    public static async Task<IReadOnlyList<object?>> LoadAsync(
        Level<T> level, CollectionOrigin origin, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var key = Projection.PrimaryKeyOf(level.Model, origin.ParentType);
        var keys = parents.Select(parent => (long)key.GetValue(parent)!).ToArray();
        var distinct = keys.Distinct().ToArray();

        var rows = new Dictionary<long, List<T>>();
        if (level.Parts.HasItems)
        {
            foreach (var row in await RowsAsync(level, origin, key, distinct, cancellationToken))
            {
                (rows.TryGetValue(row.Key, out var found) ? found : rows[row.Key] = []).Add(row.Item);
            }
        }

        var counts = level.Parts.HasTotalCount
            ? (await CountsAsync(level, origin, key, distinct, cancellationToken)).ToDictionary(row => row.Key, row => row.Item)
            : [];

        // The same parent may stand in several places; its page is the same one.
        var pages = distinct.ToDictionary(parent => parent, parent => level.PageOf(
            rows.GetValueOrDefault(parent) ?? [], level.Parts.HasTotalCount ? counts.GetValueOrDefault(parent) : null));
        return [.. keys.Select(parent => pages[parent])];
    }

    private static Task<List<Keyed<T>>> RowsAsync(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys, CancellationToken cancellationToken)
    {
        var form = level.Form(level.RowsPart, withCursors: true, keys, isLimited: true);
        return Statements.RowsAsync<Keyed<T>>(level.Place, form, values =>
        {
            var keyList = values.Add(keys, typeof(long[]));
            var element = Expression.Parameter(origin.ElementType, "element");
            var condition = level.Condition(origin.ItemOf(element), values, withCursors: true);
            var size = values.Add(level.Limit, typeof(int));
            return new(level.Key(level.RowsPart, null, condition), () => Window(level, origin, key, keyList, condition, element, size));
        }, cancellationToken);
    }

    private static RowQuery<Keyed<T>> Window(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, ParameterExpression keyList, Expression? condition, ParameterExpression element,
        ParameterExpression size)
    {
        var parent = Expression.Parameter(origin.ParentType, "parent");
        var inner = Where(OwnedElements.Of(origin, level.Model, level.Place.Context, parent, keyList), condition, element);
        inner = SortCompiler.Order(inner, element, origin.ItemOf(element), level.Reading);
        inner = Expression.Call(typeof(Enumerable), nameof(Enumerable.Take), [origin.ElementType], inner, size);

        var pairType = typeof(Pair<,>).MakeGenericType(origin.ParentType, origin.ElementType);
        var source = Pairs(Parents(level, origin, key, parent, keyList), parent, inner, element, pairType);
        return Ordered(level, origin, key, source, pairType);
    }

    private static Task<List<Keyed<int>>> CountsAsync(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys, CancellationToken cancellationToken)
    {
        const string Part = "counts";
        var form = level.Form(Part, withCursors: false, keys, isLimited: false);
        return Statements.RowsAsync<Keyed<int>>(level.Place, form, values =>
        {
            var keyList = values.Add(keys, typeof(long[]));
            var element = Expression.Parameter(origin.ElementType, "element");
            var condition = level.Condition(origin.ItemOf(element), values, withCursors: false);
            return new(level.Key(Part, null, condition), () =>
            {
                var parent = Expression.Parameter(origin.ParentType, "parent");
                var inner = Where(Members.Inline(origin.Source, parent), condition, element);
                var count = Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [origin.ElementType], inner);
                var cells = new Cells();
                var row = Expression.New(
                    Keyed<int>.Constructor,
                    cells.ReadPlain(Expression.Property(parent, key), nameof(DbDataReader.GetInt64)),
                    cells.ReadPlain(count, nameof(DbDataReader.GetInt32)));
                return RowQuery<Keyed<int>>.Of(Parents(level, origin, key, parent, keyList), parent, cells, row);
            });
        }, cancellationToken);
    }

    private static MethodCallExpression Parents(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, ParameterExpression parent, ParameterExpression keyList) =>
        Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [origin.ParentType],
            Expression.Call(level.Place.Context, nameof(DbContext.Set), [origin.ParentType]),
            Expression.Quote(Expression.Lambda(Contains(keyList, Expression.Property(parent, key)), parent)));

    private static MethodCallExpression Pairs(
        Expression parents, ParameterExpression parent, Expression inner, ParameterExpression element, Type pairType)
    {
        var pair = Expression.MemberInit(
            Expression.New(pairType),
            Expression.Bind(pairType.GetProperty("Parent")!, parent),
            Expression.Bind(pairType.GetProperty("Element")!, element));
        var collectionType = typeof(IEnumerable<>).MakeGenericType(element.Type);
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.SelectMany), [parent.Type, element.Type, pairType],
            parents,
            Expression.Quote(Expression.Lambda(typeof(Func<,>).MakeGenericType(parent.Type, collectionType), inner, parent)),
            Expression.Quote(Expression.Lambda(pair, parent, element)));
    }

    /// <summary>Rows of one parent together, in their order: the window alone promises neither.</summary>
    private static RowQuery<Keyed<T>> Ordered(Level<T> level, CollectionOrigin origin, PropertyInfo key, Expression source, Type pairType)
    {
        var pair = Expression.Parameter(pairType, "pair");
        var parentKey = Expression.Property(Expression.Property(pair, "Parent"), key);
        var item = origin.ItemOf(Expression.Property(pair, "Element"));
        source = Expression.Call(
            typeof(Queryable), nameof(Queryable.OrderBy), [pairType, typeof(long)], source, Expression.Quote(Expression.Lambda(parentKey, pair)));
        source = SortCompiler.Order(source, pair, item, level.Reading, isContinued: true);

        var cells = new Cells();
        var row = Expression.New(
            Keyed<T>.Constructor, cells.ReadPlain(parentKey, nameof(DbDataReader.GetInt64)), level.Project(item, cells));
        return RowQuery<Keyed<T>>.Of(source, pair, cells, row);
    }

    private static Expression Where(Expression source, Expression? condition, ParameterExpression element) => condition is null
        ? source
        : Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [element.Type], source, Expression.Lambda(condition, element));

    private static MethodCallExpression Contains(ParameterExpression list, Expression value) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], list, value);
}

/// <summary>A parent with one element of its collection.</summary>
internal sealed class Pair<TParent, TElement>
{
    public TParent Parent { get; set; } = default!;

    public TElement Element { get; set; } = default!;
}

/// <summary>A row, or a number of rows, with the key of its parent.</summary>
internal readonly record struct Keyed<T>(long Key, T Item)
{
    public static ConstructorInfo Constructor { get; } = typeof(Keyed<T>).GetConstructor([typeof(long), typeof(T)])!;
}
