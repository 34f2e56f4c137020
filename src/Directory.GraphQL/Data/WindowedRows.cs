using System.Linq.Expressions;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// Pages of many parents as a window over the rows of just these parents (<c>ROW_NUMBER() OVER (PARTITION BY …)</c>), as EF translates a page
/// inside of a join. Tried shapes and their traps: docs/decisions/0001.
/// </summary>
internal static class WindowedRows
{
    public static RowQuery<Keyed<T>> Of<T>(Batch<T> batch)
        where T : class
    {
        var parent = Expression.Parameter(batch.Origin.ParentType, "parent");
        var elements = OwnedElements.Of(batch.Origin, batch.Level.Model, batch.Level.Place.Context, parent, batch.Keys);
        var pairs = batch.Pairs(parent, batch.PageOf(elements), batch.Element.Type, out var pairType);
        return batch.Read(pairs, pairType, batch.Origin.ItemOf);
    }
}
