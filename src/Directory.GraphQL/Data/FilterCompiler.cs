using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Turns a coerced filter into a condition. An operand that is absent or null is no condition (but for <c>eq</c> and <c>neq</c>), so
/// optional variables of a client drop no rows in silence; null as a result means that nothing is asked.
/// </summary>
internal sealed class FilterCompiler(DataOptions data, StatementParameters statement, IServiceProvider services)
{
    private const int MaximumListItems = 100;
    private const int MaximumDepth = 5;

    /// <summary>The condition on an object; null if the filter asks nothing.</summary>
    public Expression? Compile(InputObject filter, Expression owner)
    {
        Expression? all = null;
        foreach (var (field, value) in filter.Fields)
        {
            all = And(all, value is null ? null : Compile((FilterMember)field.Tag!, value, owner));
        }

        return all;
    }

    private Expression? Compile(FilterMember member, object value, Expression owner) => member switch
    {
        CombinedFilter combined => Combine((IReadOnlyList<object?>)value, combined.IsAnd, item => Compile(item, owner)),
        LeafFilter leaf => Operations((InputObject)value, Expression.Property(owner, leaf.Property), leaf, owner),
        ObjectFilter related => Compile((InputObject)value, Expression.Property(owner, related.Property)),
        LeafListFilter list => Quantified((InputObject)value, Expression.Property(owner, list.Property), FilterOperands.ItemOf(list.Property), LeafItem),
        CollectionFilter collection => Collection((InputObject)value, owner, collection.Origin),
        ConditionFilter { Custom.Condition: var condition } => Members.Inline(condition, owner, statement.Add(value, condition.Parameters[1].Type)),
        FactFilter { Fact: var fact } => Fact((InputObject)value, owner, fact),
        ChoiceFilter { Choice: var choice } => Choice((InputObject)value, owner, choice),
        EitherFilter either => Operations(
            (InputObject)value, Expression.Coalesce(Expression.Property(owner, either.First), either.Path.Aggregate(owner, Expression.Property)), null, null),
        ThroughFilter through => Compile(through.Inner, value, through.Steps.Aggregate(owner, Expression.Property)),
        _ => throw new InvalidOperationException($"{member} is no field of a filter."),
    };

    /// <summary>Operators in a filter, for the limit on them.</summary>
    /// <exception cref="GraphQLException">It is nested too deeply, or a list in it is too long.</exception>
    public static int CountOperators(object? value, int depth = 1)
    {
        switch (value)
        {
            case InputObject when depth > MaximumDepth + 1:
                throw Limits.Exceeded("filterDepth", depth - 1, MaximumDepth, "A filter is nested too deeply");
            case InputObject filter:
                return filter.Fields.Sum(field => (field.Key.Tag is OperationFilter or CustomOperationFilter or ConditionFilter or QuantifierFilter or FactFilter or ChoiceFilter ? 1 : 0)
                    + CountOperators(field.Value, field.Key.Tag is QuantifierFilter ? depth : depth + 1));
            case IReadOnlyList<object?> { Count: > MaximumListItems } items:
                throw Limits.Exceeded("listItems", items.Count, MaximumListItems, "A list in a filter is too long");
            case IReadOnlyList<object?> items:
                return items.OfType<InputObject>().Sum(item => CountOperators(item, depth));
            default:
                return 0;
        }
    }

    /// <summary>With what a filter changes beside the data.</summary>
    public static Volatility VolatilityOf(object? value) => value switch
    {
        InputObject filter => filter.Fields.Where(field => field.Value is not null)
            .Select(field => Worse(OwnVolatility(field.Key), VolatilityOf(field.Value))).DefaultIfEmpty().Max(),
        IReadOnlyList<object?> items => items.Select(VolatilityOf).DefaultIfEmpty().Max(),
        _ => Volatility.None,
    };

    private static Volatility OwnVolatility(InputField field) => field switch
    {
        { IsVolatile: true } or { Tag: ChoiceFilter } => Volatility.Any,
        { Tag: FactFilter { Fact: var fact } } => fact.ByClock ? Volatility.Clock : Volatility.Any,
        _ => Volatility.None,
    };

    private static Volatility Worse(Volatility one, Volatility other) => one > other ? one : other;

