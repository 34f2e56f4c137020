using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Turns a coerced <c>order</c> into sort keys, and keys into ordered queries. The primary key always comes last, so that every order is total.</summary>
internal sealed class SortCompiler(DataOptions data, Type itemType, PropertyInfo primaryKey)
{
    /// <summary>The keys of an order; the type's default order if none is given.</summary>
    public IReadOnlyList<SortKey> Compile(object? order, IReadOnlyList<string> defaults)
    {
        var keys = order is IReadOnlyList<object?> { Count: > 0 } items
            ? items.OfType<InputObject>().Select(item => Key(item, [])).ToList()
            : [.. defaults.Select(Default)];
        return [.. keys.DistinctBy(key => string.Join('.', key.Path.Select(step => step.Name))), new SortKey([primaryKey], IsDescending: false)];
    }

    /// <summary>Orders a sequence of elements by the keys of the items they stand for; what is unknown comes last.</summary>
    public static Expression Order(Expression source, ParameterExpression element, Expression item, IReadOnlyList<SortKey> keys, bool isContinued = false)
    {
        var isQueryable = typeof(IQueryable).IsAssignableFrom(source.Type);
        foreach (var key in keys)
        {
            if (key.IsOptional)
            {
                var value = Members.AsNullable(key.Of(item));
                var rank = Expression.Condition(
                    Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(1), Expression.Constant(0));
                source = By(source, Expression.Lambda(rank, element), isDescending: false, isContinued, isQueryable);
                isContinued = true;
            }

            source = By(source, Expression.Lambda(key.Of(item), element), key.IsDescending, isContinued, isQueryable);
            isContinued = true;
        }

        return source;
    }

    private static MethodCallExpression By(Expression source, LambdaExpression key, bool isDescending, bool isContinued, bool isQueryable)
    {
        var method = (isContinued ? "ThenBy" : "OrderBy") + (isDescending ? "Descending" : "");
        return Expression.Call(
            isQueryable ? typeof(Queryable) : typeof(Enumerable), method, [key.Parameters[0].Type, key.ReturnType], source, isQueryable ? Expression.Quote(key) : key);
    }

    private SortKey Key(InputObject item, IReadOnlyList<PropertyInfo> path)
    {
        var given = item.Fields.Where(field => field.Value is not null).ToList();
        if (given.Count != 1)
        {
            throw new GraphQLException($"A sort key of {item.Type.Name} has exactly one field, not {given.Count}; write several keys as several objects of the list.");
        }

        var (field, value) = given[0];
        var property = (PropertyInfo)field.Tag!;
        return value is InputObject deeper
            ? Key(deeper, [.. path, property])
            : new SortKey([.. path, Column(property)], value is SortDirection.Desc);
    }

    private SortKey Default(string name)
    {
        var isDescending = name.StartsWith('-');
        var property = Members.Find(itemType, name.TrimStart('-'))
            ?? throw new InvalidOperationException($"[DefaultOrder] of {itemType.Name} names {name}, which it does not have.");
        return new SortKey([Column(property)], isDescending);
    }

    /// <summary>The member that stands for another in an order: its folded form, or its earliest day.</summary>
    private PropertyInfo Column(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var companion = type == typeof(string) ? Members.Companion(property, data.FoldedSuffix)
            : data.SortSuffixes.TryGetValue(type, out var suffix) ? Members.Companion(property, suffix)
            : null;
        return companion ?? property;
    }
}
