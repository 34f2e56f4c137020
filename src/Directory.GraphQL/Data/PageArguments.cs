using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The paging, filter and order arguments of a connection.</summary>
/// <param name="Size">Size of the page.</param>
/// <param name="IsBackward">The page is taken from the end.</param>
/// <param name="After">Only what lies behind this cursor; null from the start.</param>
/// <param name="Before">Only what lies in front of this cursor; null to the end.</param>
/// <param name="Where">Filter; null if there is none.</param>
/// <param name="Order">Order; null for the default.</param>
internal sealed record PageArguments(int Size, bool IsBackward, string? After, string? Before, InputObject? Where, object? Order)
{
    /// <summary>Whether something must be checked against the order of the rows.</summary>
    public bool HasOrder => Order is not null || After is not null || Before is not null;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="GraphQLException">The page is negative or too large, or both ends are asked.</exception>
    public static PageArguments Of(FieldPlan plan, object?[] arguments, EngineOptions limits, int maxPageSize)
    {
        object? Value(string name)
        {
            for (var i = 0; i < plan.Field.Arguments.Count; i++)
            {
                if (plan.Field.Arguments[i].Name == name)
                {
                    return arguments[i] is Absent ? null : arguments[i];
                }
            }

            return null;
        }

        var first = (int?)Value("first");
        var last = (int?)Value("last");
        if (first is not null && last is not null)
        {
            throw new GraphQLException($"`{plan.ResponseName}` has both `first` and `last`; a page is taken from one end.");
        }

        var maximum = maxPageSize > 0 ? maxPageSize : limits.MaxPageSize;
        var size = first ?? last ?? Math.Min(limits.DefaultPageSize, maximum);
        if (size < 0)
        {
            throw new GraphQLException($"`{(last is null ? "first" : "last")}` must not be negative; it is {size}.");
        }

        return size <= maximum
            ? new PageArguments(size, last is not null, (string?)Value("after"), (string?)Value("before"), (InputObject?)Value("where"), Value("order"))
            : throw Limits.Exceeded("pageSize", size, maximum, $"`{plan.ResponseName}` asks for too many items at once");
    }
}
