using CenterDirectory.GraphQL.Execution;

namespace CenterDirectory.GraphQL.Data;

/// <summary>The paging, filter and order arguments of a connection.</summary>
/// <param name="First">Size of the page.</param>
/// <param name="After">Cursor to start behind; null from the start.</param>
/// <param name="Where">Filter; null if there is none.</param>
/// <param name="Order">Order; null for the default.</param>
internal sealed record PageArguments(int First, string? After, InputObject? Where, object? Order)
{
    /// <summary>Reads and checks them.</summary>
    /// <exception cref="GraphQLException">The page is negative or too large.</exception>
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

        var maximum = maxPageSize > 0 ? maxPageSize : limits.MaxPageSize;
        var first = (int?)Value("first") ?? Math.Min(limits.DefaultPageSize, maximum);
        if (first < 0)
        {
            throw new GraphQLException($"`first` must not be negative; it is {first}.");
        }

        return first <= maximum
            ? new PageArguments(first, (string?)Value("after"), (InputObject?)Value("where"), Value("order"))
            : throw Limits.Exceeded("pageSize", first, maximum, $"`{plan.ResponseName}` asks for too many items at once");
    }
}
