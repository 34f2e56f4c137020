using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Planning;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers;

/// <summary>How a run ended, in the numbers of its ImportRun.</summary>
public sealed record ImportOutcome
{
    /// <summary>Key of the source.</summary>
    public required string Source { get; init; }

    /// <summary>How it ended; of a dry run: how it would end.</summary>
    public required ImportRunStatus Status { get; init; }

    /// <summary>Whether nothing was written on purpose.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Id of the run; null after a dry run, or if the source was already being imported.</summary>
    public long? RunId { get; init; }

    /// <summary>Why it was quarantined or failed.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>Revision it made; null if it changed nothing.</summary>
    public long? Revision { get; init; }

    /// <summary>Entries that the revision touched.</summary>
    public int EntriesChanged { get; init; }

    /// <summary>Rows read.</summary>
    public int Read { get; init; }

    /// <summary>Rows that the manifest's filter left out.</summary>
    public int OutOfScope { get; init; }

    /// <summary>Records added, or back after they were retired.</summary>
    public int Added { get; init; }

    /// <summary>Records changed.</summary>
    public int Changed { get; init; }

    /// <summary>Records unchanged.</summary>
    public int Unchanged { get; init; }

    /// <summary>Known records that the run does not have, retired or still within their grace.</summary>
    public int Missing { get; init; }

    /// <summary>Records retired.</summary>
    public int Retired { get; init; }

    /// <summary>Warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>Errors.</summary>
    public int Errors { get; init; }

    /// <summary>The issues, as many as are kept of each code.</summary>
    public IReadOnlyList<RecordIssue> Issues { get; init; } = [];

    /// <summary>Of a dry run: a few records of each action.</summary>
    public IReadOnlyList<PlanSample> Samples { get; init; } = [];

    /// <summary>Whether applying it changes any record.</summary>
    internal bool HasNews => Added + Changed + Retired > 0;

    /// <summary>Whether the source is in the directory as it should be: applied, or unchanged.</summary>
    public bool IsSuccess => Status is ImportRunStatus.Applied or ImportRunStatus.Unchanged;
}
