using System.Linq.Expressions;
using System.Reflection;
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
        var key = Projection.PrimaryKeyOf(level.Db.Model, origin.ParentType);
        var keys = parents.Select(parent => (long)key.GetValue(parent)!).ToArray();
        var distinct = keys.Distinct().ToArray();

        var rows = new Dictionary<long, List<T>>();
        if (level.Parts.HasItems)
        {
            await foreach (var row in Rows(level, origin, key, distinct).WithCancellation(cancellationToken))
            {
                (rows.TryGetValue(row.Key, out var found) ? found : rows[row.Key] = []).Add(row.Item);
            }
        }

        var counts = new Dictionary<long, int>();
        if (level.Parts.HasTotalCount)
        {
            await foreach (var row in Counts(level, origin, key, distinct).WithCancellation(cancellationToken))
            {
                counts[row.Key] = row.Count;
            }
        }

        // The same parent may stand in several places; its page is the same one.
        var pages = distinct.ToDictionary(parent => parent, parent => level.PageOf(
            rows.GetValueOrDefault(parent) ?? [], level.Parts.HasTotalCount ? counts.GetValueOrDefault(parent) : null));
        return [.. keys.Select(parent => pages[parent])];
    }

    private static IAsyncEnumerable<Keyed<T>> Rows(Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys)
    {
        var statement = new StatementParameters();
        var keyList = statement.Add(keys, typeof(long[]));
        var element = Expression.Parameter(origin.ElementType, "element");
        var condition = level.Condition(origin.ItemOf(element), statement, withCursors: true);
        var size = statement.Add(level.Limit, typeof(int));
        return Statements.Rows<Keyed<T>>(level.Cache, level.Db, level.RowsKey(null, condition), statement, level.Context, () =>
        {
            var parent = Expression.Parameter(origin.ParentType, "parent");
            var inner = Where(OwnedElements.Of(origin, level.Db.Model, level.Context, parent, keyList), condition, element);
            inner = SortCompiler.Order(inner, element, origin.ItemOf(element), level.Reading);
            inner = Expression.Call(typeof(Enumerable), nameof(Enumerable.Take), [origin.ElementType], inner, size);

            var pairType = typeof(Pair<,>).MakeGenericType(origin.ParentType, origin.ElementType);
            var source = Pairs(Parents(level, origin, key, parent, keyList), parent, inner, element, pairType);
            return Ordered(level, origin, key, source, pairType);
        });
    }

    private static IAsyncEnumerable<KeyedCount> Counts(Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys)
    {
        var statement = new StatementParameters();
        var keyList = statement.Add(keys, typeof(long[]));
        var element = Expression.Parameter(origin.ElementType, "element");
        var condition = level.Condition(origin.ItemOf(element), statement, withCursors: false);
        return Statements.Rows<KeyedCount>(level.Cache, level.Db, level.CountKey(null, condition), statement, level.Context, () =>
        {
            var parent = Expression.Parameter(origin.ParentType, "parent");
            var inner = Where(Members.Inline(origin.Source, parent), condition, element);
            var row = Expression.MemberInit(
                Expression.New(typeof(KeyedCount)),
                Expression.Bind(typeof(KeyedCount).GetProperty(nameof(KeyedCount.Key))!, Expression.Property(parent, key)),
                Expression.Bind(
                    typeof(KeyedCount).GetProperty(nameof(KeyedCount.Count))!,
                    Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [origin.ElementType], inner)));
            return Expression.Call(
                typeof(Queryable), nameof(Queryable.Select), [origin.ParentType, typeof(KeyedCount)],
                Parents(level, origin, key, parent, keyList), Expression.Quote(Expression.Lambda(row, parent)));
        });
    }

    private static MethodCallExpression Parents(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, ParameterExpression parent, ParameterExpression keyList) =>
        Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [origin.ParentType],
            Expression.Call(level.Context, nameof(DbContext.Set), [origin.ParentType]),
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
    private static MethodCallExpression Ordered(Level<T> level, CollectionOrigin origin, PropertyInfo key, Expression source, Type pairType)
    {
        var pair = Expression.Parameter(pairType, "pair");
        var parentKey = Expression.Property(Expression.Property(pair, "Parent"), key);
        var item = origin.ItemOf(Expression.Property(pair, "Element"));
        source = Expression.Call(
            typeof(Queryable), nameof(Queryable.OrderBy), [pairType, typeof(long)], source, Expression.Quote(Expression.Lambda(parentKey, pair)));
        source = SortCompiler.Order(source, pair, item, level.Reading, isContinued: true);

        var row = Expression.MemberInit(
            Expression.New(typeof(Keyed<T>)),
            Expression.Bind(typeof(Keyed<T>).GetProperty(nameof(Keyed<>.Key))!, parentKey),
            Expression.Bind(typeof(Keyed<T>).GetProperty(nameof(Keyed<>.Item))!, level.Project(item)));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [pairType, typeof(Keyed<T>)], source, Expression.Quote(Expression.Lambda(row, pair)));
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

/// <summary>A row with the key of its parent.</summary>
internal sealed class Keyed<T>
{
    public long Key { get; set; }

    public T Item { get; set; } = default!;
}

/// <summary>The number of rows of a parent.</summary>
internal sealed class KeyedCount
{
    public long Key { get; set; }

    public int Count { get; set; }
}
