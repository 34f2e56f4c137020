using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>An operation of a filter: a row of one table instead of a class each.</summary>
/// <param name="Name">Name in the filter input.</param>
/// <param name="Description">Its description.</param>
/// <param name="TakesList">Its operand is a list.</param>
/// <param name="OnText">It compares folded texts.</param>
/// <param name="IsNegated">It is the exact negation of <paramref name="Build"/>, so what is unknown matches.</param>
/// <param name="Build">Member and operand → condition.</param>
internal sealed record FilterOperation(
    string Name, string Description, bool TakesList, bool OnText, bool IsNegated, Func<Expression, Expression, Expression> Build)
{
    /// <summary>EF lets equality and membership of null be true or false as C# does; of other comparisons with null SQL says neither.</summary>
    public bool IsEquality => Name is "eq" or "neq" or "in" or "nin";

    private static readonly FilterOperation[] Equality =
    [
        new("eq", "Equal to; null finds what is unknown.", false, false, false, Expression.Equal),
        new("neq", "Not equal to; what is unknown matches.", false, false, true, Expression.Equal),
    ];

    private static readonly FilterOperation[] Membership =
    [
        new("in", "One of, at most 100.", true, false, false, Contains),
        new("nin", "None of, at most 100; what is unknown matches.", true, false, true, Contains),
    ];

    private static readonly FilterOperation[] Comparison =
    [
        new("gt", "Greater than.", false, false, false, Expression.GreaterThan),
        new("ngt", "Not greater than.", false, false, true, Expression.GreaterThan),
        new("gte", "Greater than or equal to.", false, false, false, Expression.GreaterThanOrEqual),
        new("ngte", "Not greater than or equal to.", false, false, true, Expression.GreaterThanOrEqual),
        new("lt", "Less than.", false, false, false, Expression.LessThan),
        new("nlt", "Not less than.", false, false, true, Expression.LessThan),
        new("lte", "Less than or equal to.", false, false, false, Expression.LessThanOrEqual),
        new("nlte", "Not less than or equal to.", false, false, true, Expression.LessThanOrEqual),
    ];

    private static readonly FilterOperation[] Text =
    [
        new("contains", "Contains; case and ё/е do not matter.", false, true, false, TextCall(nameof(string.Contains))),
        new("ncontains", "Does not contain.", false, true, true, TextCall(nameof(string.Contains))),
        new("startsWith", "Starts with; case and ё/е do not matter.", false, true, false, TextCall(nameof(string.StartsWith))),
        new("nstartsWith", "Does not start with.", false, true, true, TextCall(nameof(string.StartsWith))),
        new("endsWith", "Ends with; case and ё/е do not matter.", false, true, false, TextCall(nameof(string.EndsWith))),
        new("nendsWith", "Does not end with.", false, true, true, TextCall(nameof(string.EndsWith))),
    ];

    private static readonly HashSet<Type> Comparable =
        [typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly)];

    /// <summary>The operations that a scalar or enum has.</summary>
    public static IEnumerable<FilterOperation> Of(NamedType leaf) => leaf switch
    {
        ScalarType scalar when scalar == BuiltInScalars.Boolean => Equality,
        ScalarType scalar when scalar == BuiltInScalars.String => [.. Equality, .. Membership, .. Text],
        ScalarType scalar when Comparable.Contains(scalar.ClrType) => [.. Equality, .. Membership, .. Comparison],
        _ => [.. Equality, .. Membership],
    };

    private static MethodCallExpression Contains(Expression member, Expression list) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [member.Type], list, member);

    private static Func<Expression, Expression, Expression> TextCall(string method)
    {
        var found = typeof(string).GetMethod(method, BindingFlags.Public | BindingFlags.Instance, [typeof(string)])!;
        return (member, operand) => Expression.Call(member, found, operand);
    }
}
