using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>The pages in a real browser, under the policy that the server sends.</summary>
public sealed partial class PagesInBrowserTests(DirectoryServer server, Browser browser) : IClassFixture<Browser>
{
    private const string Rules = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";

    private static readonly string[] Addresses =
    [
        "/?lang=ru", "/?lang=en",
        "/nowhere?lang=ru",
        "/sources?lang=ru", "/sources?lang=en",
        "/feeds?lang=ru", "/feeds?lang=en&feed=news", "/feeds?lang=ru&feed=changes", "/feeds?lang=ru&territory=55&kind=COURSE,MEETING&status=COMPLETED", "/feeds?lang=ru&knd=1",
        "/data?lang=ru", "/data?lang=en",
        "/graphql?lang=ru", "/graphql?lang=en",
        "/embed?lang=ru", "/embed?lang=en&widget=events",
        "/embed/centers?lang=ru",
        "/centers?lang=ru", "/centers?lang=en&territory=55",
        "/services?lang=ru&support=CONSULTING", "/events?lang=ru", "/news?lang=en", "/organizations?lang=ru&q=центры", "/events?lang=en&kind=no",
        "/territories?lang=ru", "/territories/omskaya-oblast?lang=en",
        "/centers/raduzhnyj-podderzhka-so-nko?lang=ru", "/centers/probnyj-centr-01?lang=en",
        "/events/konferenciya-uralskaya-set?lang=en", "/organizations/ciss-omsk?lang=ru", "/news/habarovsk-resursnye-centry-vostrebovany?lang=ru",
    ];

    private static readonly (int Width, ColorScheme Scheme)[] Screens =
        [(1280, ColorScheme.Light), (768, ColorScheme.Dark), (320, ColorScheme.Light), (320, ColorScheme.Dark)];

