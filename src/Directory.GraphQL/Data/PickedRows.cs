using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Pages of many parents for SQLite: the keys of each page are picked by a query of its own inside the statement,
/// <c>FROM parents CROSS JOIN items WHERE items.Id IN (SELECT … WHERE parent = parents.Id ORDER BY … LIMIT n)</c>. SQLite runs it as a loop over
/// the parents and stops reading each after its page, which a window does not: that ranks all rows of all parents before it drops them.
/// </summary>
internal static class PickedRows
{
    public static RowQuery<Keyed<T>> Of<T>(Batch<T> batch)
        where T : class
    {
        var parent = Expression.Parameter(batch.Origin.ParentType, "parent");
        var all = Expression.Call(batch.Level.Place.Context, nameof(DbContext.Set), [typeof(T)]);
        var pairs = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [typeof(Pair<,>).MakeGenericType(parent.Type, typeof(T))],
            batch.Pairs(parent, all, typeof(T), out var pairType), Expression.Quote(IsPicked(batch, pairType)));
        return batch.Read(pairs, pairType, item => item);
    }

    private static LambdaExpression IsPicked<T>(Batch<T> batch, Type pairType)
        where T : class
    {
        var key = Projection.PrimaryKeyOf(batch.Level.Model, typeof(T));
        var pair = Expression.Parameter(pairType, "pair");
        var page = batch.PageOf(Members.Inline(batch.Origin.Source, Expression.Property(pair, nameof(Pair<,>.Parent))));
        var keys = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Select), [batch.Element.Type, key.PropertyType],
            page, Expression.Lambda(KeyOf(batch, key), batch.Element));
        var item = Expression.Property(pair, nameof(Pair<,>.Element));
        return Expression.Lambda(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [key.PropertyType], keys, Expression.Property(item, key)), pair);
    }

    private static Expression KeyOf<T>(Batch<T> batch, PropertyInfo key)
        where T : class =>
        batch.Level.Copies.Visit(Expression.Property(batch.Origin.ItemOf(batch.Element), key));
}
