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
            Source("one", "Реестр <b>", SourceHealthState.Ok) with { Publisher = "Издатель & К°", Licence = "CC BY 4.0", Url = new Uri("https://example.org/реестр"), RecordCount = 1_000, LastSuccessAt = Instant },
            Source("two", "Таблица", SourceHealthState.Quarantined) with { Url = new Uri("javascript:alert(1)"), RecordCount = 3, LastSuccessAt = Instant },
            Source("three", "Новый", SourceHealthState.Ok),
            Source("four", "Ручной", SourceHealthState.Disabled),
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
    public void A_source_that_somebody_should_look_after_is_told()
    {
        foreach (var state in Enum.GetValues<SourceHealthState>())
        {
            var isTrouble = Render(Sample with { Sources = [Source("one", "Реестр", state)] }).Contains("class=\"trouble\"", StringComparison.Ordinal);

            Assert.Equal(state is SourceHealthState.Failing or SourceHealthState.Stale or SourceHealthState.Quarantined, isTrouble);
        }
    }

    private static SourceState Source(string key, string title, SourceHealthState state) =>
        new(key, title, null, null, null, null, 0, state, new LocalizedText("Так.", "So."), null, null, null);

    private static string Render(Overview overview, string code = "ru") =>
        new HomePage(PageLanguage.All.Single(language => language.Code == code), "https://directory.example", overview).Render().Markup;
}
