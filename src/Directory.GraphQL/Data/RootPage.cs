using System.Linq.Expressions;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A page of a root query: filter, cursor, order, size and projection put onto what the root method returned.</summary>
internal static class RootPage<T>
    where T : class
{
    /// <summary>Reads the page and the count, as far as they are selected.</summary>
    public static async Task<Connection> LoadAsync(Level<T> level, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        if (level.Parts.HasItems)
        {
            await foreach (var row in Rows(level).WithCancellation(cancellationToken))
            {
                rows.Add(row);
            }
        }

        int? count = level.Parts.HasTotalCount ? await CountAsync(level, cancellationToken) : null;
        return level.PageOf(rows, count);
    }

    private static IAsyncEnumerable<T> Rows(Level<T> level)
    {
        var statement = new StatementParameters();
        var item = Expression.Parameter(typeof(T), "item");
        var source = level.Source(statement)!;
        var condition = level.Condition(item, statement, withCursors: true);
        var size = statement.Add(level.Limit, typeof(int));
        return Statements.Rows<T>(level.Cache, level.Db, level.RowsKey(source, condition), statement, level.Context, () =>
        {
            var query = SortCompiler.Order(Where(source, condition, item), item, item, level.Reading);
            query = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], query, size);
            return Expression.Call(
                typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(T)], query, Expression.Quote(Expression.Lambda(level.Project(item), item)));
        });
    }

    private static Task<int> CountAsync(Level<T> level, CancellationToken cancellationToken)
    {
        var statement = new StatementParameters();
        var item = Expression.Parameter(typeof(T), "item");
        var source = level.Source(statement)!;
        var condition = level.Condition(item, statement, withCursors: false);
        return Statements.CountAsync<T>(
            level.Cache, level.Db, level.CountKey(source, condition), statement, level.Context, () => Where(source, condition, item), cancellationToken);
    }

    private static Expression Where(Expression source, Expression? condition, ParameterExpression item) => condition is null
        ? source
        : Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], source, Expression.Quote(Expression.Lambda(condition, item)));
}
