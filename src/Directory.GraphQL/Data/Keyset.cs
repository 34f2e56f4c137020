using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The condition «behind the cursor» in an order of several keys: SQL has row values, LINQ does not, so it is written out.</summary>
internal static class Keyset
{
    private static readonly MethodInfo Less = typeof(Keyset).GetMethod(nameof(IsLess), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Greater = typeof(Keyset).GetMethod(nameof(IsGreater), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo NotLess = typeof(Keyset).GetMethod(nameof(IsNotLess), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo NotGreater = typeof(Keyset).GetMethod(nameof(IsNotGreater), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Items that come after the one whose key values are given.</summary>
    public static Expression After(Expression item, SortOrder order, IReadOnlyList<object?> values, StatementParameters statement)
    {
        Expression? result = null;
        Expression? equalSoFar = null;
        Expression? bound = null;
        for (var i = 0; i < order.Keys.Count; i++)
        {
            var key = order.Keys[i];
            var value = key.Of(item);
            var operand = values[i] is null ? null : statement.Add(values[i], value.Type);
            bound = i == 0 && order.Keys.Count > 1 ? Bound(key, value, operand) : bound;
            if (Behind(key, value, operand) is { } behind)
            {
                var branch = equalSoFar is null ? behind : Expression.AndAlso(equalSoFar, behind);
                result = result is null ? branch : Expression.OrElse(result, branch);
            }

            var equal = operand is null ? Members.IsNull(value) : Expression.Equal(value, operand);
            equalSoFar = equalSoFar is null ? equal : Expression.AndAlso(equalSoFar, equal);
        }

        return result is null ? Expression.Constant(false) : bound is null ? result : Expression.AndAlso(bound, result);
    }

    /// <summary>What the whole condition implies for the first key: an index can start there, which no database sees in a list of alternatives.</summary>
    private static BinaryExpression? Bound(SortKey key, Expression value, ParameterExpression? operand) => operand is null || key.IsOptional ? null
        : key.IsDescending ? Expression.LessThanOrEqual(value, operand, liftToNull: false, NotGreater.MakeGenericMethod(value.Type))
        : Expression.GreaterThanOrEqual(value, operand, liftToNull: false, NotLess.MakeGenericMethod(value.Type));

    /// <summary>Strictly behind a value; null if nothing can be. What is unknown comes last, or first if the order is read backwards.</summary>
    private static Expression? Behind(SortKey key, Expression value, ParameterExpression? operand)
    {
        if (operand is null)
        {
            return key.IsNullsFirst ? Expression.Not(Members.IsNull(value)) : null;
        }

        // With a method of our own the operators fit every type; SQL compares what is stored.
        var behind = key.IsDescending
            ? Expression.LessThan(value, operand, liftToNull: false, Less.MakeGenericMethod(value.Type))
            : Expression.GreaterThan(value, operand, liftToNull: false, Greater.MakeGenericMethod(value.Type));
        return key.IsOptional && !key.IsNullsFirst ? Expression.OrElse(Members.IsNull(value), behind) : behind;
    }

    private static bool IsLess<T>(T left, T right) => Comparer<T>.Default.Compare(left, right) < 0;

    private static bool IsNotLess<T>(T left, T right) => !IsLess(left, right);

    private static bool IsNotGreater<T>(T left, T right) => !IsGreater(left, right);

    private static bool IsGreater<T>(T left, T right) => Comparer<T>.Default.Compare(left, right) > 0;
}
