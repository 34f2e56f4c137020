using CenterDirectory.Data.Values;

namespace CenterDirectory.Importers.Records;

/// <summary>Something wrong with a source or a row of it; an error drops the record, a warning keeps it.</summary>
/// <param name="Severity">Whether the record was kept.</param>
/// <param name="Code">The rule, a stable key.</param>
/// <param name="Table">Name of the manifest's table.</param>
/// <param name="Row">Line of the file on which the row starts, from 1; null if the whole table is meant.</param>
/// <param name="Field">Field of the record, or column of the source.</param>
/// <param name="Message">What is wrong and how to mend it, without values: they may be personal.</param>
public sealed record RecordIssue(IssueSeverity Severity, string Code, string Table, int? Row, string? Field, LocalizedText Message);
