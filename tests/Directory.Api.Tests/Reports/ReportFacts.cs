namespace CenterDirectory.Api.Tests.Reports;

/// <summary>The facts of the five reports, report by report.</summary>
internal static partial class ReportFacts
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ReportFact> All => [.. R0, .. R1, .. R2, .. R3, .. R4];
}
