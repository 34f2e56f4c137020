using System.Globalization;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Validation;

/// <summary>A rule that rows of a source may break.</summary>
/// <param name="Code">A stable key.</param>
/// <param name="Severity">A warning keeps the record, an error drops it.</param>
/// <param name="Ru">Message in Russian; {0} is the field, {1} the column.</param>
/// <param name="En">Message in English; {0} is the field, {1} the column.</param>
internal sealed record IssueRule(string Code, IssueSeverity Severity, string Ru, string En)
{
    /// <summary>The issue that a field has; made once, when the mapping is compiled.</summary>
    public IssueTemplate For(string field, string column = "") => new(
        Severity,
        Code,
        field.Length == 0 ? null : field,
        new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, Ru, field, column),
            string.Format(CultureInfo.InvariantCulture, En, field, column)));
}

/// <summary>An issue that lacks only the row.</summary>
internal sealed record IssueTemplate(IssueSeverity Severity, string Code, string? Field, LocalizedText Message)
{
    public RecordIssue At(string table, int? row) => new(Severity, Code, table, row, Field, Message);
}
