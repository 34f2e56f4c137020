using System.Net;
using System.Net.Http.Headers;
using CenterDirectory.Api.Feeds;
using CenterDirectory.Api.Feeds.Filtering;
using CenterDirectory.Api.Hosting.Publishing;

namespace CenterDirectory.Api.Tests.Hosting.Publishing;

/// <summary>What holds for everything that leaves the directory, address by address.</summary>
public sealed class PublishedAnswersTests(DirectoryServer server)
{
    private static readonly string[] Lists = ["centers", "services", "events", "news", "organizations", "territories"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Addresses whose answer depends on the revision; <c>{slug}</c> stands for the first entry of the list in front of it.</summary>
    public static TheoryData<string> ByRevision() => new(
    [
        .. Feeds().Select(file => $"/feeds/{file}"),
        .. Feeds().Where(file => !file.StartsWith("changes", StringComparison.Ordinal)).SelectMany(file => new[] { $"/centers/{{slug}}/{file}", $"/territories/{{slug}}/{file}" }),
        "/feeds/events.ics?upcoming=true", "/feeds/events.csv?delimiter=tab&limit=2", "/feeds/news.rss?q=центры&lang=en",
        .. Lists.Select(list => $"/{list}?lang=ru"), "/events?q=встречи",
        .. EntryAddress.Types.Select(EntryAddress.SegmentOf).SelectMany(segment => new[] { $"/{segment}/{{slug}}?lang=en", $"/{segment}/{{slug}}.md" }),
        "/sitemap.xml", "/sitemaps/site.xml", "/sitemaps/centers-0.xml", "/llms.txt",
        "/hsds/organizations", "/hsds/services?full=true", "/hsds/services?format=ndjson", "/hsds/service_at_locations?per_page=2", "/hsds/taxonomies", "/hsds/taxonomy_terms",
        "/data/statistics.json", "/data/statistics.csv",
    ]);

    /// <summary>Addresses whose answer depends on more: how sources are doing, which dumps there are.</summary>
    public static TheoryData<string> ByContent() => new(["/?lang=ru", "/feeds?lang=en", "/sources?lang=ru", "/data?lang=ru", "/data/catalog.jsonld", "/robots.txt", "/hsds", "/schema.graphql"]);

    [Theory]
    [MemberData(nameof(ByRevision))]
    public async Task Who_has_it_is_told_so_without_a_statement(string address)
    {
        address = await FilledAsync(address);
        await AssertKnownAsync(address);
        var first = await server.TextAsync(address);

        Assert.True(first.Headers.ContainsKey("Last-Modified"));
        Assert.Contains("public", first.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Empty((await server.TextAsync(address, ifNoneMatch: $"\"older\", W/{first.Headers["ETag"]}")).Statements);
    }

    [Theory]
    [MemberData(nameof(ByContent))]
    public Task Who_has_it_is_told_so(string address) => AssertKnownAsync(address);

    [Theory]
    [MemberData(nameof(ByRevision))]
    [MemberData(nameof(ByContent))]
    public async Task Head_tells_what_get_would(string address)
    {
        address = await FilledAsync(address);
        var get = await server.TextAsync(address);
        var head = await server.TextAsync(address, HttpMethod.Head);

        Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Body));
        foreach (var header in new[] { "ETag", "Last-Modified", "Content-Type", "Content-Language", "Cache-Control", "Vary", "Link", "Content-Disposition", "Content-Security-Policy" })
        {
            Assert.Equal((header, get.Headers.GetValueOrDefault(header)), (header, head.Headers.GetValueOrDefault(header)));
        }
    }

