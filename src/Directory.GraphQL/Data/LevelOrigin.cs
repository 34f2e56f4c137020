using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Where the rows of a level come from.</summary>
internal abstract record LevelOrigin;

/// <summary>A method that returns a query.</summary>
/// <param name="Resolve">Calls it; its own arguments stand in front of those that paging adds.</param>
/// <param name="Arguments">How many arguments of the field it takes; null if it takes more than these and the context.</param>
/// <param name="IsPerParent">It takes its parent: there is a query for each.</param>
/// <param name="Requires">Members of the parent that it reads.</param>
internal sealed record RootOrigin(ResolverBinder.Call Resolve, int? Arguments, bool IsPerParent, IReadOnlyList<string> Requires) : LevelOrigin
{
    /// <summary>Whether its query is always the same one: it knows nothing but the context, and nothing was said to it.</summary>
    public bool IsFixedFor(FieldRequest request) => Arguments is { } count && request.Arguments.Take(count).All(value => value is null or Absent);

    /// <summary>The query that the method returns for the arguments of a request.</summary>
    public Expression QueryOf(FieldRequest request, object parent, CancellationToken cancellationToken) =>
        ((IQueryable)Resolve(parent, request.Arguments, request.Context, cancellationToken)!).Expression;
}

/// <summary>A method of a type extension that returns the expression of a collection for its arguments.</summary>
/// <param name="Resolve">Calls it.</param>
internal sealed record RelationOrigin(ResolverBinder.Call Resolve) : LevelOrigin
{
    /// <summary>The collection for the arguments of a request.</summary>
    public CollectionOrigin CollectionOf(FieldRequest request, CancellationToken cancellationToken)
    {
        var relation = (LambdaExpression)Resolve(request.Context.Root, request.Arguments, request.Context, cancellationToken)!;
        return CollectionOrigin.Parse(relation, problem => throw new InvalidOperationException($"{request.Plan.Field.Name}: {problem}")) with { IsFixed = false };
    }
}

/// <summary>
/// A collection of a parent: <c>parent.Navigation.Where(…).SelectMany(…).Select(link => link.Target)</c>, of which only the navigation is a must.
/// </summary>
/// <param name="ParentType">Class of the parents.</param>
/// <param name="Navigation">The collection navigation.</param>
/// <param name="ElementType">Class of its elements: the items themselves, or links to them.</param>
/// <param name="Source">From the parent to its elements, conditions included.</param>
/// <param name="Target">From an element to the item; null if the elements are the items.</param>
internal sealed record CollectionOrigin(
    Type ParentType, PropertyInfo Navigation, Type ElementType, LambdaExpression Source, LambdaExpression? Target) : LevelOrigin
{
    /// <summary>It is the same whatever the arguments of the field are.</summary>
    public bool IsFixed { get; init; } = true;

    /// <summary>Takes an expression of a type extension apart.</summary>
    /// <param name="relation">The expression.</param>
    /// <param name="report">Told what is wrong with it.</param>
    public static CollectionOrigin Parse(LambdaExpression relation, Action<string> report)
    {
        var body = relation.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : relation.Body;
        LambdaExpression? target = null;
        if (body is MethodCallExpression { Method.Name: nameof(Enumerable.Select) } select)
        {
            target = LambdaOf(select.Arguments[1]);
            body = select.Arguments[0];
        }

        var collection = body;
        while (collection is MethodCallExpression { Method.Name: nameof(Enumerable.Where) or nameof(Enumerable.SelectMany) } call)
        {
            collection = call.Arguments[0];
        }

        if (collection is not MemberExpression { Member: PropertyInfo navigation } member || member.Expression != relation.Parameters[0])
        {
            report("The expression must start with a collection of the parent, then Where and SelectMany, then at most one Select: parent => parent.Links.Where(…).Select(link => link.Item).");
            navigation = typeof(string).GetProperty(nameof(string.Length))!;
        }

        ClrTypes.IsList(body.Type, out var element);
        return new CollectionOrigin(relation.Parameters[0].Type, navigation, element ?? typeof(object), Expression.Lambda(body, relation.Parameters), target);
    }

    /// <summary>The same with parameters of a statement in place of the values that arguments brought along.</summary>
    public CollectionOrigin Rebase(ParameterExpression context, StatementParameters statement) =>
        IsFixed ? this : this with { Source = (LambdaExpression)RootQuery.Rebase(Source, context, statement) };

    /// <summary>The item that an element stands for.</summary>
    public Expression ItemOf(Expression element) => Target is null ? element : Members.Inline(Target, element);

    private static LambdaExpression LambdaOf(Expression argument) =>
        argument is UnaryExpression { NodeType: ExpressionType.Quote } quote ? (LambdaExpression)quote.Operand : (LambdaExpression)argument;
}
