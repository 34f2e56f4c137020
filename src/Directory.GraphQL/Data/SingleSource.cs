using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using CenterDirectory.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The first row of a root query, or null.</summary>
internal sealed class SingleSource<T>(DataOptions data, LevelOrigin origin, bool isStrict) : LevelSource(typeof(T), origin)
    where T : class
{
    public override FieldCost Estimate(FieldRequest request) => new(1, 1, 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var place = new StatementPlace(data, request.Context);
        var rows = await Statements.RowsAsync<T>(place, null, values =>
        {
            var source = RootQuery.Rebase(((RootOrigin)Origin).QueryOf(request, request.Context.Root, cancellationToken), place.Context, values);
            return new(new StatementKey(request.Plan, "first", source, null), () => First(place.Db.Model, request.Plan, source));
        }, cancellationToken);
        return rows.Count < 2
            ? new FieldValues([.. Enumerable.Repeat<object?>(rows.FirstOrDefault(), parents.Count)])
            : throw new GraphQLException($"Several objects carry it; ask `{request.Plan.Field.Name}` by id, or list them with a filter.", ErrorCodes.Ambiguous);
    }

    private RowQuery<T> First(IModel model, FieldPlan plan, Expression source)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var primaryKey = Projection.PrimaryKeyOf(model, typeof(T));
        var projection = new Projection(model, typeof(T));
        projection.Add(plan.Children[0]);
        projection.AddPath([primaryKey]);

        // Without any order it would be chance which row is the first.
        var ordered = typeof(IOrderedQueryable).IsAssignableFrom(source.Type)
            ? source
            : Expression.Call(
                typeof(Queryable), nameof(Queryable.OrderBy), [typeof(T), primaryKey.PropertyType], source,
                Expression.Quote(Expression.Lambda(Expression.Property(item, primaryKey), item)));
        var taken = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], ordered, Expression.Constant(isStrict ? 2 : 1));
        var cells = new Cells();
        return RowQuery<T>.Of(taken, item, cells, projection.Build(item, cells));
    }
}
