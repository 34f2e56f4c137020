using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using CenterDirectory.GraphQL.Data.Reading;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The pages of one collection for all parents of a level, in one statement, and their counts in another.</summary>
internal static class BatchedPage<T>
    where T : class
{
    /// <summary>One page a parent, in the order of the parents.</summary>
    public static async Task<IReadOnlyList<object?>> LoadAsync(
        Level<T> level, CollectionOrigin origin, IReadOnlyList<object> parents, CancellationToken cancellationToken)
    {
        var key = Projection.PrimaryKeyOf(level.Model, origin.ParentType);
        var keys = parents.Select(parent => Convert.ToInt64(key.GetValue(parent), CultureInfo.InvariantCulture)).ToArray();
        var distinct = keys.Distinct().ToArray();

        var rows = new Dictionary<long, List<T>>();
        if (level.Parts.HasItems)
        {
            foreach (var row in await RowsAsync(level, origin, key, distinct, cancellationToken))
            {
                (rows.TryGetValue(row.Key, out var found) ? found : rows[row.Key] = []).Add(row.Item);
            }
        }

        var counts = level.Parts.HasTotalCount
            ? (await CountsAsync(level, origin, key, distinct, cancellationToken)).ToDictionary(row => row.Key, row => row.Item)
            : [];

        // The same parent may stand in several places; its page is the same one.
        var pages = distinct.ToDictionary(parent => parent, parent => level.PageOf(
            rows.GetValueOrDefault(parent) ?? [], level.Parts.HasTotalCount ? counts.GetValueOrDefault(parent) : null));
        return [.. keys.Select(parent => pages[parent])];
    }

    private static Task<List<Keyed<T>>> RowsAsync(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys, CancellationToken cancellationToken)
    {
        var stored = ParentKeys.Stored(keys, key);
        var form = level.Form(level.RowsPart, withCursors: true, stored, isLimited: true);
        return Statements.RowsAsync<Keyed<T>>(level.Place, form, values =>
        {
            var keyList = values.Add(stored, stored.GetType());
            var collection = origin.Rebase(level.Place.Context, values);
            var element = Expression.Parameter(origin.ElementType, "element");
            var condition = level.Condition(origin.ItemOf(element), values, withCursors: true);
            var batch = new Batch<T>(level, collection, key, keyList, element, condition, values.Add(level.Limit, typeof(int)));
            return new(level.Key(level.RowsPart, collection.IsFixed ? null : collection.Source, condition), () => level.Place.PicksRows ? PickedRows.Of(batch) : WindowedRows.Of(batch));
        }, cancellationToken);
    }

    private static Task<List<Keyed<int>>> CountsAsync(
        Level<T> level, CollectionOrigin origin, PropertyInfo key, long[] keys, CancellationToken cancellationToken)
    {
        const string Part = "counts";
        var stored = ParentKeys.Stored(keys, key);
        var form = level.Form(Part, withCursors: false, stored, isLimited: false);
        return Statements.RowsAsync<Keyed<int>>(level.Place, form, values =>
        {
            var keyList = values.Add(stored, stored.GetType());
            var collection = origin.Rebase(level.Place.Context, values);
            var element = Expression.Parameter(origin.ElementType, "element");
            var condition = level.Condition(origin.ItemOf(element), values, withCursors: false);
            return new(level.Key(Part, collection.IsFixed ? null : collection.Source, condition), () =>
            {
                var parent = Expression.Parameter(origin.ParentType, "parent");
                var inner = Batch<T>.Where(Members.Inline(collection.Source, parent), condition, element);
                var count = Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [origin.ElementType], inner);
                var cells = new Cells();
                var row = Expression.New(
                    Keyed<int>.Constructor,
                    cells.ReadPlain(Expression.Property(parent, key), nameof(DbDataReader.GetInt64)),
                    cells.ReadPlain(count, nameof(DbDataReader.GetInt32)));
                return RowQuery<Keyed<int>>.Of(Batch<T>.Parents(level.Place.Context, parent, key, keyList), parent, cells, row);
            });
        }, cancellationToken);
    }
}

/// <summary>A row, or a number of rows, with the key of its parent.</summary>
internal readonly record struct Keyed<T>(long Key, T Item)
{
    public static ConstructorInfo Constructor { get; } = typeof(Keyed<T>).GetConstructor([typeof(long), typeof(T)])!;
}

/// <summary>Keys of parents: whole numbers of one size or the other.</summary>
internal static class ParentKeys
{
    /// <summary>The keys as the column of the parents holds them.</summary>
    public static Array Stored(long[] keys, PropertyInfo key) =>
        key.PropertyType == typeof(int) ? Array.ConvertAll(keys, value => (int)value) : keys;
}
