using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.OpenData.Statistics;

/// <summary>The directory in numbers.</summary>
/// <param name="Revision">The revision that they hold for.</param>
/// <param name="CommittedAt">When it was committed.</param>
/// <param name="Types">Entries of each type.</param>
/// <param name="CentersByStatus">Centers by whether they work.</param>
/// <param name="CentersByLevel">Centers by their reach.</param>
/// <param name="CentersBySupportKind">Centers by what they offer; one may offer several.</param>
/// <param name="Regions">What lies in each region, or below it.</param>
/// <param name="Revisions">The newest revisions, newest first.</param>
/// <param name="Dumps">Records of each type in the dumps that are kept, newest first.</param>
internal sealed record DirectoryStatistics(
    int Revision,
    DateTime? CommittedAt,
    IReadOnlyList<ValueCount> Types,
    IReadOnlyList<ValueCount> CentersByStatus,
    IReadOnlyList<ValueCount> CentersByLevel,
    IReadOnlyList<ValueCount> CentersBySupportKind,
    IReadOnlyList<RegionCounts> Regions,
    IReadOnlyList<RevisionCount> Revisions,
    IReadOnlyList<DumpCounts> Dumps);

/// <summary>How often a value occurs.</summary>
internal sealed record ValueCount(string Value, LocalizedText Label, long Count);

/// <summary>What is known of a region.</summary>
internal sealed record RegionCounts(string? Code, string Slug, string Name, long Centers, long ActiveCenters, long Services, long Organizations, long Events);

/// <summary>What a revision did.</summary>
internal sealed record RevisionCount(int Number, DateTime CommittedAt, int Changes, string? Source);

/// <summary>How many records a dump has.</summary>
internal sealed record DumpCounts(int Revision, DateTime CommittedAt, IReadOnlyDictionary<string, long> Records);
