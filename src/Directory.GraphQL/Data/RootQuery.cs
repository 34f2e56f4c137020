using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The query of a root method as an expression over the context alone. Whatever the method captured (arguments, what services said)
/// becomes a parameter: the statement can be compiled once and still serves every value.
/// </summary>
internal sealed class RootQuery : ExpressionVisitor
{
    private readonly ParameterExpression context;
    private readonly StatementParameters statement;

    private RootQuery(ParameterExpression context, StatementParameters statement)
    {
        this.context = context;
        this.statement = statement;
    }

    /// <summary>Rewrites the expression of a query.</summary>
    public static Expression Rebase(Expression query, ParameterExpression context, StatementParameters statement) =>
        new RootQuery(context, statement).Visit(query);

    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
        ? Expression.Call(context, nameof(DbContext.Set), [root.EntityType.ClrType])
        : base.VisitExtension(node);

    protected override Expression VisitConstant(ConstantExpression node) => node.Value switch
    {
        IQueryable query when query.Expression != node => Visit(query.Expression),
        DbContext => context,
        _ => node,
    };

    protected override Expression VisitMember(MemberExpression node)
    {
        if (!TryRead(node, out var value))
        {
            return base.VisitMember(node);
        }

        return value switch
        {
            IQueryable query => Visit(query.Expression),
            DbContext => context,
            _ => statement.Add(value, node.Type),
        };
    }

    /// <summary>The value of a chain of members that starts at something captured.</summary>
    private static bool TryRead(Expression? node, out object? value)
    {
        value = null;
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Expression: { } owner } member when TryRead(owner, out var parent):
                value = member.Member is FieldInfo field ? field.GetValue(parent) : ((PropertyInfo)member.Member).GetValue(parent);
                return true;
            default:
                return false;
        }
    }
}
