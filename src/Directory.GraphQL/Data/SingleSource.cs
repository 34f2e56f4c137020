using System.Linq.Expressions;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The first row of a root query, or null.</summary>
internal sealed class SingleSource<T>(DataOptions data, LevelOrigin origin, bool isStrict) : LevelSource(typeof(T), origin)
    where T : class
{
    public override FieldCost Estimate(FieldRequest request) => new(1, 1, 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var db = (DbContext)request.Context.Services.GetRequiredService(data.ContextType);
        var context = Expression.Parameter(data.ContextType, "db");
        var statement = new StatementParameters();
        var source = RootQuery.Rebase(((RootOrigin)Origin).QueryOf(request, cancellationToken), context, statement);
        var rows = Statements.Rows<T>(
            data.Statements, db, new StatementKey(request.Plan, "first", source, null), statement, context, () => First(db, request.Plan, source));

        object? found = null;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            found = found is null
                ? row
                : throw new GraphQLException($"Several objects carry it; ask `{request.Plan.Field.Name}` by id, or list them with a filter.", ErrorCodes.Ambiguous);
        }

        return new FieldValues([found]);
    }

    private MethodCallExpression First(DbContext db, FieldPlan plan, Expression source)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var primaryKey = Projection.PrimaryKeyOf(db.Model, typeof(T));
        var projection = new Projection(db.Model, typeof(T));
        projection.Add(plan.Children[0]);
        projection.AddPath([primaryKey]);

        // Without any order it would be chance which row is the first.
        var ordered = typeof(IOrderedQueryable).IsAssignableFrom(source.Type)
            ? source
            : Expression.Call(
                typeof(Queryable), nameof(Queryable.OrderBy), [typeof(T), primaryKey.PropertyType], source,
                Expression.Quote(Expression.Lambda(Expression.Property(item, primaryKey), item)));
        var taken = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], ordered, Expression.Constant(isStrict ? 2 : 1));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(T)], taken, Expression.Quote(Expression.Lambda(projection.Build(item), item)));
    }
}
