using System.Text.Json;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>The site for those who answer for centers in a real browser, under the policy that the server sends.</summary>
public sealed class ManageInBrowserTests(SharedStage shared, Browser browser) : IClassFixture<SharedStage>, IClassFixture<Browser>
{
    private const string Rules = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";

    private static readonly string[] Addresses =
    [
        "/manage?lang=ru", "/manage?lang=en&q=нет", "/manage/centers/new?lang=ru", "/manage/centers/svoj?lang=ru", "/manage/centers/svoj?lang=en&done=saved",
        "/manage/centers/svoj/card?lang=ru", "/manage/centers/svoj/card?lang=en", "/manage/centers/svoj/history?lang=ru",
        "/manage/centers/svoj/services/new?lang=ru", "/manage/services/svoj-s?lang=ru", "/manage/services/svoj-s/standards?lang=ru", "/manage/requests?lang=ru", "/manage/services/svoj-s/card?lang=en",
        "/manage/centers/svoj/events/new?lang=ru", "/manage/events/svoj-e?lang=en", "/manage/events/svoj-e/card?lang=ru", "/manage/events/svoj-e/postpone?lang=ru",
        "/manage/events/svoj-e/cancel?lang=en", "/manage/centers/nikakoj?lang=ru", "/manage/sign-in?lang=ru", "/manage/sign-in?lang=en",
    ];

    public static TheoryData<string, int, ColorScheme> Views() => new(
        from address in Addresses
        from screen in new (int Width, ColorScheme Scheme)[] { (1280, ColorScheme.Light), (320, ColorScheme.Dark), (320, ColorScheme.Light) }
        select (address, screen.Width, screen.Scheme));

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_breaks_no_rule_of_accessibility_and_fits_the_screen(string address, int width, ColorScheme scheme)
    {
        var rules = await Browser.AccessibilityRulesAsync();
        var page = await OpenAsync(width, scheme);
        await page.GotoAsync(new Uri(shared.Stage.Client.BaseAddress!, address).ToString());

        await CheckAsync(page, rules, width);
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task A_form_with_errors_and_one_with_what_others_say_are_as_accessible(int width, ColorScheme scheme)
    {
        var rules = await Browser.AccessibilityRulesAsync();
        var page = await OpenAsync(width, scheme);
        await page.GotoAsync(new Uri(shared.Stage.Client.BaseAddress!, "/manage/centers/sosed/card?lang=ru").ToString());
        await page.GetByLabel("Сайт").FillAsync("не адрес");
        await page.GetByLabel("Номер или адрес").First.FillAsync("нет");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await page.GetByText("Пока не сохранено").WaitForAsync();
        await CheckAsync(page, rules, width);

        await page.GotoAsync(new Uri(shared.Stage.Client.BaseAddress!, "/manage/centers/sosed/card?lang=ru").ToString());
        await page.Locator("#f-name-ru").FillAsync("Наш " + width + scheme);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить", Exact = true }).ClickAsync();
        await page.GetByText("Сохранено.").WaitForAsync();
        await page.GotoAsync(new Uri(shared.Stage.Client.BaseAddress!, "/manage/centers/sosed/card?lang=ru").ToString());
        await page.Locator("button[value^='take:name.ru:']").ClickAsync();
        Assert.Equal("Сосед", await page.Locator("#f-name-ru").InputValueAsync());
        await CheckAsync(page, rules, width);
    }

    private static async Task CheckAsync(IPage page, string rules, int width)
    {
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.EvaluateAsync(rules);
        var result = await page.EvaluateAsync<JsonElement>(Rules);
        Assert.True(result.GetProperty("passes").GetArrayLength() > 15);
        Assert.Empty(result.GetProperty("violations").EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id").GetString()}: {string.Join(", ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))}"));
    }

    private async Task<IPage> OpenAsync(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        using var client = await ManageClient.SignInAsync(shared.Stage.Client.BaseAddress!, shared.Master);
        await page.Context.AddCookiesAsync(client.Cookies.GetAllCookies().Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = shared.Stage.Client.BaseAddress!.Host, Path = "/manage", HttpOnly = true, SameSite = SameSiteAttribute.Strict,
        }));
        return page;
    }
}
