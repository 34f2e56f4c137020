using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>The start page as it is written, without a server.</summary>
public sealed class HomePageTests
{
    private static readonly DateTime Instant = new(2026, 1, 15, 9, 30, 0, DateTimeKind.Utc);

    private static readonly Overview Sample = new(
        new EntryCounts(21, 8, 1_020, 2, 1, 1, 98),
        """{ "data": "<ответ>" }""",
        new NewestRevision(7, Instant, 12),
        [
            new("one", "Реестр <b>", "Издатель & К°", "CC BY 4.0", new Uri("https://example.org/реестр"), 1_000, Instant, IsEnabled: true, ImportRunStatus.Applied),
            new("two", "Таблица", null, null, new Uri("javascript:alert(1)"), 3, Instant, IsEnabled: true, ImportRunStatus.Quarantined),
            new("three", "Новый", null, null, null, 0, null, IsEnabled: true, ImportRunStatus.Running),
            new("four", "Ручной", null, null, null, 0, null, IsEnabled: false, null),
        ],
        IsFirstImportRunning: false);

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Page_is_the_one_that_was_reviewed(string code) => Render(Sample, code)
        .Replace(PageAsset.Style.Address, "/assets/site.css", StringComparison.Ordinal)
        .Replace(PageAsset.Icon.Address, "/assets/icon.svg", StringComparison.Ordinal)
        .MatchSnapshot($"{code}.html");

    [Fact]
    public void What_sources_say_is_text_not_markup()
    {
        var page = Render(Sample);

        Assert.Contains("Реестр &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Издатель &amp; К°", page, StringComparison.Ordinal);
        Assert.Contains("&lt;ответ&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_import_that_still_runs_is_told()
    {
        const string Russian = "Идёт первый импорт";

        Assert.DoesNotContain(Russian, Render(Sample), StringComparison.Ordinal);
        Assert.Contains(Russian, Render(Sample with { IsFirstImportRunning = true }), StringComparison.Ordinal);
        Assert.Contains("The first import is running", Render(Sample with { IsFirstImportRunning = true }, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_directory_says_so()
    {
        var page = Render(Sample with { Revision = null, Sources = [] });

        Assert.Contains("Ни одной ревизии ещё нет", page, StringComparison.Ordinal);
        Assert.Contains("Источников пока нет", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_words_for_every_end_of_a_run()
    {
        foreach (var status in Enum.GetValues<ImportRunStatus>())
        {
            var source = Sample.Sources[0] with { LastRun = status };
            var isTrouble = Render(Sample with { Sources = [source] }).Contains("class=\"trouble\"", StringComparison.Ordinal);

            Assert.Equal(status is not (ImportRunStatus.Applied or ImportRunStatus.Unchanged), isTrouble);
        }
    }

    private static string Render(Overview overview, string code = "ru") =>
        new HomePage(PageLanguage.All.Single(language => language.Code == code), "https://directory.example", overview).Render().Markup;
}
