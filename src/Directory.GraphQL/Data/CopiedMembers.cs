using System.Linq.Expressions;
using System.Reflection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Reads a member of a related object from its copy beside the relation, where there is one: an index can serve an order by the copy, and
/// nothing has to be joined for it.
/// </summary>
internal sealed class CopiedMembers(IReadOnlyList<MemberCopy> copies) : ExpressionVisitor
{
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is MemberExpression { Expression: { } owner } relation)
        {
            foreach (var copy in copies)
            {
                if (copy.Member.Name == node.Member.Name && copy.Relation.Name == relation.Member.Name && copy.Copy.DeclaringType!.IsAssignableFrom(owner.Type))
                {
                    return Expression.Property(Visit(owner), copy.Copy);
                }
            }
        }

        return base.VisitMember(node);
    }
}

/// <summary>A member of a related object that is stored beside the relation too.</summary>
/// <param name="Relation">The related object.</param>
/// <param name="Member">Its member.</param>
/// <param name="Copy">The copy, of the same type.</param>
public sealed record MemberCopy(PropertyInfo Relation, PropertyInfo Member, PropertyInfo Copy)
{
    /// <summary>Names both by expressions.</summary>
    public static MemberCopy Of<TOwner, TValue>(Expression<Func<TOwner, TValue>> member, Expression<Func<TOwner, TValue>> copy)
    {
        var read = (MemberExpression)member.Body;
        var relation = (MemberExpression)read.Expression!;
        return new MemberCopy((PropertyInfo)relation.Member, (PropertyInfo)read.Member, (PropertyInfo)((MemberExpression)copy.Body).Member);
    }
}
