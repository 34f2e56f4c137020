using System.Linq.Expressions;
using CenterDirectory.Data.Provenance;
using CenterDirectory.Data.Values;
using CenterDirectory.GraphQL.Data;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Schema;

/// <summary>Relations of a source.</summary>
[ObjectType<Source>, Node, Volatile, DefaultOrder(nameof(Source.Key))]
internal static class SourceType
{
    /// <summary>Its runs, newest first.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<Source, IEnumerable<ImportRun>>> Runs => source => source.Runs;
}

/// <summary>What the health of a source adds to its columns.</summary>
[ObjectType<SourceHealth>]
internal static class SourceHealthType
{
    /// <summary>State in a sentence.</summary>
    /// <param name="health">The health.</param>
    /// <param name="locale">Language wanted; Russian by default.</param>
    public static string GetMessage([Parent(Requires = ["MessageRu", "MessageEn"])] SourceHealth health, Locale? locale = null) =>
        locale == Locale.En ? health.MessageEn : health.MessageRu;
}

/// <summary>What an import run adds to its columns.</summary>
[ObjectType<ImportRun>, Node, Volatile, DefaultOrder("-" + nameof(ImportRun.StartedAt))]
internal static class ImportRunType
{
    /// <summary>Why it was quarantined or failed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="locale">Language wanted; Russian by default.</param>
    public static string? GetReason([Parent(Requires = ["ReasonRu", "ReasonEn"])] ImportRun run, Locale? locale = null) =>
        locale == Locale.En ? run.ReasonEn ?? run.ReasonRu : run.ReasonRu;

    /// <summary>Its issues.</summary>
    [UsePaging, UseFiltering, UseSorting]
    public static Expression<Func<ImportRun, IEnumerable<ImportIssue>>> Issues => run => run.Issues;
}

/// <summary>What an issue adds to its columns.</summary>
[ObjectType<ImportIssue>]
internal static class ImportIssueType
{
    /// <summary>What is wrong and how to mend it, without values.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="locale">Language wanted; Russian by default.</param>
    public static string GetMessage([Parent(Requires = ["MessageRu", "MessageEn"])] ImportIssue issue, Locale? locale = null) =>
        locale == Locale.En ? issue.MessageEn : issue.MessageRu;
}