    [Theory]
    [MemberData(nameof(ByRevision))]
    [MemberData(nameof(ByContent))]
    public async Task Pages_of_other_sites_may_read_it_with_its_tag_and_links(string address)
    {
        address = await FilledAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var response = await server.Client.SendAsync(request, Cancellation);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, address);
        preflight.Headers.Add("Origin", "https://elsewhere.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await server.Client.SendAsync(preflight, Cancellation);

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.All(["ETag", "Last-Modified", "Link"], header => Assert.Contains(header, string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Contains("if-none-match", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    /// <summary>Bytes that differ have tags that differ: an answer that names the site it was asked from is another one under another name.</summary>
    [Theory]
    [MemberData(nameof(ByRevision))]
    [MemberData(nameof(ByContent))]
    public async Task One_tag_never_stands_for_two_answers(string address)
    {
        address = await FilledAsync(address);
        var (here, tag) = await FromAsync(address, null);
        var (elsewhere, other) = await FromAsync(address, "other.example");

        Assert.True(here == elsewhere || tag != other, $"{tag} is of two answers.");
    }

    [Theory]
    [InlineData("/feeds/events.ics?from=soon", 400)]
    [InlineData("/feeds/events.csv?delimiter=pipe", 400)]
    [InlineData("/feeds/events.rss?center=nobody", 400)]
    [InlineData("/feeds/events.ics?event=nothing", 400)]
    [InlineData("/feeds/news.json?kind=SEMINAR", 400)]
    [InlineData("/feeds/changes.atom?since=-1", 400)]
    [InlineData("/feeds/events.atom?limit=1001", 400)]
    [InlineData("/feeds/events.atom?after=there", 400)]
    [InlineData("/centers/nobody/events.ics", 404)]
    [InlineData("/territories/nowhere/news.rss", 404)]
    [InlineData("/hsds/services?per_page=0", 400)]
    [InlineData("/hsds/services?postcode=680000", 400)]
    [InlineData("/hsds/services/00000000-0000-0000-0000-000000000000", 404)]
    [InlineData("/data/999999/centers.csv", 404)]
    public async Task What_cannot_be_answered_is_a_problem_in_the_reader_s_language(string address, int status)
    {
        var texts = new HashSet<string>();
        foreach (var language in new[] { "ru", "en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            request.Headers.Add("Origin", "https://elsewhere.example");
            using var response = await server.Client.SendAsync(request, Cancellation);
            var problem = System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation));

            Assert.Equal((status, "application/problem+json", language), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, string.Join(',', response.Content.Headers.ContentLanguage)));
            Assert.Equal(status, problem.GetProperty("status").GetInt32());
            Assert.Null(response.Headers.ETag);
            Assert.True(response.Headers.CacheControl!.NoStore);
            Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.True(problem.GetProperty("detail").GetString()!.Length > 10);
            texts.Add(problem.GetProperty("title").GetString() + problem.GetProperty("detail").GetString());
        }

        Assert.Equal(2, texts.Count);
    }

    [Theory]
    [InlineData("/hsds/services?per_page=3", "per_page=3&page=2", null)]
    [InlineData("/hsds/services?page=2&per_page=3&full=true", "per_page=3&full=true&page=3", "per_page=3&full=true&page=1")]
    [InlineData("/hsds/services?per_page=200", null, null)]
    public async Task Lists_of_HSDS_link_to_their_neighbours(string address, string? next, string? previous)
    {
        var links = (await server.TextAsync(address)).Headers.GetValueOrDefault("Link") ?? "";
        string? Expected(string? query, string relation) => query is null ? null : $"<{server.Client.BaseAddress}hsds/services?{query}>; rel=\"{relation}\"";

        Assert.Equal(string.Join(", ", new[] { Expected(previous, "prev"), Expected(next, "next") }.OfType<string>()), links);
    }

    private async Task AssertKnownAsync(string address)
    {
        var first = await server.TextAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotEmpty(first.Body);
        Assert.StartsWith("\"", first.Headers["ETag"], StringComparison.Ordinal);

        var again = await server.TextAsync(address, ifNoneMatch: first.Headers["ETag"]);

        Assert.Equal((HttpStatusCode.NotModified, "", first.Headers["ETag"]), (again.Status, again.Body, again.Headers["ETag"]));
        Assert.Equal(HttpStatusCode.OK, (await server.TextAsync(address, ifNoneMatch: "\"older\"")).Status);
    }

    private static IEnumerable<string> Feeds() =>
        FeedNames.All.SelectMany(subject => FeedFormat.Of(subject.Subject), (subject, format) => $"{subject.Segment}.{format.Extension}");

    private async Task<(string Body, EntityTagHeaderValue? Tag)> FromAsync(string address, string? host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(Cancellation), response.Headers.ETag);
    }

    private async Task<string> FilledAsync(string address)
    {
        if (!address.Contains("{slug}", StringComparison.Ordinal))
        {
            return address;
        }

        var list = address.Split('/')[1];
        var answer = await server.QueryAsync($"{{ {list}(first: 1) {{ nodes {{ slug }} }} }}");
        return address.Replace("{slug}", answer.At($"{list}.nodes.0.slug").GetString(), StringComparison.Ordinal);
    }
}
