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
        new RootQuery(context, statement).Visit(query)!;

    protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
        ? Expression.Call(context, nameof(DbContext.Set), [root.EntityType.ClrType])
        : base.VisitExtension(node);

    protected override Expression VisitConstant(ConstantExpression node) => node.Value switch
    {
        IQueryable query when query.Expression != node => Visit(query.Expression)!,
        DbContext => context,
        _ => node,
    };

    /// <summary>What needs nothing but captured values is evaluated here, as EF would do it: <c>key != null</c> is no question for the database.</summary>
    public override Expression? Visit(Expression? node)
    {
        var isCaptured = false;
        if (node is not (MemberExpression or BinaryExpression or UnaryExpression) || !TryRead(node, ref isCaptured, out var value) || !isCaptured)
        {
            return base.Visit(node);
        }

        return value switch
        {
            IQueryable query => Visit(query.Expression),
            DbContext => context,
            _ => statement.Add(value, node.Type),
        };
    }

    private static bool TryRead(Expression? node, ref bool isCaptured, out object? value)
    {
        value = null;
        switch (node)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Expression: { } owner } member when TryRead(owner, ref isCaptured, out var parent):
                isCaptured = true;
                value = member.Member is FieldInfo field ? field.GetValue(parent) : ((PropertyInfo)member.Member).GetValue(parent);
                return true;
            case UnaryExpression { NodeType: not ExpressionType.Quote } unary when TryRead(unary.Operand, ref isCaptured, out var operand):
                value = Evaluate(unary.Update(Expression.Constant(operand, unary.Operand.Type)));
                return true;
            case BinaryExpression binary when TryRead(binary.Left, ref isCaptured, out var left) && TryRead(binary.Right, ref isCaptured, out var right):
                value = Evaluate(binary.Update(Expression.Constant(left, binary.Left.Type), binary.Conversion, Expression.Constant(right, binary.Right.Type)));
                return true;
            default:
                return false;
        }
    }

    private static object? Evaluate(Expression node) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();
}
