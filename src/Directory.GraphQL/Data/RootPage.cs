using System.Data.Common;
using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.GraphQL.Data;

/// <summary>A page of a root query: filter, cursor, order, size and projection put onto what the root method returned.</summary>
internal static class RootPage<T>
    where T : class
{
    /// <summary>Reads the page and the count, as far as they are selected.</summary>
    public static async Task<Connection> LoadAsync(Level<T> level, CancellationToken cancellationToken)
    {
        var rows = level.Parts.HasItems ? await RowsAsync(level, cancellationToken) : [];
        int? count = level.Parts.HasTotalCount ? await CountAsync(level, cancellationToken) : null;
        return level.PageOf(rows, count);
    }

    private static Task<List<T>> RowsAsync(Level<T> level, CancellationToken cancellationToken)
    {
        var form = level.Form(level.RowsPart, withCursors: true, keys: null, isLimited: true);
        return Statements.RowsAsync<T>(level.Place, form, values =>
        {
            var item = Expression.Parameter(typeof(T), "item");
            var source = level.Source(values)!;
            var condition = level.Condition(item, values, withCursors: true);
            var reading = level.Reading.Rebase(level.Place.Context, values);
            var size = values.Add(level.Limit, typeof(int));
            return new(level.Key(level.RowsPart, source, condition), () =>
            {
                var query = SortCompiler.Order(Where(source, condition, item), item, item, reading);
                query = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], query, size);
                var cells = new Cells();
                return RowQuery<T>.Of(query, item, cells, level.Project(item, cells));
            });
        }, cancellationToken);
    }

    private static async Task<int> CountAsync(Level<T> level, CancellationToken cancellationToken)
    {
        var form = level.Form(StatementKey.Count, withCursors: false, keys: null, isLimited: false);
        var rows = await Statements.RowsAsync<long>(level.Place, form, values =>
        {
            var item = Expression.Parameter(typeof(T), "item");
            var source = level.Source(values)!;
            var condition = level.Condition(item, values, withCursors: false);
            return new(level.Key(StatementKey.Count, source, condition), () =>
            {
                var cells = new Cells();
                var key = cells.ReadPlain(Expression.Property(item, Projection.PrimaryKeyOf(level.Model, typeof(T))), nameof(DbDataReader.GetInt64));
                return RowQuery<long>.Of(Where(source, condition, item), item, cells, key);
            });
        }, cancellationToken);
        return checked((int)rows[0]);
    }

    private static Expression Where(Expression source, Expression? condition, ParameterExpression item) => condition is null
        ? source
        : Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], source, Expression.Quote(Expression.Lambda(condition, item)));
}
