using System.Globalization;
using CenterDirectory.Api.OpenData.Dumps;

namespace CenterDirectory.Api.OpenData.Statistics;

/// <summary>Statistics as one table of CSV: a number a line, with what it counts in the columns before.</summary>
internal static class StatisticsTable
{
    public static byte[] Write(DirectoryStatistics numbers) => [.. Rows(numbers).Prepend(["statistic", "value", "labelRu", "labelEn", "count"]).SelectMany(CsvLine.Of)];

    private static IEnumerable<string?[]> Rows(DirectoryStatistics numbers)
    {
        (string Name, IReadOnlyList<ValueCount> Counts)[] groups =
        [
            ("entriesByType", numbers.Types), ("centersByStatus", numbers.CentersByStatus),
            ("centersByLevel", numbers.CentersByLevel), ("centersBySupportKind", numbers.CentersBySupportKind),
        ];
        var values = groups.SelectMany(group => group.Counts.Select(count => Row(group.Name, count.Value, count.Label.Ru, count.Label.En, count.Count)));
        var regions = numbers.Regions.SelectMany(region => new (string Name, long Count)[]
        {
            ("centersByRegion", region.Centers), ("activeCentersByRegion", region.ActiveCenters), ("servicesByRegion", region.Services),
            ("organizationsByRegion", region.Organizations), ("eventsByRegion", region.Events),
        }.Select(pair => Row(pair.Name, region.Code ?? region.Slug, region.Name, null, pair.Count)));
        var revisions = numbers.Revisions.Select(revision => Row(
            "changesByRevision", revision.Number.ToString(CultureInfo.InvariantCulture), revision.Source, revision.Source, revision.Changes));
        return values.Concat(regions).Concat(revisions);
    }

    private static string?[] Row(string statistic, string value, string? labelRu, string? labelEn, long count) =>
        [statistic, value, labelRu, labelEn, count.ToString(CultureInfo.InvariantCulture)];
}
