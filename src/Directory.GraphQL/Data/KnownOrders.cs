using System.Collections.Concurrent;

namespace CenterDirectory.GraphQL.Data;

/// <summary>Orders of one field that were asked for before, by their form; clients who vary them without end gain nothing and fill nothing.</summary>
internal sealed class KnownOrders
{
    private const int Maximum = 200;

    private readonly ConcurrentDictionary<string, SortOrder> byForm = new(StringComparer.Ordinal);

    /// <summary>The order, made if it is new.</summary>
    public SortOrder GetOrAdd(string form, Func<SortOrder> make)
    {
        if (byForm.TryGetValue(form, out var known))
        {
            return known;
        }

        var made = make();
        return byForm.Count < Maximum ? byForm.GetOrAdd(form, made) : made;
    }
}
