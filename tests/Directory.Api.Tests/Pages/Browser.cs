using CenterDirectory.Api.Hosting;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>A Chromium of this machine, started once for the tests of a class that need one.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The rules of accessibility; skips the test where they are not installed.</summary>
    public static async Task<string> AccessibilityRulesAsync()
    {
        var file = Path.Combine(HostPaths.Root, "tests", "Directory.Api.Tests", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(file), "axe-core is not installed: npm ci --prefix tests/Directory.Api.Tests");
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a page; skips the test where there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        var executable = Find();
        Assert.SkipWhen(executable is null, "Chromium is neither on the PATH nor named by the environment variable CHROMIUM.");
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
        var context = await browser.NewContextAsync(options);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Find()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.SelectMany(_ => Names, (folder, name) => Path.Combine(folder, name + suffix))
            .Prepend(Environment.GetEnvironmentVariable("CHROMIUM"))
            .FirstOrDefault(File.Exists);
    }
}
