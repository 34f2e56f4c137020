using System.Collections;

namespace CenterDirectory.GraphQL.Data;

/// <summary>What a statement will be, told from the arguments alone, and the values it is to run with.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Values">The values, in the order of its parameters.</param>
internal sealed record StatementForm(StatementKey Key, List<object?> Values)
{
    /// <summary>Whether the statement has just these values: a form that tells another order must not be used.</summary>
    public bool Fits(StatementParameters parameters) =>
        Values.Count == parameters.Values.Count && Values.Zip(parameters.Values).All(pair => AreSame(pair.First, pair.Second));

    private static bool AreSame(object? one, object? other) => (one, other) switch
    {
        (string, string) => Equals(one, other),
        (IEnumerable left, IEnumerable right) => left.Cast<object?>().SequenceEqual(right.Cast<object?>()),
        _ => Equals(one, other),
    };
}
