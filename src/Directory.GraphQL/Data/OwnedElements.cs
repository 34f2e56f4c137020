using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// The collection of a level, rewritten for all parents at once. The keys of the parents stand inside it too: without them the window ranks
/// the whole table. And conditions on an element that look back at its parent look at the element's foreign key instead: a window over many
/// parents cannot see one of them (SQLite has no APPLY).
/// </summary>
internal sealed class OwnedElements : ExpressionVisitor
{
    private readonly CollectionOrigin origin;
    private readonly IForeignKey foreignKey;
    private readonly ParameterExpression context;
    private readonly ParameterExpression parent;
    private readonly ParameterExpression keys;

    /// <summary>The element whose condition is being rewritten; null outside of conditions.</summary>
    private ParameterExpression? element;

    private OwnedElements(CollectionOrigin origin, IForeignKey foreignKey, ParameterExpression context, ParameterExpression parent, ParameterExpression keys)
    {
        this.origin = origin;
        this.foreignKey = foreignKey;
        this.context = context;
        this.parent = parent;
        this.keys = keys;
    }

    private Type OwnedType => foreignKey.DeclaringEntityType.ClrType;

    /// <summary>The elements of a parent, as an expression of it.</summary>
    public static Expression Of(CollectionOrigin origin, IModel model, ParameterExpression context, ParameterExpression parent, ParameterExpression keys)
    {
        var foreignKey = model.FindEntityType(origin.ParentType)?.FindNavigation(origin.Navigation.Name)?.ForeignKey
            ?? throw new InvalidOperationException($"{origin.ParentType.Name}.{origin.Navigation.Name} is no navigation of the model.");
        var body = Members.Inline(origin.Source, parent);
        return foreignKey.PrincipalKey.IsPrimaryKey() ? new OwnedElements(origin, foreignKey, context, parent, keys).Visit(body) : body;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (element is not null || node.Arguments.Count != 2 || node.Arguments[1] is not LambdaExpression { Parameters: [var own] } lambda || own.Type != OwnedType)
        {
            return base.VisitMethodCall(node);
        }

        var source = Visit(node.Arguments[0]);
        element = own;
        var condition = VisitAndConvert(lambda, nameof(VisitMethodCall));
        element = null;
        return node.Update(null, [source, condition]);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression != parent)
        {
            return base.VisitMember(node);
        }

        if (node.Member.Name == origin.Navigation.Name)
        {
            return element is null ? Owned(node) : Siblings(element);
        }

        return element is not null && node.Member.Name == foreignKey.PrincipalKey.Properties[0].Name
            ? Expression.Convert(KeyOf(element), node.Type)
            : base.VisitMember(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (node != parent || element is null)
        {
            return node;
        }

        return foreignKey.DependentToPrincipal?.PropertyInfo is { } inverse
            ? Expression.Property(element, inverse)
            : throw new InvalidOperationException($"A condition on {origin.ParentType.Name}.{origin.Navigation.Name} looks back at its parent, but {OwnedType.Name} has no navigation to it.");
    }

    private MethodCallExpression Owned(Expression collection)
    {
        var owned = Expression.Parameter(OwnedType, "owned");
        var type = keys.Type.GetElementType()!;
        Expression isOwned = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [type], keys, Expression.Convert(KeyOf(owned), type));
        if (foreignKey.Properties[0].IsNullable)
        {
            // Said aloud that it has a parent: else EF asks whether NULL is among the keys, and PostgreSQL then reads the whole table.
            isOwned = Expression.AndAlso(Expression.NotEqual(KeyOf(owned), Expression.Constant(null, KeyOf(owned).Type)), isOwned);
        }

        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Where), [OwnedType], collection, Expression.Lambda(isOwned, owned));
    }

    /// <summary>All elements of the parent of an element.</summary>
    private MethodCallExpression Siblings(ParameterExpression of)
    {
        var sibling = Expression.Parameter(OwnedType, "sibling");
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [OwnedType],
            Expression.Call(context, nameof(DbContext.Set), [OwnedType]),
            Expression.Quote(Expression.Lambda(Expression.Equal(KeyOf(sibling), KeyOf(of)), sibling)));
    }

    private MethodCallExpression KeyOf(ParameterExpression owned)
    {
        var property = foreignKey.Properties[0];
        return Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], owned, Expression.Constant(property.Name));
    }
}
