using System.Linq.Expressions;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A field whose values are rows: one statement for all parents of a level.</summary>
internal abstract class LevelSource(Type itemType, LevelOrigin origin) : LoaderSource
{
    /// <summary>Class of the items.</summary>
    public Type ItemType { get; } = itemType;

    public LevelOrigin Origin { get; } = origin;

    /// <summary>The query of a root method as an expression over the context, so that it can be compiled once.</summary>
    internal static Expression Rebase(IQueryable query, ParameterExpression context) => new RootReplacement(context).Visit(query.Expression);

    private sealed class RootReplacement(ParameterExpression context) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? Expression.Call(context, nameof(DbContext.Set), [root.EntityType.ClrType])
            : base.VisitExtension(node);
    }
}
