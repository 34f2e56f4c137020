using System.Reflection;
using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// What a filter tells of the values it lets through. Unknown values come last in an order, which takes a rank in front of each optional key
/// that no plain index has; where the filter leaves unknown values out, the key alone says the same.
/// </summary>
internal static class KnownValues
{
    /// <summary>The order without ranks that the filter makes superfluous.</summary>
    /// <param name="order">The order.</param>
    /// <param name="filter">The filter; null if there is none.</param>
    /// <param name="through">Property of the items that it is about; null if it is about the items.</param>
    public static SortOrder Simplify(SortOrder order, InputObject? filter, PropertyInfo? through)
    {
        if (filter is null || !order.Keys.Any(key => key.IsOptional))
        {
            return order;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        Collect(filter, through is null ? "" : $"{through.Name}.", known);
        return known.Count == 0 ? order : new SortOrder([.. order.Keys.Select(key => known.Contains(key.PathName) ? key with { IsOptional = false } : key)]);
    }

    private static void Collect(InputObject filter, string prefix, HashSet<string> known)
    {
        foreach (var (field, value) in filter.Fields)
        {
            switch (field.Tag)
            {
                case LeafFilter leaf when value is InputObject operations && operations.Fields.Any(LeavesUnknownOut):
                    known.Add(prefix + leaf.Property.Name);
                    break;
                case ObjectFilter related when value is InputObject inner:
                    Collect(inner, $"{prefix}{related.Property.Name}.", known);
                    break;
                case CombinedFilter { IsAnd: true } when value is IReadOnlyList<object?> all:
                    foreach (var item in all.OfType<InputObject>())
                    {
                        Collect(item, prefix, known);
                    }

                    break;
            }
        }
    }

    private static bool LeavesUnknownOut(KeyValuePair<Types.InputField, object?> operation) =>
        operation.Key.Tag is OperationFilter { Operation: { } known }
        && (operation.Value is null ? known.Name == "neq" : !known.IsNegated && (!known.TakesList || !((IReadOnlyList<object?>)operation.Value).Contains(null)));
}
