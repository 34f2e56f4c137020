using System.Net;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>How the pages of entries are asked for and kept.</summary>
public sealed class EntryOverHttpTests(DirectoryServer server)
{
    private const string Page = "/centers/raduzhnyj-podderzhka-so-nko";

    [Theory]
    [InlineData(Page + "?lang=ru", "text/html; charset=utf-8", "ru")]
    [InlineData(Page + "?lang=en", "text/html; charset=utf-8", "en")]
    [InlineData(Page + ".md?lang=ru", "text/markdown; charset=utf-8", "ru")]
    public async Task Who_has_the_newest_page_is_told_so_without_a_statement(string address, string type, string language)
    {
        var first = await server.TextAsync(address);
        var again = await server.TextAsync(address, ifNoneMatch: first.Headers["ETag"]);
        var head = await server.TextAsync(address, HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, type, language), (first.Status, first.Headers["Content-Type"], first.Headers["Content-Language"]));
        Assert.Equal("Accept-Language", first.Headers["Vary"]);
        Assert.Equal("public, max-age=60", first.Headers["Cache-Control"]);
        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Empty(again.Statements);
        Assert.Equal((HttpStatusCode.OK, "", first.Headers["ETag"]), (head.Status, head.Body, head.Headers["ETag"]));
        Assert.Equal(first.Headers["Content-Length"], head.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Every_form_of_a_page_has_a_tag_of_its_own()
    {
        string[] addresses = [Page + "?lang=ru", Page + "?lang=en", Page + ".md?lang=ru", Page + ".md?lang=en"];
        var tags = await Task.WhenAll(addresses.Select(async address => (await server.TextAsync(address)).Headers["ETag"]));

        Assert.Equal(tags.Length, tags.Distinct().Count());
    }

    [Fact]
    public async Task Page_and_text_name_each_other()
    {
        var page = await server.TextAsync(Page + "?lang=ru");
        var text = await server.TextAsync(Page + ".md?lang=en");

        Assert.Equal($"<{Page}.md?lang=ru>; rel=\"alternate\"; type=\"text/markdown\"", page.Headers["Link"]);
        Assert.Equal($"<{server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{Page}?lang=en>; rel=\"canonical\"", text.Headers["Link"]);
    }

    [Theory]
    [InlineData("/centers/nobody")]
    [InlineData("/centers/nobody.md")]
    [InlineData("/metrics/nko-goroda-raduzhnyj")]
    [InlineData("/centers/%D1%86%D0%B5%D0%BD%D1%82%D1%80%3Cscript%3E")]
    public async Task An_unknown_entry_is_not_found_and_nothing_of_it_is_kept(string address)
    {
        var answer = await server.TextAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.False(answer.Headers.ContainsKey("ETag"));
    }

    [Fact]
    public async Task Another_method_is_refused()
    {
        var answer = await server.TextAsync(Page, HttpMethod.Post);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }
}
