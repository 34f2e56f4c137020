using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The pages of a collection for many parents, before it is decided how to read them.</summary>
/// <param name="Level">The level.</param>
/// <param name="Origin">The collection.</param>
/// <param name="Key">Primary key of the parents.</param>
/// <param name="Keys">Keys of just these parents.</param>
/// <param name="Element">Stands for an element of the collection.</param>
/// <param name="Condition">Filter and cursors, on the element; null if there are none.</param>
/// <param name="Size">Rows of each parent at most.</param>
internal sealed record Batch<T>(
    Level<T> Level, CollectionOrigin Origin, PropertyInfo Key, ParameterExpression Keys, ParameterExpression Element, Expression? Condition,
    ParameterExpression Size)
    where T : class
{
    /// <summary>Just these parents.</summary>
    public Expression Parents(ParameterExpression parent) => Parents(Level.Place.Context, parent, Key, Keys);

    /// <summary>The rows of one parent: those that match, in order, no more than wanted.</summary>
    /// <param name="collection">All of its elements.</param>
    public Expression PageOf(Expression collection)
    {
        var page = Where(collection, Condition, Element);
        page = SortCompiler.Order(page, Element, Origin.ItemOf(Element), Level.Reading);
        page = Expression.Call(typeof(Enumerable), nameof(Enumerable.Take), [Element.Type], page, Size);
        return Level.Copies.Visit(page);
    }

    /// <summary>Rows of one parent together, in their order, which no join promises.</summary>
    /// <param name="pairs">Parents with their rows.</param>
    /// <param name="pairType">Class of the pairs.</param>
    /// <param name="itemOf">The item of a pair.</param>
    public RowQuery<Keyed<T>> Read(Expression pairs, Type pairType, Func<Expression, Expression> itemOf)
    {
        var pair = Expression.Parameter(pairType, "pair");
        var parentKey = Expression.Property(Expression.Property(pair, nameof(Pair<,>.Parent)), Key);
        var item = itemOf(Expression.Property(pair, nameof(Pair<,>.Element)));
        pairs = Expression.Call(
            typeof(Queryable), nameof(Queryable.OrderBy), [pairType, Key.PropertyType], pairs, Expression.Quote(Expression.Lambda(parentKey, pair)));
        pairs = SortCompiler.Order(pairs, pair, item, Level.Reading, isContinued: true);

        var cells = new Cells();
        var row = Expression.New(
            Keyed<T>.Constructor, cells.ReadPlain(parentKey, nameof(DbDataReader.GetInt64)), Level.Project(item, cells));
        return RowQuery<Keyed<T>>.Of(pairs, pair, cells, row);
    }

    /// <summary>Parents joined with what belongs to each.</summary>
    /// <param name="parent">Stands for a parent.</param>
    /// <param name="elements">What belongs to it.</param>
    /// <param name="elementType">Class of that.</param>
    /// <param name="pairType">Class of the pairs.</param>
    public MethodCallExpression Pairs(ParameterExpression parent, Expression elements, Type elementType, out Type pairType)
    {
        pairType = typeof(Pair<,>).MakeGenericType(parent.Type, elementType);
        var element = Expression.Parameter(elementType, "joined");
        var pair = Expression.MemberInit(
            Expression.New(pairType),
            Expression.Bind(pairType.GetProperty(nameof(Pair<,>.Parent))!, parent),
            Expression.Bind(pairType.GetProperty(nameof(Pair<,>.Element))!, element));
        var collectionType = typeof(IEnumerable<>).MakeGenericType(elementType);
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.SelectMany), [parent.Type, elementType, pairType],
            Parents(parent),
            Expression.Quote(Expression.Lambda(typeof(Func<,>).MakeGenericType(parent.Type, collectionType), elements, parent)),
            Expression.Quote(Expression.Lambda(pair, parent, element)));
    }

    /// <summary>Parents by their keys.</summary>
    public static MethodCallExpression Parents(Expression context, ParameterExpression parent, PropertyInfo key, ParameterExpression keys) =>
        Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [parent.Type],
            Expression.Call(context, nameof(DbContext.Set), [parent.Type]),
            Expression.Quote(Expression.Lambda(
                Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [key.PropertyType], keys, Expression.Property(parent, key)), parent)));

    /// <summary>Elements that match.</summary>
    public static Expression Where(Expression source, Expression? condition, ParameterExpression element) => condition is null
        ? source
        : Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [element.Type], source, Expression.Lambda(condition, element));
}

/// <summary>A parent with one element of its collection.</summary>
internal sealed class Pair<TParent, TElement>
{
    public TParent Parent { get; set; } = default!;

    public TElement Element { get; set; } = default!;
}
