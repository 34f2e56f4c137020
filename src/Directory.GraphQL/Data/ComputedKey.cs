using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// A sort key that the database computes, and that is computed again in memory for the cursor. Both must come to the very same number: sums and
/// products of doubles do, everywhere; sines and logarithms do not.
/// </summary>
/// <param name="Value">Computes it of an item; what a root method captured is still inside.</param>
internal sealed record ComputedKey(LambdaExpression Value)
{
    private readonly Lazy<Func<object, object?>> compiled = new(() => Compile(Value));

    /// <summary>Members of the item that it needs.</summary>
    public IEnumerable<IReadOnlyList<PropertyInfo>> Paths => MemberPaths.Of(Value);

    /// <summary>How it is computed, and with which values.</summary>
    public string Seal
    {
        get
        {
            var values = new StatementParameters();
            var computation = RootQuery.Rebase(Value.Body, Expression.Parameter(typeof(object)), values);
            return $"{computation}{JsonSerializer.Serialize(values.Values)}";
        }
    }

    /// <summary>The value of a loaded item.</summary>
    public object? Of(object item) => compiled.Value(item);

    /// <summary>The same with parameters of a statement in place of captured values.</summary>
    public ComputedKey Rebase(ParameterExpression context, StatementParameters statement) => new((LambdaExpression)RootQuery.Rebase(Value, context, statement));

    private static Func<object, object?> Compile(LambdaExpression value)
    {
        var item = Expression.Parameter(typeof(object));
        var body = Members.Inline(value, Expression.Convert(item, value.Parameters[0].Type));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(body, typeof(object)), item).Compile(preferInterpretation: true);
    }

    /// <summary>Collects chains of members that begin at the item and end at a value.</summary>
    private sealed class MemberPaths(ParameterExpression item) : ExpressionVisitor
    {
        private readonly List<IReadOnlyList<PropertyInfo>> found = [];

        public static IEnumerable<IReadOnlyList<PropertyInfo>> Of(LambdaExpression value)
        {
            var paths = new MemberPaths(value.Parameters[0]);
            paths.Visit(value.Body);
            return paths.found;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is { } owner && Nullable.GetUnderlyingType(owner.Type) is not null)
            {
                // `Value` of what may be missing.
                Visit(owner);
                return node;
            }

            if (PathOf(node) is { } path)
            {
                found.Add(path);
                return node;
            }

            return base.VisitMember(node);
        }

        private List<PropertyInfo>? PathOf(Expression? node) => node switch
        {
            _ when node == item => [],
            MemberExpression { Member: PropertyInfo property } member when PathOf(member.Expression) is { } path => [.. path, property],
            _ => null,
        };
    }
}
