using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Turns a coerced filter into a condition. An operand that is absent or null is no condition (but for <c>eq</c> and <c>neq</c>), so
/// optional variables of a client drop no rows in silence; null as a result means that nothing is asked.
/// </summary>
internal sealed class FilterCompiler(DataOptions data, StatementParameters statement)
{
    private const int MaximumListItems = 100;
    private const int MaximumDepth = 5;

    /// <summary>The condition on an object; null if the filter asks nothing.</summary>
    public Expression? Compile(InputObject filter, Expression owner) => Compile(filter, owner, 1);

    /// <summary>Operators in a filter, for the limit on them.</summary>
    public static int CountOperators(object? value) => value switch
    {
        InputObject filter => filter.Fields.Sum(field => (field.Key.Tag is OperationFilter or ConditionFilter or CustomOperationFilter ? 1 : 0) + CountOperators(field.Value)),
        IEnumerable<object?> items => items.OfType<InputObject>().Sum(CountOperators),
        _ => 0,
    };

    private Expression? Compile(InputObject filter, Expression owner, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Limits.Exceeded("filterDepth", depth, MaximumDepth, "A filter is nested too deeply");
        }

        Expression? all = null;
        foreach (var (field, value) in filter.Fields)
        {
            statement.Mark(field.Name);
            var condition = value is null ? null : (FilterMember)field.Tag! switch
            {
                CombinedFilter combined => Combine((IReadOnlyList<object?>)value, combined.IsAnd, item => Compile(item, owner, depth + 1)),
                LeafFilter leaf => Leaf((InputObject)value, owner, leaf),
                ObjectFilter related => Compile((InputObject)value, Expression.Property(owner, related.Property), depth + 1),
                LeafListFilter list => Quantified((InputObject)value, Expression.Property(owner, list.Property), ItemOf(list.Property), LeafItem),
                CollectionFilter collection => Collection((InputObject)value, owner, collection.Origin, depth),
                ConditionFilter custom => Members.Inline(custom.Condition, owner, statement.Add(value, custom.Condition.Parameters[1].Type)),
                _ => throw new InvalidOperationException($"{field.Name} is no field of a filter."),
            };
            statement.Mark(condition is null ? "-" : "+");
            all = And(all, condition);
        }

