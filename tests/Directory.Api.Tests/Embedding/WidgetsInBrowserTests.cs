using System.Text.Json;
using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>The widgets in a real browser, on pages of another origin.</summary>
public sealed class WidgetsInBrowserTests(EmbedStage stage, Browser browser) : IClassFixture<EmbedStage>, IClassFixture<Browser>
{
    private const string Rules = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";

    public static TheoryData<string, int, ColorScheme> Views() => new(
    [
        .. from page in new[] { "plain-cards", "plain-events", "plain-month", "plain-card" }
           from width in new[] { 320, 768, 1280 }
           from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
           select (page, width, scheme),
        .. from page in new[] { "strict-directory", "english-directory", "hostile-directory-month-card" }
           from view in new[] { (Width: 320, Scheme: ColorScheme.Dark), (Width: 1280, Scheme: ColorScheme.Light) }
           select (page, view.Width, view.Scheme),
    ]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Widget_is_accessible_and_fits_at_every_width_in_both_schemes(string name, int width, ColorScheme scheme)
    {
        var rules = await Browser.AccessibilityRulesAsync();
        var host = await WidgetPage.OpenAsync(stage, browser, name, width, scheme);

        await host.KeepPictureAsync($"{name}-{width}-{scheme}");
        var overflow = await host.Page.EvaluateAsync<int>(
            "Math.max(...[...document.querySelectorAll('center-directory, center-events, center-card')].map((w) => w.shadowRoot.querySelector('.root').scrollWidth - w.clientWidth))");
        await host.Page.EvaluateAsync(rules);
        var result = await host.Page.EvaluateAsync<JsonElement>(Rules);

        Assert.True(overflow <= 0, $"{overflow} pixels stand out");
        // What the page of somebody else does is theirs; what stands inside a widget is ours.
        Assert.Empty(result.GetProperty("violations").EnumerateArray().SelectMany(OursOf));
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task Nothing_of_the_page_reaches_the_words_of_a_widget()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "hostile-directory", 1280, ColorScheme.Light);

        var style = await host.Page.EvaluateAsync<string>(
            "(() => { const s = getComputedStyle(document.querySelector('center-directory').shadowRoot.querySelector('h3 a')); return [s.fontStyle, s.letterSpacing, s.textTransform, s.direction, s.color].join('|'); })()");

        Assert.Equal("normal|normal|none|ltr|rgb(11, 107, 87)", style);
    }

    [Fact]
    public async Task Site_chooses_colours_and_font_with_custom_properties_and_parts()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-directory", 1280, ColorScheme.Light);

        await host.Page.AddStyleTagAsync(new() { Content = "center-directory { --cd-accent: rgb(120, 0, 90); --cd-font: serif; } center-directory::part(heading) { color: rgb(1, 2, 3); }" });
        var style = await host.Page.EvaluateAsync<string>(
            "(() => { const of = (s) => getComputedStyle(document.querySelector('center-directory').shadowRoot.querySelector(s)); return [of('h3 a').color, of('h3 a').fontFamily, of('h2').color].join('|'); })()");

