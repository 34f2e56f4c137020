namespace CenterDirectory.Importers.Validation;

/// <summary>What can be judged only over all rows of a run.</summary>
internal sealed class RunChecks
{
    private readonly HashSet<(string Kind, string ExternalId)> seen = [];
    private readonly Dictionary<(string Kind, string Number), int> numbers = [];

    /// <summary>False for an external id that another row of the run has already used.</summary>
    public bool IsNew(string kind, string externalId) => seen.Add((kind, externalId));

    /// <summary>True for an external id of which the run already has a record.</summary>
    public bool IsKnown(string kind, string externalId) => seen.Contains((kind, externalId));

    /// <summary>True when a number is met for the second time: a number of ten rows is one issue, not nine.</summary>
    public bool IsFirstRepetition(string kind, string number)
    {
        var count = numbers.GetValueOrDefault((kind, number)) + 1;
        numbers[(kind, number)] = count;
        return count == 2;
    }
}
