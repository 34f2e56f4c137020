using System.Globalization;
using CenterDirectory.Api.Embedding;
using CenterDirectory.Api.Tests.Pages;
using Microsoft.Playwright;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>What a first and a second view cost a visitor on a slow line.</summary>
public sealed class WidgetWeightTests(EmbedStage stage, Browser browser) : IClassFixture<EmbedStage>, IClassFixture<Browser>
{
    private const int MostScript = 10 * 1024;
    private const int MostAltogether = 40 * 1024;

    [Fact]
    public void Script_stays_small() => Assert.InRange(WidgetScript.Module.CompressedSize, 1_000, MostScript);

    [Fact]
    public async Task First_view_takes_one_request_for_data_and_second_view_is_answered_without_a_body()
    {
        var host = await WidgetPage.PrepareAsync(stage, browser, 768, ColorScheme.Light);
        var answers = new List<IResponse>();
        host.Page.Response += (_, response) =>
        {
            if (response.Url.StartsWith(stage.Origin, StringComparison.Ordinal))
            {
                answers.Add(response);
            }
        };
        var line = await host.Page.Context.NewCDPSessionAsync(host.Page);
        await line.SendAsync("Network.enable");
        // 1.6 Mbit/s and a round trip of 150 ms.
        await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750 });

        await host.Page.GotoAsync($"{stage.Site}/plain-all");
        await host.ReadyAsync();
        var shown = await host.Page.EvaluateAsync<double>("performance.now()");
        var first = answers.ToList();
        var bytes = 0;
        foreach (var answer in first)
        {
            var sizes = await answer.Request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        stage.Answers.Clear();
        await host.Page.ReloadAsync();
        await host.ReadyAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "script {0} B gzip, first view {1} B in {2} requests, content after {3:0} ms", WidgetScript.Module.CompressedSize, bytes, first.Count, shown));
        Assert.Single(first, answer => answer.Url.Contains("/graphql", StringComparison.Ordinal));
        Assert.InRange(bytes, MostScript / 2, MostAltogether);
        Assert.Equal(("/graphql", 304), Assert.Single(stage.Answers, answer => answer.Path == "/graphql"));
    }

    [Fact]
    public async Task Two_widgets_that_ask_the_same_ask_once()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-directory-directory", 768, ColorScheme.Light);

        Assert.Single(host.Asked, request => request.Url.Contains("/graphql", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_that_did_not_change_are_not_sent_again()
    {
        var host = await WidgetPage.OpenAsync(stage, browser, "plain-events", 768, ColorScheme.Light);
        stage.Answers.Clear();

        await host.Page.ReloadAsync();
        await host.ReadyAsync();

        Assert.Equal(("/graphql", 304), Assert.Single(stage.Answers, answer => answer.Path == "/graphql"));
    }
}
