using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Records;

/// <summary>
/// Collects the issues of one run: counts all of them, keeps at most <see cref="StoredPerCode"/> of each code,
/// so that one broken column of a large file does not fill the database.
/// </summary>
public sealed class IssueSink
{
    /// <summary>How many issues of one code are kept.</summary>
    public const int StoredPerCode = 1_000;

    private readonly Dictionary<string, int> countByCode = new(StringComparer.Ordinal);
    private readonly List<RecordIssue> stored = [];

    /// <summary>Number of warnings, kept or not.</summary>
    public int Warnings { get; private set; }

    /// <summary>Number of errors, kept or not.</summary>
    public int Errors { get; private set; }

    /// <summary>The issues that were kept, in the order in which they were found.</summary>
    public IReadOnlyList<RecordIssue> Stored => stored;

    /// <summary>How often each code occurred, kept or not.</summary>
    public IReadOnlyDictionary<string, int> CountByCode => countByCode;

    /// <summary>Counts an issue and keeps it while its code is below the cap.</summary>
    public void Add(RecordIssue issue)
    {
        if (issue.Severity == IssueSeverity.Error)
        {
            Errors++;
        }
        else
        {
            Warnings++;
        }

        var count = countByCode.GetValueOrDefault(issue.Code) + 1;
        countByCode[issue.Code] = count;
        if (count <= StoredPerCode)
        {
            stored.Add(issue);
        }
    }
}
