using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A page of a root query: filter, cursor, order, size and projection put onto what the root method returned.</summary>
internal static class RootPage<T>
    where T : class
{
    /// <summary>Reads the page and the count, as far as they are selected.</summary>
    public static async Task<Connection> LoadAsync(Level<T> level, RootOrigin origin, DbContext db, object parent, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        if (level.Parts.HasItems)
        {
            await foreach (var row in Rows(level, origin, db, parent, cancellationToken).WithCancellation(cancellationToken))
            {
                rows.Add(row);
            }
        }

        int? count = level.Parts.HasTotalCount ? await CountAsync(level, origin, db, parent, cancellationToken) : null;
        return level.PageOf(rows, count);
    }

    private static IAsyncEnumerable<T> Rows(Level<T> level, RootOrigin origin, DbContext db, object parent, CancellationToken cancellationToken)
    {
        var statement = new StatementParameters();
        var item = Expression.Parameter(typeof(T), "item");
        var condition = level.Condition(item, statement, withCursor: true);
        var size = statement.Add(level.Page.First + 1, typeof(int));
        return level.Statements.Rows<T>(db, ShapeOf(level, origin, statement), statement, level.Context, () =>
        {
            var source = Source(level, origin, parent, condition, item, cancellationToken);
            source = SortCompiler.Order(source, item, item, level.Keys);
            source = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], source, size);
            return Expression.Call(
                typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(T)], source, Expression.Quote(Expression.Lambda(level.Project(db, item), item)));
        });
    }

    private static Task<int> CountAsync(Level<T> level, RootOrigin origin, DbContext db, object parent, CancellationToken cancellationToken)
    {
        var statement = new StatementParameters();
        var item = Expression.Parameter(typeof(T), "item");
        var condition = level.Condition(item, statement, withCursor: false);
        return level.Statements.CountAsync<T>(
            db, ShapeOf(level, origin, statement), statement, level.Context,
            () => Source(level, origin, parent, condition, item, cancellationToken), cancellationToken);
    }

    /// <summary>A root method with arguments may build another query for each value, so its statements are not compiled: no shape.</summary>
    private static string? ShapeOf(Level<T> level, RootOrigin origin, StatementParameters statement) =>
        origin.ArgumentCount == 0 ? level.ShapeOf(statement) : null;

    private static Expression Source(
        Level<T> level, RootOrigin origin, object parent, Expression? condition, ParameterExpression item, CancellationToken cancellationToken)
    {
        var arguments = level.Request.Arguments.Take(origin.ArgumentCount).ToArray();
        var query = (IQueryable)origin.Resolve(parent, arguments, level.Request.Context.Services, cancellationToken)!;
        var source = LevelSource.Rebase(query, level.Context);
        return condition is null
            ? source
            : Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], source, Expression.Quote(Expression.Lambda(condition, item)));
    }
}
