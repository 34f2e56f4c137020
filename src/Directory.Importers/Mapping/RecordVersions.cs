namespace CenterDirectory.Importers.Mapping;

/// <summary>Which row of each identity is the last one: registries list successive versions of a record one after another.</summary>
internal sealed class RecordVersions
{
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    private int number;

    /// <summary>Notes a row of the first pass.</summary>
    public void Note(string? externalId)
    {
        number++;
        if (externalId is not null)
        {
            last[externalId] = number;
        }
    }

    /// <summary>Begins the second pass.</summary>
    public void Rewind() => number = 0;

    /// <summary>Goes on to the next row of the second pass.</summary>
    public void Next() => number++;

    /// <summary>Whether a later row describes the same.</summary>
    public bool IsSuperseded(string externalId) => last[externalId] != number;
}
