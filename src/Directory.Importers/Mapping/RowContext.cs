using CenterDirectory.Importers.Formats;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Importers.Mapping;

/// <summary>The row that is being mapped, and where its issues and references go.</summary>
/// <param name="table">Name of the table.</param>
/// <param name="cells">Slot of the compiled table → index of the cell.</param>
/// <param name="issues">Takes the issues.</param>
internal sealed class RowContext(string table, int[] cells, IssueSink issues)
{
    private readonly List<RecordReferenceKey> references = [];
    private FeedRow row = new();

    public int Row => row.Row;

    /// <summary>Whether the row has an issue.</summary>
    public bool HasIssues { get; private set; }

    public void Begin(FeedRow next)
    {
        row = next;
        references.Clear();
        HasIssues = false;
    }

    /// <summary>The trimmed cell; null if it is empty.</summary>
    public string? Cell(int slot) => row[cells[slot]];

    public void Report(IssueTemplate issue)
    {
        HasIssues = true;
        issues.Add(issue.At(table, row.Row));
    }

    public void Refer(RecordReferenceKey reference) => references.Add(reference);

    public IReadOnlyList<RecordReferenceKey> TakeReferences() => references.Count == 0 ? [] : references.ToArray();
}
