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
    public override FieldCost Estimate(FieldPlan plan, object?[] arguments, EngineOptions limits) => new(1, 1, 0);

    public override async ValueTask<FieldValues> LoadAsync(FieldRequest request, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var db = (DbContext)request.Context.Services.GetRequiredService(data.ContextType);
        var query = (IQueryable<T>)((RootOrigin)Origin).Resolve(parents[0], request.Arguments, request.Context.Services, cancellationToken)!;
        var projection = new Projection(db.Model, typeof(T));
        projection.Add(request.Plan.Children[0]);
        var item = Expression.Parameter(typeof(T), "item");
        projection.AddPath([Projection.PrimaryKeyOf(db.Model, typeof(T))]);
        var found = await query.Select(Expression.Lambda<Func<T, T>>(projection.Build(item), item)).Take(isStrict ? 2 : 1).ToListAsync(cancellationToken);
        return found.Count <= 1
            ? new FieldValues([found.SingleOrDefault()])
            : throw new GraphQLException($"Several objects carry it; ask `{request.Plan.Field.Name}` by id, or list them with a filter.", ErrorCodes.Ambiguous);
    }
}
