using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Embedding;
using CenterDirectory.Api.Embedding.Choices;
using CenterDirectory.Api.Embedding.Configurator;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>Choose, look, copy.</summary>
public sealed partial class ConfiguratorTests(EmbedStage stage, Browser browser) : IClassFixture<EmbedStage>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("Directory")]
    [InlineData("Events")]
    [InlineData("Card")]
    public void Snippets_carry_the_choice_in_every_form(string widget)
    {
        var kind = Enum.Parse<WidgetKind>(widget);
        var choice = new WidgetChoice
        {
            Language = PageLanguage.Russian, Kind = kind, Territory = "RU-KHA", Center = "opora", Support = ["TRAINING"], Audience = ["TOS", "YOUTH"], View = "cards",
            Theme = "light", Accent = new Colour(0xc2, 0x18, 0x5b),
        };

        var snippets = new Snippets(choice, "https://centers.example.org", "Край \"<Опора>\"").All;

        string.Join("\n\n", snippets.Select(snippet => $"# {snippet.Title.Ru}\n{snippet.Code}"))
            .Replace(EmbedAddresses.LastingScript, "/embed/RELEASE/center-directory.js", StringComparison.Ordinal)
            .Replace(WidgetScript.Module.Integrity, "sha384-…", StringComparison.Ordinal)
            .MatchSnapshot(widget);
    }

    [Fact]
    public async Task Copied_code_works_on_a_page_of_its_own()
    {
        var configurator = await TextAsync("/embed?lang=ru&territory=RU-KHA&accent=%23c2185b");
        var code = WebUtility.HtmlDecode(Code().Match(configurator).Groups[1].Value);
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);

        stage.Pages["own"] = code;
        await host.Page.GotoAsync($"{stage.Site}/own");
        await host.Page.GetByText("Найдено 2 центра").WaitForAsync();

        Assert.Equal("rgb(194, 24, 91)", await host.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('center-directory').shadowRoot.querySelector('h3 a')).color"));
        Assert.Equal($"{stage.Origin}/embed/centers?territory=RU-KHA&lang=ru&accent=c2185b", await host.Page.EvaluateAsync<string>("document.querySelector('center-directory > a').href"));
    }

    [Fact]
    public async Task Script_under_its_lasting_address_has_the_checksum_of_the_snippet()
    {
        var configurator = WebUtility.HtmlDecode(await TextAsync("/embed?lang=ru"));
        var pinned = Pinned().Match(configurator);

        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        stage.Pages["pinned"] = $"{pinned.Value}<center-directory territory=RU-KHA></center-directory>";
        await host.Page.GotoAsync($"{stage.Site}/pinned");
        await host.Page.GetByText("Найдено 2 центра").WaitForAsync();

        using var script = await stage.Client.GetAsync(new Uri(EmbedAddresses.LastingScript, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("immutable", string.Join(' ', script.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        Assert.Contains(WidgetScript.Module.Integrity, pinned.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_follows_each_choice_and_needs_no_script()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 1280, ColorScheme.Light);
        await host.Page.GotoAsync($"{stage.Origin}/embed?lang=ru");
        await host.ReadyAsync();

        await host.Page.Locator("[name=widget]").SelectOptionAsync("events");
        await host.Page.Locator("center-events [part=box]").WaitForAsync();
        await host.Page.Locator("[name=territory]").SelectOptionAsync("RU-KHA");
        await host.Page.Locator("center-events h2").Filter(new() { HasText = "Хабаровский край" }).WaitForAsync();
        Assert.EndsWith("territory=RU-KHA", UrlWithoutColours().Replace(host.Page.Url, ""), StringComparison.Ordinal);

        var plain = await WidgetPage.PrepareAsync(stage, browser, 1280, ColorScheme.Light, javaScript: false);
        await plain.Page.GotoAsync($"{stage.Origin}/embed?lang=ru&territory=RU-KHA");
        Assert.Equal("Ресурсные центры: Хабаровский край", await plain.Page.FrameLocator("iframe.preview").GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        Assert.Empty(host.Complaints);
    }

    [Fact]
    public async Task Colours_that_cannot_be_read_are_told()
    {
        var page = await TextAsync("/embed?lang=en&accent=ffd54f&ground=ffffff");

        Assert.Contains("Links on the ground: <strong>1.4 : 1</strong>", page, StringComparison.Ordinal);
        Assert.Contains("too little: 4.5 at least", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_grows_with_the_page_inside()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        stage.Pages["framed"] = $"<script type=\"module\" src=\"{stage.Origin}/embed/v1/frame-height.js\"></script><iframe src=\"{stage.Origin}/embed/centers?page-size=14\" title=\"x\" width=\"100%\" height=\"100\"></iframe>";

        await host.Page.GotoAsync($"{stage.Site}/framed");
        await host.Page.Locator("iframe[style*='height']").WaitForAsync();

        Assert.True(await host.Page.EvaluateAsync<int>("document.querySelector('iframe').clientHeight") > 1000);
    }

    private async Task<string> TextAsync(string address) => await stage.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("<code>(&lt;script.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("""<script type="module" src="[^"]+"\s+integrity="[^"]+" crossorigin="anonymous"></script>""")]
    private static partial Regex Pinned();

    [GeneratedRegex("&(view|theme|accent|ground|ink)=[^&]*")]
    private static partial Regex UrlWithoutColours();
}