        Assert.Equal("rgb(120, 0, 90)|serif|rgb(1, 2, 3)", style);
    }

    [Fact]
    public async Task Search_and_filters_work_by_keyboard_and_tell_how_many_they_found()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-all", 768, ColorScheme.Light);
        var status = host.Page.GetByRole(AriaRole.Status);
        Assert.Equal("Найдено 14 центров, показано 10", await status.InnerTextAsync());

        var search = host.Page.GetByRole(AriaRole.Searchbox);
        await search.FocusAsync();
        await host.Page.Keyboard.TypeAsync("соседи");
        await host.Page.Keyboard.PressAsync("Enter");
        await host.Page.GetByText("Найден 1 центр").WaitForAsync();
        await host.Page.GetByRole(AriaRole.Heading, new() { Name = "Центр поддержки ТОС «Соседи»" }).WaitForAsync();
        Assert.Equal("соседи", await search.InputValueAsync());

        await search.FillAsync("");
        await host.Page.GetByLabel("Вид поддержки").SelectOptionAsync("TRAINING");
        await host.Page.GetByRole(AriaRole.Heading, new() { Name = "Ресурсный центр «Опора»" }).WaitForAsync();
        Assert.Equal(1, await host.Page.Locator("center-directory li.item").CountAsync());

        await host.Page.GetByLabel("Для кого").SelectOptionAsync("VETERANS");
        await host.Page.GetByText("Ничего не нашлось. Попробуйте снять часть условий.").WaitForAsync();
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task More_is_added_below_and_takes_the_focus()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-all", 768, ColorScheme.Light);

        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Показать ещё" }).PressAsync("Enter");
        await host.Page.GetByText("Найдено 14 центров", new() { Exact = true }).WaitForAsync();

        Assert.Equal(14, await host.Page.Locator("center-directory li.item").CountAsync());
        Assert.Equal(10, await host.Page.EvaluateAsync<int>(
            "(() => { const r = document.querySelector('center-directory').shadowRoot; return [...r.querySelectorAll('li.item')].indexOf(r.activeElement); })()"));
        Assert.True(await host.Page.GetByRole(AriaRole.Button, new() { Name = "Показать ещё" }).IsHiddenAsync());
    }

    [Fact]
    public async Task Events_stand_in_order_with_their_state_and_a_calendar_to_subscribe()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-events", 768, ColorScheme.Light);

        Assert.Equal("3 события", await host.Page.GetByRole(AriaRole.Status).InnerTextAsync());
        Assert.Equal(
            ["20–22 января 2026 г.", "22 января 2026 г.", "8 февраля 2026 г."],
            (await host.Page.Locator("center-events time").AllInnerTextsAsync()).Select(text => text.Replace('\u2009', ' ').Replace(" – ", "–", StringComparison.Ordinal)));
        Assert.Equal("Перенесено", await host.Page.Locator("center-events strong").InnerTextAsync());
        Assert.StartsWith("webcal://", await host.Page.GetByText("Подписаться на календарь").GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Month_is_turned_by_keyboard_and_keeps_the_focus()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-month", 1280, ColorScheme.Light);
        Assert.Equal(4, await host.Page.Locator("center-events td li").CountAsync());

        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Следующий месяц" }).PressAsync("Enter");
        await host.Page.GetByText("Февраль 2026").First.WaitForAsync();

        Assert.Equal("Семинар для ТОС", await host.Page.Locator("center-events td:has(time[datetime='2026-02-03']) li").InnerTextAsync());
        Assert.Equal("Следующий месяц", await host.Page.EvaluateAsync<string>("document.querySelector('center-events').shadowRoot.activeElement?.getAttribute('aria-label')"));
    }

    [Fact]
    public async Task Language_follows_the_page_or_the_attribute()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "english-directory", 768, ColorScheme.Light);
        Assert.Equal("2 centers found", await host.Page.GetByRole(AriaRole.Status).InnerTextAsync());

        await host.Page.EvaluateAsync("document.querySelector('center-directory').lang = 'ru'");

        await host.Page.GetByText("Найдено 2 центра").WaitForAsync();
    }

    [Theory]
    [InlineData("plain-directory", "Сведения на 15 января 2026 г., источники: Придуманные центры")]
    [InlineData("plain-events", "Сведения на 15 января 2026 г., источники: Придуманные центры")]
    [InlineData("plain-card", "Сведения на 15 января 2026 г., источники: Придуманные центры")]
    [InlineData("english-directory", "As of January 15, 2026, sources: Придуманные центры")]
    public async Task Badge_tells_how_fresh_the_data_are_and_who_says_so(string name, string expected)
    {
        var host = await WidgetPage.OpenAsync(stage, browser, name, 768, ColorScheme.Light);

        Assert.Equal(expected, await host.Page.Locator("[part=badge]").InnerTextAsync());
    }

    private static IEnumerable<string> OursOf(JsonElement violation) => violation.GetProperty("nodes").EnumerateArray()
        .Where(node => node.GetProperty("target")[0].ValueKind == JsonValueKind.Array || node.GetProperty("html").GetString()!.StartsWith("<center-", StringComparison.Ordinal))
        .Select(node => $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()}");
}
