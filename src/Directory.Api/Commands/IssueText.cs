using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.Importers.Records;
using CenterDirectory.Importers.Validation;

namespace CenterDirectory.Api.Commands;

/// <summary>What importing and checking found, as lines of text.</summary>
internal static class IssueText
{
    /// <summary>Where, which rule, what.</summary>
    public static string Of(RecordIssue issue) => Of(issue.Table, issue.Row, issue.Field, issue.Code, issue.Message);

    /// <summary>The same of one that was stored with its run.</summary>
    public static string Of(ImportIssue issue) => Of(issue.Table, issue.Row, issue.Field, issue.Code, new LocalizedText(issue.MessageRu, issue.MessageEn));

    /// <summary>What a check counted.</summary>
    public static string Of(FeedCheck check) => Words.Pick(
        $"строк {check.Counts.Read}, записей {check.Counts.Records}, замечаний {check.Issues.Warnings}, ошибок {check.Issues.Errors}",
        $"{check.Counts.Read} rows, {check.Counts.Records} records, {check.Issues.Warnings} warnings, {check.Issues.Errors} errors");

    private static string Of(string? table, int? row, string? field, string code, LocalizedText message)
    {
        var place = row is null ? "" : Words.Pick($", строка {row}", $", row {row}");
        return $"{table}{place}{(field is null ? "" : $", {field}")} [{code}]: {Words.Pick(message)}";
    }
}
