using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Turns a coerced <c>order</c> into sort keys, and keys into ordered queries. The primary key always comes last, so that every order is total.</summary>
internal sealed class SortCompiler(DataOptions data, IModel model, Type itemType)
{
    /// <summary>The order that a client asked for; null if none.</summary>
    public SortOrder? Asked(object? order) => order is IReadOnlyList<object?> { Count: > 0 } items
        ? Total(items.OfType<InputObject>().Select(item => Key(item, [])))
        : null;

    /// <summary>What tells an order that a client asked for from all others.</summary>
    public static string FormOf(object? order)
    {
        if (order is not IReadOnlyList<object?> { Count: > 0 } items)
        {
            return "";
        }

        var form = new StringBuilder();
        foreach (var item in items)
        {
            AddForm(form.Append(','), item as InputObject);
        }

        return form.ToString();
    }

    private static void AddForm(StringBuilder form, InputObject? item)
    {
        foreach (var (field, value) in item?.Fields ?? [])
        {
            form.Append(' ').Append(field.Name);
            if (value is InputObject deeper)
            {
                AddForm(form.Append('.'), deeper);
            }
            else
            {
                form.Append(value switch { null => '~', SortDirection.Desc => '-', _ => '+' });
            }
        }
    }

    /// <summary>Whether a client asked for an order that changes without a change of the data.</summary>
    public static bool IsVolatile(object? order) => order is IReadOnlyList<object?> items && items.OfType<InputObject>().Any(IsVolatile);

    private static bool IsVolatile(InputObject item) =>
        item.Fields.Any(field => field.Value is not null && (field.Key.IsVolatile || (field.Value is InputObject deeper && IsVolatile(deeper))));

    /// <summary>The order of a root query, as its own OrderBy and ThenBy say; null if it has none.</summary>
    public SortOrder? OwnOf(Expression query)
    {
        var keys = new List<SortKey>();
        while (query is MethodCallExpression { Method.Name: var name } call
            && (name.StartsWith(nameof(Queryable.OrderBy), StringComparison.Ordinal) || name.StartsWith(nameof(Queryable.ThenBy), StringComparison.Ordinal)))
        {
            var key = (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand;
            var isDescending = name.EndsWith("Descending", StringComparison.Ordinal);
            keys.Insert(0, PathOf(key.Body) is { } path ? KeyOf(path, isDescending) : ComputedOf(key, isDescending));
            query = name.StartsWith(nameof(Queryable.OrderBy), StringComparison.Ordinal) ? Expression.Empty() : call.Arguments[0];
        }

        return keys.Count > 0 ? Total(keys) : null;
    }

    /// <summary>The order that the type declares; the primary key alone if it declares none.</summary>
    public SortOrder Default(IReadOnlyList<string> names) => Total(names.Select(name =>
    {
        var property = Members.Find(itemType, name.TrimStart('-'))
            ?? throw new InvalidOperationException($"[DefaultOrder] of {itemType.Name} names {name}, which it does not have.");
        return KeyOf([property], name.StartsWith('-'));
    }));

    /// <summary>Orders a sequence of elements by the keys of the items they stand for.</summary>
    public static Expression Order(Expression source, ParameterExpression element, Expression item, SortOrder order, bool isContinued = false)
    {
        var isQueryable = typeof(IQueryable).IsAssignableFrom(source.Type);
        foreach (var key in order.Keys)
        {
            var value = key.Of(item);
            if (key.IsOptional)
            {
                var rank = Expression.Condition(Members.IsNull(value), Expression.Constant(1), Expression.Constant(0));
                source = By(source, Expression.Lambda(rank, element), key.IsNullsFirst, isContinued, isQueryable);
                isContinued = true;
            }

            source = By(source, Expression.Lambda(value, element), key.IsDescending, isContinued, isQueryable);
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

    /// <summary>Each member once, and nothing behind the primary key.</summary>
    private SortOrder Total(IEnumerable<SortKey> keys)
    {
        var primaryKey = SortKey.Of(model, itemType, [Projection.PrimaryKeyOf(model, itemType)], isDescending: false);
        var distinct = keys.Append(primaryKey).DistinctBy(key => key.PathName).ToList();
        return new SortOrder(distinct[..(distinct.FindIndex(key => key.PathName == primaryKey.PathName) + 1)]);
    }

    private SortKey Key(InputObject item, IReadOnlyList<PropertyInfo> path)
    {
        var given = item.Fields.Where(field => field.Value is not null).ToList();
        if (given.Count != 1)
        {
            throw new GraphQLException($"A sort key of {item.Type.Name} has exactly one field, not {given.Count}; write several keys as several objects of the list.");
        }

        var (field, value) = given[0];
        var member = (SortMember)field.Tag!;
        IReadOnlyList<PropertyInfo> steps = [.. path, .. member.Path];
        return value is InputObject deeper ? Key(deeper, steps)
            : KeyOf(steps, value is SortDirection.Desc) with { First = member.First is { } first ? [.. path, first] : null };
    }

    private SortKey KeyOf(IReadOnlyList<PropertyInfo> path, bool isDescending) =>
        SortKey.Of(model, itemType, [.. path.SkipLast(1), Column(path[^1])], isDescending);

    /// <summary>The member that stands for another in an order: its folded form, or its earliest day.</summary>
    private PropertyInfo Column(PropertyInfo property)
    {
        if (data.OrderedAlike?.Invoke(property) is { } alike)
        {
            return alike;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var companion = type == typeof(string) ? Members.Companion(property, data.FoldedSuffix)
            : data.SortSuffixes.TryGetValue(type, out var suffix) ? Members.Companion(property, suffix)
            : null;
        return companion ?? property;
    }

    private SortKey ComputedOf(LambdaExpression key, bool isDescending) => key.ReturnType == typeof(double)
        ? new SortKey([], isDescending, IsOptional: false, Converter: null, Computed: new ComputedKey(key))
        : throw new InvalidOperationException($"A root query of {itemType.Name} is ordered by {key.Body}; pages need an order by members, or by numbers (double) that are computed of them.");

    private static IReadOnlyList<PropertyInfo>? PathOf(Expression? key) => key switch
    {
        ParameterExpression => [],
        MemberExpression { Member: PropertyInfo property } member when PathOf(member.Expression) is { } path => [.. path, property],
        _ => null,
    };
}
