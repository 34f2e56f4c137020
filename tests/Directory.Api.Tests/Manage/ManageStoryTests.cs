using CenterDirectory.Api.Access;
using CenterDirectory.Api.OpenData.Dumps;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Pages;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>The whole story, on a phone and without a script: from the key to what the world sees, and back.</summary>
public sealed class ManageStoryTests(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 320;

    [Fact]
    public async Task From_a_key_to_card_widget_calendar_and_dump_past_an_import_and_back()
    {
        await using var stage = await KeyStage.OpenAsync();
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = Phone, Height = 640 }, HasTouch = true, IsMobile = true, JavaScriptEnabled = false });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await SignInAsync(page, stage);

        await AddServiceAsync(page);
        await AddEventAsync(page);
        await CorrectServiceAsync(page);

        Assert.Contains("Бухгалтер для НКО", await TextAsync(stage, "/centers/svoj"), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Час юриста", await TextAsync(stage, "/centers/svoj/events.ics"), StringComparison.Ordinal);
        Assert.Contains("Бухгалтер для НКО", await WidgetAsync(stage), StringComparison.Ordinal);
        Assert.Contains("Бухгалтер для НКО", await DumpedAsync(stage), StringComparison.Ordinal);

        // Registries go on saying what they say, and something new besides.
        stage.Directory.Write("services.csv", "id,name,center\nsvoj-s,Услуга по реестру,svoj\nsosed-s,Услуга sosed,sosed\n");
        stage.Directory.Write("centers.csv", KeyStage.Centers.Replace("svoj,Свой", "svoj,Свой по реестру", StringComparison.Ordinal));
        await stage.Directory.ImportAsync();
        var card = await TextAsync(stage, "/centers/svoj");
        Assert.Contains("Свой по реестру", card, StringComparison.Ordinal);
        Assert.Contains("Бухгалтер для НКО", card, StringComparison.Ordinal);
        Assert.Contains("Юрист по пятницам", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Услуга по реестру", card, StringComparison.Ordinal);

        await UndoAsync(page, "Юрист по пятницам");
        Assert.Contains("Услуга по реестру", await TextAsync(stage, "/centers/svoj"), StringComparison.Ordinal);
        await UndoAsync(page, "добавлена услуга: Бухгалтер");
        Assert.DoesNotContain("Бухгалтер для НКО", await TextAsync(stage, "/centers/svoj"), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Час юриста", await TextAsync(stage, "/centers/svoj/events.ics"), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    private static async Task SignInAsync(IPage page, KeyStage stage)
    {
        var secret = await stage.IssueAsync(new KeyWish("Руководитель", AccessRole.Editor, ["svoj"]));
        await page.GotoAsync(new Uri(stage.Client.BaseAddress!, "/manage").ToString());
        await page.GetByLabel("Ключ").FillAsync(secret);
        await PressAsync(page, "Войти");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Свой", Level = 1 }).WaitForAsync();
    }

    private static async Task AddServiceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить услугу" }).ClickAsync();
        await page.GetByLabel("Название обязательно").FillAsync("Бухгалтер для НКО");
        await page.GetByLabel("Консультационная").CheckAsync();
        await PressAsync(page, "Добавить");
        await page.GetByText("Сохранено.").WaitForAsync();
    }

    private static async Task AddEventAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Добавить событие" }).ClickAsync();
        await page.GetByLabel("Название обязательно").FillAsync("Час юриста");
        await page.GetByLabel("Начало", new() { Exact = true }).FillAsync("2026-01-20T18:30");
        await page.GetByLabel("Окончание").FillAsync("2026-01-20T19:30");
        await PressAsync(page, "Добавить");
        await page.GetByText("Сохранено.").WaitForAsync();
    }

    private static async Task CorrectServiceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Услуга svoj" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Исправить" }).ClickAsync();
        await page.GetByLabel("Название обязательно").FillAsync("Юрист по пятницам");
        await PressAsync(page, "Посмотреть, как будет");
        await page.Locator(".card-preview").GetByText("Юрист по пятницам").WaitForAsync();
        await PressAsync(page, "Сохранить");
        await page.GetByText("Сохранено.").WaitForAsync();
    }

    private static async Task UndoAsync(IPage page, string what)
    {
        await page.GotoAsync(new Uri(new Uri(page.Url), "/manage/centers/svoj/history").ToString());
        await page.Locator("li").Filter(new() { HasText = what }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByText("Правка отменена").WaitForAsync();
    }

    private static async Task PressAsync(IPage page, string name)
    {
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    private static async Task<string> TextAsync(KeyStage stage, string path)
    {
        using var client = new HttpClient { BaseAddress = stage.Client.BaseAddress };
        return await client.GetStringAsync(path, TestContext.Current.CancellationToken);
    }

    /// <summary>What the widget of the center says on a page of somebody else.</summary>
    private async Task<string> WidgetAsync(KeyStage stage)
    {
        var origin = stage.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var page = await browser.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = Phone, Height = 640 } });
        await page.Clock.SetFixedTimeAsync(DirectoryServer.Now.UtcDateTime);
        await page.SetContentAsync($"""<!DOCTYPE html><html lang="ru"><title>Палата</title><script type="module" src="{origin}/embed/v1/center-directory.js"></script><center-card center="svoj"></center-card>""");
        await page.Locator("center-card [part=box]").WaitForAsync();
        return await page.Locator("center-card [part=box]").InnerTextAsync();
    }

    private static async Task<string> DumpedAsync(KeyStage stage)
    {
        await stage.Directory.Services.GetRequiredService<DumpPublisher>().PublishAsync(homepage: null, TestContext.Current.CancellationToken);
        return await TextAsync(stage, "/data/latest/services.ndjson");
    }
}