        statement.Mark("}");
        return all;
    }

    private static Expression? Combine(IReadOnlyList<object?> items, bool isAnd, Func<InputObject, Expression?> compile)
    {
        Expression? result = null;
        foreach (var item in items.OfType<InputObject>())
        {
            var condition = compile(item);
            result = result is null || condition is null ? result ?? condition : isAnd ? Expression.AndAlso(result, condition) : Expression.OrElse(result, condition);
        }

        return result;
    }

    private Expression? Leaf(InputObject operations, Expression owner, LeafFilter leaf)
    {
        var member = Expression.Property(owner, leaf.Property);
        return Operations(operations, member, leaf.Property, owner, leaf.IsGlobalId);
    }

    private Expression? LeafItem(InputObject operations, Expression item) => Operations(operations, item, null, null, isGlobalId: false);

    private Expression? Operations(InputObject operations, Expression member, PropertyInfo? property, Expression? owner, bool isGlobalId)
    {
        Expression? all = null;
        foreach (var (field, value) in operations.Fields)
        {
            statement.Mark(field.Name);
            var condition = field.Tag switch
            {
                CombinedFilter combined when value is not null =>
                    Combine((IReadOnlyList<object?>)value, combined.IsAnd, item => Operations(item, member, property, owner, isGlobalId)),
                OperationFilter { Operation: var operation } => Operation(operation, member, property, owner, value, isGlobalId),
                CustomOperationFilter { Operation: var custom } when value is not null && property is not null =>
                    custom.Build(owner!, property, value, statement.Add),
                _ => null,
            };
            statement.Mark(condition is null ? "-" : value is null ? "null" : "+");
            all = And(all, condition);
        }

        return all;
    }

    private Expression? Operation(
        FilterOperation operation, Expression member, PropertyInfo? property, Expression? owner, object? value, bool isGlobalId)
    {
        if (value is null)
        {
            return operation.Name is "eq" or "neq" ? IsNull(member, operation.IsNegated) : null;
        }

        if (isGlobalId)
        {
            value = operation.TakesList ? ((IReadOnlyList<object?>)value).Select(id => (object?)KeyOf(id, member)).ToArray() : KeyOf(value, member);
        }

        var compared = operation.OnText ? Folded(member, property, owner) : member;
        var operand = operation.TakesList
            ? statement.AddList(Checked((IReadOnlyList<object?>)value), compared.Type)
            : statement.Add(operation.OnText ? FoldValue((string)value) : value, compared.Type);
        var condition = operation.Build(compared, operand);
        if (!operation.IsNegated)
        {
            return condition;
        }

        var negated = Expression.Not(condition);
        return IsOptional(member) ? Expression.OrElse(IsNull(compared, negated: false), negated) : negated;
    }

    private Expression? Collection(InputObject filter, Expression owner, CollectionOrigin origin, int depth) =>
        Quantified(filter, Members.Inline(origin.Source, owner), origin.ElementType, (item, element) => Compile(item, origin.ItemOf(element), depth + 1));

    private Expression? Quantified(InputObject filter, Expression collection, Type itemType, Func<InputObject, Expression, Expression?> compile)
    {
        Expression? all = null;
        foreach (var (field, value) in filter.Fields)
        {
            if (value is null)
            {
                continue;
            }

            var name = ((QuantifierFilter)field.Tag!).Name;
            statement.Mark(name);
            Expression? condition;
            if (name == "any")
            {
                statement.Mark(value.ToString()!);
                condition = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [itemType], collection);
                condition = (bool)value ? condition : Expression.Not(condition);
            }
            else
            {
                var element = Expression.Parameter(itemType, "e");
                condition = compile((InputObject)value, element) is { } inner ? Quantify(name, collection, element, inner) : null;
            }

            statement.Mark(condition is null ? "-" : "+");
            all = And(all, condition);
        }

        return all;
    }

    private static Expression Quantify(string name, Expression collection, ParameterExpression element, Expression inner)
    {
        var condition = Expression.Lambda(name == "all" ? Expression.Not(inner) : inner, element);
        var any = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [element.Type], collection, condition);
        return name == "some" ? any : Expression.Not(any);
    }

    private Expression Folded(Expression member, PropertyInfo? property, Expression? owner)
    {
        var companion = property is null ? null : Members.Companion(property, data.FoldedSuffix);
        return companion is not null ? Expression.Property(owner!, companion)
            : data.Fold is not null ? Expression.Call(data.Fold, member)
            : member;
    }

    private string FoldValue(string value) => (string?)data.Fold?.Invoke(null, [value]) ?? value;

    private static long KeyOf(object? id, Expression member)
    {
        // A well-formed id of another type, or no id at all, is equal to no key.
        var type = member is MemberExpression { Expression: { } owner } ? owner.Type.Name : "";
        return id is string text && GlobalId.TryDecode(text, out var named, out var key) && named == type ? key : -1L;
    }

    private static IReadOnlyList<object?> Checked(IReadOnlyList<object?> items) => items.Count <= MaximumListItems
        ? items
        : throw Limits.Exceeded("listItems", items.Count, MaximumListItems, "A list in a filter is too long");

    /// <summary>Whether the value may be missing: itself nullable, or reached through an object that may be.</summary>
    private static bool IsOptional(Expression member) =>
        Members.IsNullable(member.Type) || member is MemberExpression { Expression: MemberExpression };

    private static Expression IsNull(Expression member, bool negated)
    {
        var nullable = Members.AsNullable(member);
        var isNull = Expression.Equal(nullable, Expression.Constant(null, nullable.Type));
        return negated ? Expression.Not(isNull) : isNull;
    }

    private static Type ItemOf(PropertyInfo list) => ClrTypes.IsList(list.PropertyType, out var item) ? item : typeof(object);

    private static Expression? And(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : Expression.AndAlso(left, right);
}