    private Expression? Fact(InputObject operations, Expression owner, CustomFilterFact fact)
    {
        var operand = statement.Add(fact.Operand(services), fact.IsTrue.Parameters[1].Type);
        var (isTrue, isFalse) = (Members.Inline(fact.IsTrue, owner, operand), Members.Inline(fact.IsFalse, owner, operand));
        Expression? all = null;
        foreach (var (field, value) in operations.Fields)
        {
            var condition = value switch
            {
                null => Expression.Not(Expression.OrElse(isTrue, isFalse)),
                true => isTrue,
                _ => isFalse,
            };
            all = And(all, field.Name == "neq" ? Expression.Not(condition) : condition);
        }

        return all;
    }

    /// <summary>A value that is never unknown: `eq: null` finds nothing.</summary>
    private Expression? Choice(InputObject operations, Expression owner, CustomFilterChoice choice)
    {
        var operand = new Lazy<Expression>(() => statement.Add(choice.Operand(services), choice.Conditions.First().Value.Parameters[1].Type));
        Expression IsOne(IEnumerable<object?> values) => values.OfType<Enum>().Distinct()
            .Select(value => Members.Inline(choice.Conditions[value], owner, operand.Value))
            .Aggregate((Expression)Expression.Constant(false), (any, condition) => any is ConstantExpression ? condition : Expression.OrElse(any, condition));

        Expression? all = null;
        foreach (var (field, value) in operations.Fields)
        {
            if (value is null && field.Name is not ("eq" or "neq"))
            {
                continue;
            }

            var condition = IsOne(value as IReadOnlyList<object?> ?? [value]);
            all = And(all, field.Name[0] == 'n' ? Expression.Not(condition) : condition);
        }

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

    private Expression? LeafItem(InputObject operations, Expression item) => Operations(operations, item, null, null);

    private Expression? Operations(InputObject operations, Expression member, LeafFilter? leaf, Expression? owner)
    {
        Expression? all = null;
        foreach (var (field, value) in operations.Fields)
        {
            all = And(all, field.Tag switch
            {
                CombinedFilter combined when value is not null =>
                    Combine((IReadOnlyList<object?>)value, combined.IsAnd, item => Operations(item, member, leaf, owner)),
                OperationFilter { Operation: var operation } => Operation(operation, member, leaf, owner, value),
                CustomOperationFilter { Operation: var custom } when value is not null && leaf is not null =>
                    custom.Build(owner!, leaf.Property, value, statement.Add),
                _ => null,
            });
        }

        return all;
    }

    private Expression? Operation(FilterOperation operation, Expression member, LeafFilter? leaf, Expression? owner, object? value)
    {
        if (value is null)
        {
            return operation.Name is "eq" or "neq" ? IsNull(member, operation.IsNegated) : null;
        }

        var compared = operation.OnText ? Folded(member, leaf?.Property, owner) : member;
        var operand = statement.Add(
            FilterOperands.Of(data, operation, leaf, value, compared.Type), operation.TakesList ? compared.Type.MakeArrayType() : compared.Type);
        var condition = operation.Build(compared, operand);
        if (!operation.IsNegated)
        {
            return condition;
        }

        var negated = Expression.Not(condition);
        return IsOptional(member) && !operation.IsEquality ? Expression.OrElse(IsNull(compared, negated: false), negated) : negated;
    }

    private Expression? Collection(InputObject filter, Expression owner, CollectionOrigin origin) =>
        Quantified(filter, Members.Inline(origin.Source, owner), origin.ElementType, (item, element) => Compile(item, origin.ItemOf(element)));

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
            Expression? condition;
            if (name == "any")
            {
                condition = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [itemType], collection);
                condition = (bool)value ? condition : Expression.Not(condition);
            }
            else
            {
                var element = Expression.Parameter(itemType, "e");
                condition = compile((InputObject)value, element) is { } inner ? Quantify(name, collection, element, inner) : null;
            }

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

    /// <summary>Whether the value may be missing: itself nullable, or reached through an object that may be.</summary>
    private static bool IsOptional(Expression member) =>
        Members.IsNullable(member.Type) || member is MemberExpression { Expression: MemberExpression };

    private static Expression IsNull(Expression member, bool negated) =>
        negated ? Expression.Not(Members.IsNull(member)) : Members.IsNull(member);

    private static Expression? And(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : Expression.AndAlso(left, right);
}
