using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>A page of the other site in a browser whose clock says what that of the directory does.</summary>
/// <param name="Page">The page.</param>
/// <param name="Complaints">Warnings and errors that the page had to hear.</param>
/// <param name="Asked">Requests to the directory.</param>
internal sealed record WidgetPage(IPage Page, List<string> Complaints, List<IRequest> Asked)
{
    /// <summary>Folder for pictures, for people to look at; none are kept without it.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("WIDGET_PICTURES");

    /// <summary>Opens it and waits until each widget shows something of its own.</summary>
    public static async Task<WidgetPage> OpenAsync(EmbedStage stage, Browser browser, string name, int width, ColorScheme scheme)
    {
        var host = await PrepareAsync(stage, browser, width, scheme);
        await host.Page.GotoAsync($"{stage.Site}/{name}");
        await host.ReadyAsync();
        return host;
    }

    /// <summary>A page that has not gone anywhere yet.</summary>
    public static async Task<WidgetPage> PrepareAsync(EmbedStage stage, Browser browser, int width, ColorScheme scheme, bool javaScript = true)
    {
        var page = await browser.OpenAsync(new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = javaScript, ReducedMotion = ReducedMotion.Reduce,
        });
        var host = new WidgetPage(page, [], []);
        page.Console += (_, message) =>
        {
            if (message.Type is "warning" or "error")
            {
                host.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => host.Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith(stage.Origin, StringComparison.Ordinal))
            {
                host.Asked.Add(request);
            }
        };
        await page.Clock.SetFixedTimeAsync(DirectoryServer.Now.UtcDateTime);
        return host;
    }

    /// <summary>Waits until each widget shows something of its own.</summary>
    public async Task ReadyAsync()
    {
        foreach (var widget in await Page.Locator("center-directory, center-events, center-card").AllAsync())
        {
            await widget.Locator("[part=box]").WaitForAsync();
        }
    }

    /// <summary>Keeps a picture of the whole page if somebody wants to look.</summary>
    public async Task KeepPictureAsync(string name)
    {
        if (Pictures is not null)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        }
    }
}
