using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The condition «behind the cursor» in an order of several keys: SQL has row values, LINQ does not, so it is written out.</summary>
internal static class Keyset
{
    private static readonly MethodInfo CompareTexts = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    /// <summary>Items that come after the one whose key values are given.</summary>
    public static Expression After(Expression item, IReadOnlyList<SortKey> keys, IReadOnlyList<object?> values, StatementParameters statement)
    {
        Expression? result = null;
        Expression? equalSoFar = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var value = key.ComparableOf(item);
            var operand = values[i] is null ? null : statement.Add(values[i], value.Type);
            statement.Mark(operand is null ? "null" : "after");

            if (Behind(key, value, operand) is { } behind)
            {
                var branch = equalSoFar is null ? behind : Expression.AndAlso(equalSoFar, behind);
                result = result is null ? branch : Expression.OrElse(result, branch);
            }

            var equal = operand is null ? IsNull(value) : Expression.Equal(value, operand);
            equalSoFar = equalSoFar is null ? equal : Expression.AndAlso(equalSoFar, equal);
        }

        return result ?? Expression.Constant(false);
    }

    /// <summary>Strictly behind a value; what is unknown comes last in both directions, so nothing lies behind an unknown one.</summary>
    private static BinaryExpression? Behind(SortKey key, Expression value, ParameterExpression? operand)
    {
        if (operand is null)
        {
            return null;
        }

        Expression left = value;
        Expression right = operand;
        if (value.Type == typeof(string))
        {
            left = Expression.Call(CompareTexts, value, operand);
            right = Expression.Constant(0);
        }

        var behind = key.IsDescending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        return key.IsOptional ? Expression.OrElse(IsNull(value), behind) : behind;
    }

    private static BinaryExpression IsNull(Expression value)
    {
        var nullable = Members.AsNullable(value);
        return Expression.Equal(nullable, Expression.Constant(null, nullable.Type));
    }
}
