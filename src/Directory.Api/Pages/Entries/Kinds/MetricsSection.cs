using CenterDirectory.Data.Entities;

namespace CenterDirectory.Api.Pages.Entries.Kinds;

/// <summary>Figures about somebody, each as its source qualifies it.</summary>
internal static class MetricsSection
{
    /// <summary>Adds the section, in one statement.</summary>
    public static async Task AddAsync(EntryDraft page, IQueryable<Metric> items)
    {
        var metrics = await page.Reading.FirstAsync(items.OrderByDescending(metric => metric.PeriodEarliest ?? DateOnly.MinValue).ThenBy(metric => metric.Id));
        page.Section("figures", "Показатели", "Figures", Blocks.List(metrics.Items, page.Cards.Metric), page.More(metrics.HasMore));
    }
}