    public static TheoryData<string, int, ColorScheme> Views() => new(
        from address in Addresses
        from screen in Screens
        select (address, screen.Width, screen.Scheme));

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_breaks_no_rule_of_accessibility(string address, int width, ColorScheme scheme)
    {
        var rules = await Browser.AccessibilityRulesAsync();
        var page = await OpenAsync(address, width, scheme);

        await page.EvaluateAsync(rules);
        var result = await page.EvaluateAsync<JsonElement>(Rules);

        Assert.True(result.GetProperty("passes").GetArrayLength() > 15);
        Assert.Empty(result.GetProperty("violations").EnumerateArray().Select(Describe));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_is_never_wider_than_the_screen(string address, int width, ColorScheme scheme)
    {
        var page = await OpenAsync(address, width, scheme);

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("ru", "30 сентября 2026, 23:59 UTC")]
    [InlineData("en", "30 September 2026, 23:59 UTC")]
    public async Task Page_of_sources_has_room_for_the_longest_date(string language, string instant)
    {
        foreach (var width in new[] { 641, 768, 1024 })
        {
            var page = await OpenAsync($"/sources?lang={language}", width, ColorScheme.Light);
            await page.EvaluateAsync("instant => document.querySelectorAll('time').forEach(time => time.textContent = instant)", instant);

            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task Style_sheet_is_applied_in_both_schemes_and_nothing_is_blocked()
    {
        var grounds = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme });
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.Add(message.Text);
            page.RequestFailed += (_, request) => complaints.Add(request.Url);
            await page.GotoAsync(server.Client.BaseAddress!.ToString());

            Assert.Empty(complaints);
            Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.mark img').naturalWidth > 0"));
            grounds.Add(await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        }

        Assert.Equal(["rgb(251, 250, 247)", "rgb(19, 24, 22)"], grounds);
    }

    [Fact]
    public async Task Keyboard_reaches_the_content_first_and_shows_where_it_is()
    {
        var page = await OpenAsync("/?lang=ru", 1280, ColorScheme.Light);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("К содержанию", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("solid", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }

    [Fact]
    public async Task Language_switch_and_examples_are_links_that_lead_there()
    {
        var page = await OpenAsync("/?lang=ru", 768, ColorScheme.Light);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        Assert.Equal("en", await page.EvaluateAsync<string>("document.documentElement.lang"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Ask it: Who advises and teaches" }).ClickAsync();
        using var answer = JsonDocument.Parse(await AnswerAsync(page));
        Assert.True(answer.RootElement.GetProperty("data").GetProperty("centers").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task Page_of_feeds_follows_the_choice_and_copies_its_link()
    {
        var page = await OpenAsync("/feeds?lang=en", 320, ColorScheme.Light);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.Locator("#f-territory").SelectOptionAsync("55");
        await page.GetByText("List and links are up to date.").WaitForAsync();
        var link = await page.Locator("#link-ics").InputValueAsync();
        Assert.Equal(new Uri(server.Client.BaseAddress!, "/feeds/events.ics?territory=55&lang=en").ToString(), link);
        Assert.Contains("territory=55", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy: iCalendar" }).ClickAsync();
        await page.Locator("button").Filter(new() { HasText = "Copied" }).WaitForAsync();
        Assert.Equal(link, await page.EvaluateAsync<string>("getSelection().toString() || document.activeElement.value || document.getElementById('link-ics').value"));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Page_of_feeds_works_without_a_script()
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, "/feeds?lang=en").ToString());

        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).CountAsync());
        await page.Locator("#f-territory").SelectOptionAsync("27");
        await page.GetByLabel("Round table", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        Assert.Equal(
            new Uri(server.Client.BaseAddress!, "/feeds/events.ics?territory=27&kind=ROUND_TABLE&lang=en").ToString(), await page.Locator("#link-ics").InputValueAsync());
        Assert.True(await page.Locator(".feed-preview li").CountAsync() > 0);
    }

    [Fact]
    public async Task Query_page_asks_by_keyboard_and_shows_the_answer_or_what_is_wrong()
    {
        var page = await OpenAsync("/graphql?lang=en", 320, ColorScheme.Light);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GetByRole(AriaRole.Button, new() { Name = "For a journalist" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Contains("\"news\"", await AnswerAsync(page), StringComparison.Ordinal);
        Assert.StartsWith("Answered", await page.Locator("#state").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(complaints);

        await page.Locator("#query").FillAsync("query ($n: Int) { centers(first: $n) { nothing } }");
        await page.Locator("#variables").FillAsync("{\"n\": 1}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await page.Locator("#errors li").WaitForAsync();
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", await page.Locator("#errors").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#variables").FillAsync("{");
        await page.Locator("#variables").PressAsync("Control+Enter");
        Assert.StartsWith("The variables are no JSON object", await page.Locator("#state").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_page_listens_until_it_is_stopped()
    {
        var page = await OpenAsync("/graphql?lang=en", 1280, ColorScheme.Light);

        await page.GetByRole(AriaRole.Button, new() { Name = "For a subscriber" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await page.GetByText("Listening; messages: 0").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await page.GetByText("Stopped.").WaitForAsync();
        Assert.True(await page.Locator("#stop").IsHiddenAsync());
    }

    [Fact]
    public async Task A_question_that_is_given_up_for_another_says_nothing_any_more()
    {
        var page = await OpenAsync("/graphql?lang=en", 1280, ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new() { Name = "For a subscriber" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await page.GetByText("Listening; messages: 0").WaitForAsync();
        await page.EvaluateAsync(
            "window.said = []; new MutationObserver(() => said.push(document.getElementById('state').textContent)).observe(document.getElementById('state'), { childList: true })");

        await page.GetByRole(AriaRole.Button, new() { Name = "For a journalist" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await AnswerAsync(page);
        await page.GetByText("Answered").WaitForAsync();

        var said = await page.EvaluateAsync<string[]>("said");
        Assert.Equal(2, said.Length);
        Assert.StartsWith("Answered", said[1], StringComparison.Ordinal);
    }

    /// <summary>What the query page shows as the answer, once it is there.</summary>
    private static async Task<string> AnswerAsync(IPage page)
    {
        // A locator, not a script that polls: the page's policy forbids eval to Playwright too.
        var answer = page.Locator("#result code").Filter(new() { HasTextRegex = AnyText() });
        await answer.WaitForAsync();
        return await answer.InnerTextAsync();
    }

    [GeneratedRegex(@"\S")]
    private static partial Regex AnyText();

    private async Task<IPage> OpenAsync(string address, int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.GotoAsync(new Uri(server.Client.BaseAddress!, address).ToString());
        return page;
    }

    private static string Describe(JsonElement violation) =>
        $"{violation.GetProperty("id").GetString()}: {string.Join(", ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))}";
}
