using System.Data.Common;
using System.Linq.Expressions;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>A query with its columns, and what a row of them becomes.</summary>
/// <param name="Query">The query over the context, a selection of <see cref="Cell"/> in the end.</param>
/// <param name="Columns">How many columns it has.</param>
/// <param name="Read">Reads the row that a reader is on.</param>
internal sealed record RowQuery<TRow>(Expression Query, int Columns, Func<DbDataReader, TRow> Read)
{
    /// <summary>Puts the selection onto a query and compiles the reading.</summary>
    /// <param name="query">A queryable of the type of <paramref name="item"/>.</param>
    /// <param name="item">Stands for an item of the query in the columns.</param>
    /// <param name="cells">The columns.</param>
    /// <param name="row">The row, as an expression of the reader.</param>
    public static RowQuery<TRow> Of(Expression query, ParameterExpression item, Cells cells, Expression row) => new(
        Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [item.Type, typeof(Cell)],
            query, Expression.Quote(Expression.Lambda(cells.Selection(), item))),
        cells.Count,
        Expression.Lambda<Func<DbDataReader, TRow>>(row, cells.Reader).Compile());
}
