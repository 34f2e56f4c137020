using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;
using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Reads objects of one type by their keys, in one statement.</summary>
internal static class NodeLoader
{
    private static readonly MethodInfo LoadType = typeof(NodeLoader).GetMethod(nameof(LoadTypeAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The objects by their keys; those that are gone are missing.</summary>
    /// <param name="place">Where the statement runs.</param>
    /// <param name="plan">The field they are for.</param>
    /// <param name="selection">What is selected on their type.</param>
    /// <param name="keys">Their keys, each once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<Dictionary<long, object>> LoadAsync(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken) =>
        (Task<Dictionary<long, object>>)LoadType.MakeGenericMethod(selection.Type.ClrType).Invoke(null, [place, plan, selection, keys, cancellationToken])!;

    private static async Task<Dictionary<long, object>> LoadTypeAsync<T>(
        StatementPlace place, FieldPlan plan, SelectionPlan selection, long[] keys, CancellationToken cancellationToken)
        where T : class
    {
        var model = place.Db.Model;
        var primaryKey = Projection.PrimaryKeyOf(model, typeof(T));
        var key = new StatementKey(plan, selection.Type.Name, null, null);
        var rows = await Statements.RowsAsync<T>(place, new StatementForm(key, [keys]), values =>
        {
            var keyList = values.Add(keys, typeof(long[]));
            return new(key, () => Query(keyList));
        }, cancellationToken);
        return rows.ToDictionary(entity => (long)primaryKey.GetValue(entity)!, entity => (object)entity);

        RowQuery<T> Query(ParameterExpression keyList)
        {
            var item = Expression.Parameter(typeof(T), "item");
            var condition = Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], keyList, Expression.Property(item, primaryKey));
            var projection = new Projection(model, typeof(T));
            projection.Add(selection);
            projection.AddPath([primaryKey]);
            var found = Expression.Call(
                typeof(Queryable), nameof(Queryable.Where), [typeof(T)],
                Expression.Call(place.Context, nameof(DbContext.Set), [typeof(T)]), Expression.Quote(Expression.Lambda(condition, item)));
            var cells = new Cells();
            return RowQuery<T>.Of(found, item, cells, projection.Build(item, cells));
        }
    }
}
