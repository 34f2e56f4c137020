using CenterDirectory.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.GraphQL.Data;

/// <summary>
/// A filter that finds nothing may ask for what does not exist: a client would take an empty page for an answer. What finds something is not looked at, so
/// nobody pays for the mistakes of others.
/// </summary>
internal static class FilterMistakes
{
    /// <summary>Looks for mistakes in a filter if its pages are empty.</summary>
    /// <exception cref="GraphQLException">There is one.</exception>
    public static async Task CheckAsync(InputObject? filter, IReadOnlyList<object?> pages, DbContext db, CancellationToken cancellationToken)
    {
        if (filter is null || !pages.All(page => page is null or Connection { Nodes.Count: 0, TotalCount: null or 0 }))
        {
            return;
        }

        foreach (var (path, find, operand) in Doubtful(filter, "where"))
        {
            if (await find(db, operand, cancellationToken) is { } mistake)
            {
                throw new GraphQLException($"`{path}` {mistake}");
            }
        }
    }

    private static IEnumerable<(string Path, FindMistake Find, object Operand)> Doubtful(object? value, string path) => value switch
    {
        InputObject filter => filter.Fields.SelectMany(field => field.Key.Tag is ConditionFilter { Custom.Mistake: { } find } && field.Value is { } operand
            ? [($"{path}.{field.Key.Name}", find, operand)]
            : Doubtful(field.Value, $"{path}.{field.Key.Name}")),
        IReadOnlyList<object?> items => items.SelectMany((item, index) => Doubtful(item, $"{path}[{index}]")),
        _ => [],
    };
}
