using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CenterDirectory.Api.Tests.Embedding;

/// <summary>The pages that stand in frames: complete without script, and framed by anybody.</summary>
public sealed partial class TwinTests(EmbedStage stage) : IClassFixture<EmbedStage>
{
    [Theory]
    [InlineData("/embed/centers?lang=ru&territory=RU-KHA")]
    [InlineData("/embed/events?lang=en&territory=RU-KHA")]
    [InlineData("/embed/center/resursnyj-centr-opora?lang=ru&accent=c2185b&theme=light")]
    public async Task Page_is_complete_and_says_the_same_to_machines(string address)
    {
        using var response = await GetAsync(address);
        var page = await TextAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Fingerprint().Replace(page, ".HASH.").Replace(stage.Origin, "https://centers.example.org", StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(stage.Origin), "https%3A%2F%2Fcenters.example.org", StringComparison.Ordinal)
            .MatchSnapshot(Name().Replace(address, "_"));
        using var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value);
        Assert.Equal("https://schema.org", data.RootElement.GetProperty("@context").GetString());
    }

    [Fact]
    public async Task Only_these_pages_may_be_framed()
    {
        using var framed = await GetAsync("/embed/centers");
        using var home = await GetAsync("/");
        using var configurator = await GetAsync("/embed");

        Assert.Contains("frame-ancestors *", PolicyOf(framed), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", PolicyOf(home), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", PolicyOf(configurator), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_and_words_hold_without_script()
    {
        var filtered = await TextAsync(await GetAsync("/embed/centers?lang=ru&support=TRAINING"));
        var found = await TextAsync(await GetAsync("/embed/centers?lang=ru&q=соседи&audience=TOS"));

        Assert.Contains("Найдено: 1 центр<", filtered, StringComparison.Ordinal);
        Assert.Contains("Ресурсный центр «Опора»", filtered, StringComparison.Ordinal);
        Assert.Contains("Найдено: 1 центр<", found, StringComparison.Ordinal);
        Assert.Contains("value=\"соседи\"", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another_to_the_end()
    {
        var names = new List<string>();
        var address = "/embed/centers?lang=ru&page-size=5";
        for (var pages = 0; address is not null && pages < 10; pages++)
        {
            var page = await TextAsync(await GetAsync(address));
            names.AddRange(Titles().Matches(page).Select(match => match.Groups[1].Value));
            address = Next().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(14, names.Count);
        Assert.Equal(14, names.Distinct().Count());
    }

    [Fact]
    public async Task What_is_unknown_is_told_and_left_out()
    {
        var page = await TextAsync(await GetAsync("/embed/centers?lang=en&level=LOCAL,REGIONAL&theme=pink&accent=javascript&page-size=0"));

        Assert.Equal(4, Notices().Count(page));
        Assert.Contains("Parameter level: the value “LOCAL” is unknown. It may be: FEDERAL, INTERREGIONAL, REGIONAL, MUNICIPAL, UNKNOWN.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Found: 14 centers", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Center_that_is_not_there_is_a_page_that_says_so()
    {
        using var response = await GetAsync("/embed/center/nobody?lang=ru");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Такого центра в каталоге нет", await TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursor_of_somewhere_else_begins_at_the_start()
    {
        using var response = await GetAsync("/embed/centers?lang=ru&after=nonsense");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(10, Titles().Count(await TextAsync(response)));
    }

    [Theory]
    [InlineData("/embed/centers?lang=ru&territory=RU-XYZ", "Такой территории в каталоге нет")]
    [InlineData("/embed/events?lang=en&territory=nowhere", "There is no such territory")]
    public async Task A_territory_that_does_not_exist_is_no_empty_list(string address, string expected)
    {
        using var response = await GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"<h1>{expected}</h1>", await TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/embed/centers?lang=ru")]
    [InlineData("/embed/events?lang=ru")]
    [InlineData("/embed?lang=ru")]
    public async Task Same_revision_is_answered_without_a_body(string address)
    {
        using var first = await GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await stage.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Words_of_an_address_never_become_markup(string words)
    {
        var page = await TextAsync(await GetAsync($"/embed/centers?lang=ru&q={Uri.EscapeDataString(words)}&territory={Uri.EscapeDataString(words)}&level={Uri.EscapeDataString(words)}"));

        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    private static string PolicyOf(HttpResponseMessage response) => string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));

    private Task<HttpResponseMessage> GetAsync(string address) => stage.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("""<script type="application/ld\+json">(.*?)</script>""")]
    private static partial Regex Data();

    [GeneratedRegex("""<h2><a [^>]*>([^<]+)</a>""")]
    private static partial Regex Titles();

    [GeneratedRegex("""<a href="([^"]+)" rel="next">""")]
    private static partial Regex Next();

    [GeneratedRegex("""<p class="notice">""")]
    private static partial Regex Notices();

    [GeneratedRegex(@"\.[0-9a-f]{12}\.")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex Name();
}
