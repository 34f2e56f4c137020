using System.Net;
using System.Text.Json;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>Editors that know oEmbed turn an address into a frame.</summary>
public sealed class OEmbedTests(EmbedStage stage) : IClassFixture<EmbedStage>
{
    [Theory]
    [InlineData("/embed/events?territory=RU-KHA", "/embed/events?territory=RU-KHA")]
    [InlineData("/centers/resursnyj-centr-opora", "/embed/center/resursnyj-centr-opora")]
    public async Task Address_of_the_directory_becomes_a_frame(string page, string framed)
    {
        var (status, answer) = await AskAsync($"url={Uri.EscapeDataString(stage.Origin + page)}&format=json&maxwidth=500");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("1.0", "rich", 500), (answer.GetProperty("version").GetString(), answer.GetProperty("type").GetString(), answer.GetProperty("width").GetInt32()));
        Assert.Contains($"src=\"{stage.Origin}{framed}\"", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/embed/centers", HttpStatusCode.NotFound)]
    [InlineData("/graphql", HttpStatusCode.NotFound)]
    [InlineData("javascript:alert(1)", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    public async Task Other_addresses_are_none_of_ours(string url, HttpStatusCode expected)
    {
        var (status, answer) = await AskAsync($"url={Uri.EscapeDataString(url.StartsWith('/') ? stage.Origin + url : url)}&lang=en");

        Assert.Equal(expected, status);
        Assert.Equal("This page cannot be embedded", answer.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Other_formats_are_not_implemented() =>
        Assert.Equal(HttpStatusCode.NotImplemented, (await AskAsync($"url={Uri.EscapeDataString(stage.Origin)}&format=xml")).Status);

    [Fact]
    public async Task Framed_pages_tell_where_to_ask()
    {
        var page = await stage.Client.GetStringAsync(new Uri("/embed/centers?lang=ru", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains($"<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{stage.Origin}/oembed?format=json&amp;url=", page, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(string query)
    {
        using var response = await stage.Client.GetAsync(new Uri($"/oembed?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
