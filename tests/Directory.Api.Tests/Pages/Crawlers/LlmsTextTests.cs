using System.Net;
using System.Text.RegularExpressions;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Tests.Pages.Crawlers;

public sealed partial class LlmsTextTests(DirectoryServer server)
{
    [Theory]
    [InlineData("ru", "## Разделы")]
    [InlineData("en", "## Parts")]
    public async Task It_says_what_the_site_is_and_every_address_in_it_answers(string language, string heading)
    {
        var answer = await server.TextAsync("/llms.txt?lang=" + language);
        var addresses = Target().Matches(answer.Body).Select(match => match.Groups[1].Value).ToList();

        Assert.StartsWith("# CenterDirectory\n\n> ", answer.Body, StringComparison.Ordinal);
        Assert.Contains(heading, answer.Body, StringComparison.Ordinal);
        Assert.All(SiteMenu.All.Where(entry => !entry.IsForBrowsers), entry => Assert.Contains(addresses, address => new Uri(address).AbsolutePath == entry.Path));
        Assert.True(addresses.Count > 100);
        foreach (var address in addresses.Where((_, index) => index % 20 == 0).Concat(addresses.Take(8)))
        {
            Assert.Equal(HttpStatusCode.OK, (await server.TextAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Who_has_the_newest_one_is_told_so()
    {
        var first = await server.TextAsync("/llms.txt");

        Assert.Equal(HttpStatusCode.NotModified, (await server.TextAsync("/llms.txt", ifNoneMatch: first.Headers["ETag"])).Status);
        Assert.Equal("text/plain; charset=utf-8", first.Headers["Content-Type"]);
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Target();
}
