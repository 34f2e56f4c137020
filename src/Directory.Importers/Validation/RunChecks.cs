using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Validation;

/// <summary>What can be judged only over all rows of a run; it keeps little of each, since there may be millions.</summary>
/// <param name="known">Rows that are known; null if none are.</param>
internal sealed class RunChecks(IKnownRows? known = null)
{
    private readonly Dictionary<string, HashSet<string>> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberChecks> numbers = new(StringComparer.Ordinal);

    /// <summary>False for an external id that another row of the run has already used.</summary>
    public bool IsNew(string kind, string externalId)
    {
        if (known?.IsConfirmed(kind, externalId) == true)
        {
            return false;
        }

        if (!seen.TryGetValue(kind, out var ids))
        {
            ids = new HashSet<string>(StringComparer.Ordinal);
            seen.Add(kind, ids);
        }

        return ids.Add(externalId);
    }

    /// <summary>True for an external id of which the run already has a record.</summary>
    public bool IsKnown(string kind, string externalId) =>
        (seen.TryGetValue(kind, out var ids) && ids.Contains(externalId)) || known?.IsConfirmed(kind, externalId) == true;

    /// <summary>Whether any row of the run had to be read that made a record of a kind.</summary>
    public bool HasRead(string kind) => seen.ContainsKey(kind);

    /// <summary>True when a number is met for the second time: a number of ten rows is one issue, not nine.</summary>
    /// <param name="kind">Record kind.</param>
    /// <param name="number">A number of the registry, digits only.</param>
    public bool IsFirstRepetition(string kind, string number)
    {
        if (!numbers.TryGetValue(kind, out var checks))
        {
            checks = new NumberChecks([], []);
            numbers.Add(kind, checks);
        }

        // The digit before it tells numbers of different length apart.
        var value = 1L;
        foreach (var digit in number)
        {
            value = (value * 10) + (digit - '0');
        }

        return !checks.Met.Add(value) && checks.Repeated.Add(value);
    }

    private sealed record NumberChecks(HashSet<long> Met, HashSet<long> Repeated);
}
