using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Finds and reads members of entities, internal bookkeeping members included.</summary>
internal static class Members
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>A property by its name; null if the class has none.</summary>
    public static PropertyInfo? Find(Type type, string name) => type.GetProperty(name, Any);

    /// <summary>Members that lead from one to the next, with dots between; null if one is missing.</summary>
    public static PropertyInfo[]? Path(Type type, string names)
    {
        List<PropertyInfo> path = [];
        foreach (var name in names.Split('.'))
        {
            if (Find(type, name) is not { } member)
            {
                return null;
            }

            path.Add(member);
            type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        }

        return [.. path];
    }

    /// <summary>The member that stands beside another and holds another form of it.</summary>
    public static PropertyInfo? Companion(PropertyInfo member, string suffix) => Find(member.ReflectedType!, member.Name + suffix);

    /// <summary>Whether null is a value of the type.</summary>
    public static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The same expression with a type that can be null.</summary>
    public static Expression AsNullable(Expression expression) =>
        IsNullable(expression.Type) ? expression : Expression.Convert(expression, typeof(Nullable<>).MakeGenericType(expression.Type));

    /// <summary>Whether there is no value.</summary>
    public static BinaryExpression IsNull(Expression value)
    {
        var nullable = AsNullable(value);
        return Expression.Equal(nullable, Expression.Constant(null, nullable.Type));
    }

    /// <summary>The body of a lambda with its parameters replaced.</summary>
    public static Expression Inline(LambdaExpression lambda, params Expression[] arguments) =>
        new Replacement(lambda.Parameters.Zip(arguments).ToDictionary(pair => (Expression)pair.First, pair => pair.Second)).Visit(lambda.Body)!;

    /// <summary>An expression with one part replaced.</summary>
    public static Expression Replace(Expression expression, Expression part, Expression by) =>
        new Replacement(new Dictionary<Expression, Expression> { [part] = by }).Visit(expression)!;

    /// <summary>An expression with several parts replaced.</summary>
    public static Expression Replace(Expression expression, IReadOnlyDictionary<Expression, Expression> parts) =>
        new Replacement(parts).Visit(expression)!;

    private sealed class Replacement(IReadOnlyDictionary<Expression, Expression> replacements) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) =>
            node is not null && replacements.TryGetValue(node, out var replaced) ? replaced : base.Visit(node);
    }
}
