using CenterDirectory.Api.Pages;
using CenterDirectory.Data.Values;

namespace CenterDirectory.Api.Tests.Pages;

public sealed class SourcesPageTests(DirectoryServer server)
{
    private static readonly DateTime Instant = new(2026, 1, 15, 9, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Page_is_the_one_that_was_reviewed(string code)
    {
        var language = PageLanguage.All.Single(language => language.Code == code);

        new SourcesPage(language, "https://directory.example", [.. Enum.GetValues<SourceHealthState>().Select(Invented)]).Render().Markup
            .Replace(PageAsset.Style.Address, "/assets/site.css", StringComparison.Ordinal)
            .Replace(PageAsset.Icon.Address, "/assets/icon.svg", StringComparison.Ordinal)
            .MatchSnapshot($"{code}.html");
    }

    [Fact]
    public void What_a_source_says_is_no_markup()
    {
        var page = new SourcesPage(PageLanguage.Russian, "https://directory.example", [Invented(SourceHealthState.Failing) with
        {
            Title = "<script>alert(1)</script>", Url = new Uri("javascript:alert(1)"), Message = new("<b>", "<b>"),
        }]).Render().Markup;

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Последний запуск прошёл хорошо.")]
    [InlineData("en", "The last run went well.")]
    public async Task Sources_of_the_server_are_listed_in_the_readers_language(string language, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sources");
        request.Headers.Add("Accept-Language", language);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((200, "no-cache", "text/html"), ((int)response.StatusCode, response.Headers.CacheControl?.ToString(), response.Content.Headers.ContentType?.MediaType));
        Assert.Contains(message, page, StringComparison.Ordinal);
        Assert.Contains("report-raduzhny", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_a_field_a_filter_and_a_sort_key_and_is_never_cached()
    {
        using var response = await server.Client.PostAsync("/graphql", new StringContent(
            """{"query":"{ sources(first: 1, where: { key: { eq: \"report-raduzhny\" }, health: { state: { in: [OK] } } }, order: [{ health: { state: DESC } }]) { nodes { health { state message(locale: EN) } nextRunAt } } source(key: \"report-raduzhny\") { health { message } } }"}""",
            System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(
            """{"data":{"sources":{"nodes":[{"health":{"state":"OK","message":"The last run went well."},"nextRunAt":null}]},"source":{"health":{"message":"Последний запуск прошёл хорошо."}}}}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Only_of_a_source_of_files_it_says_that_it_runs_when_they_change()
    {
        var source = Invented(SourceHealthState.Ok) with { NextRunAt = null, Schedule = null };

        Assert.Contains("when its files change", Render(source with { IsFile = true }), StringComparison.Ordinal);
        Assert.DoesNotContain("when its files change", Render(source), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_words_for_every_end_of_a_run() =>
        Assert.All(Enum.GetValues<ImportRunStatus>(), status => Assert.Contains(
            StateWords.Of(status).En, Render(Invented(SourceHealthState.Ok) with { LastRun = new LastRun(7, status, Instant, 0, 0, 0, 0) }), StringComparison.Ordinal));

    private static string Render(SourceState source) => new SourcesPage(PageLanguage.English, "https://directory.example", [source]).Render().Markup;

    private static SourceState Invented(SourceHealthState state) => new(
        $"source-{state.ToString().ToLowerInvariant()}", $"Источник {state}", "Издатель", null, new Uri("https://example.org/data"),
        "0 30 4 * * ? (Europe/Moscow)", 1_234, state, new LocalizedText("Как дела.", "How it is."),
        state is SourceHealthState.Paused or SourceHealthState.Disabled ? null : Instant, Instant,
        state == SourceHealthState.Disabled ? null : new LastRun(
            7, state == SourceHealthState.Quarantined ? ImportRunStatus.Quarantined : ImportRunStatus.Applied, Instant, 1_300, 12, 3, 1))
    {
        Issues = state == SourceHealthState.Failing
            ? [new("field-required", IssueSeverity.Error, 2), .. Enumerable.Range(1, 5).Select(rule => new IssueCount($"rule-{rule}", IssueSeverity.Warning, 10 - rule))]
            : [],
    };
}
