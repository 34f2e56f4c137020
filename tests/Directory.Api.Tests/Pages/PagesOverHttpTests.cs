using System.Net;
using System.Text.Json;
using CenterDirectory.Api.Pages;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Manifests;
using CenterDirectory.Importers.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>The pages as the server sends them.</summary>
public class PagesOverHttpTests(DirectoryServer server)
{
    private const string BrowserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", null, "ru", "Открытый справочник ресурсных центров для НКО")]
    [InlineData("/", "en-GB,en;q=0.9", "en", "An open directory of resource centers for non-profits")]
    [InlineData("/?lang=en", "ru", "en", "An open directory of resource centers for non-profits")]
    public async Task Start_page_speaks_the_reader_s_language(string address, string? language, string code, string heading)
    {
        using var response = await SendAsync(HttpMethod.Get, address, ("Accept-Language", language));
        var page = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal([code], response.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", response.Headers.Vary);
        Assert.Contains($"<html lang=\"{code}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"hreflang=\"en\" href=\"{server.Client.BaseAddress}?lang=en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_those_that_GraphQL_counts()
    {
        var page = await server.Client.GetStringAsync("/?lang=en", Cancellation);
        var answer = await server.QueryAsync("""
            {
              centers { totalCount } services { totalCount } organizations { totalCount } events { totalCount } news { totalCount }
              networks { totalCount } territories { totalCount } sources(first: 100) { totalCount nodes { key title } } revision { number changeCount }
            }
            """);

        foreach (var (field, word) in new[]
                 {
                     ("centers", "center"), ("services", "service"), ("organizations", "organization"), ("events", "event"), ("news", "news item"),
                     ("networks", "network"), ("territories", "territor"), ("sources", "source"),
                 })
        {
            Assert.Contains($"""<span class="number">{answer.At(field + ".totalCount")}</span> {word}""", page, StringComparison.Ordinal);
        }

        Assert.Contains($"<strong>{answer.At("revision.number")}</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-01-15T09:30:00Z\">15 January 2026, 09:30 UTC</time>", page, StringComparison.Ordinal);
        Assert.All(answer.At("sources.nodes").EnumerateArray(), source =>
        {
            Assert.Contains($"<code>{source.GetProperty("key").GetString()}</code>", page, StringComparison.Ordinal);
            Assert.Contains(Html.Of($"{source.GetProperty("title").GetString()}").Markup, page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Examples_can_be_asked_as_they_stand()
    {
        foreach (var example in ExampleQuery.More.Append(ExampleQuery.Shown))
        {
            Assert.True(HasNodes((await server.QueryAsync(example.Document)).Data), example.Document);
            using var request = new HttpRequestMessage(HttpMethod.Get, example.Address);
            Assert.True(HasNodes((await server.SendAsync(request)).Data), example.Address);
        }

        using var body = JsonDocument.Parse(ExampleQuery.CurlBody);
        Assert.DoesNotContain('\'', ExampleQuery.CurlBody);
        Assert.True(HasNodes((await server.QueryAsync(body.RootElement.GetProperty("query").GetString()!)).Data));
    }

    [Fact]
    public async Task The_answer_that_is_shown_is_the_answer()
    {
        var answer = await server.QueryAsync(ExampleQuery.Shown.Document);

        var page = await server.Client.GetStringAsync("/", Cancellation);

        Assert.Contains(Html.Of($"{answer.Pretty.TrimEnd()}").Markup, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_of_the_page_works_as_written()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
        try
        {
            var file = Path.Combine(folder.FullName, "centers.yaml");
            await File.WriteAllTextAsync(file, FeedGuide.Manifest, Cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "centers.csv"), FeedGuide.Table, Cancellation);
            var loaded = ManifestLoader.LoadFile(file);

            var check = await server.Services.GetRequiredService<FeedChecker>().CheckAsync(Assert.Single(loaded.Manifests), Cancellation);

            Assert.Empty(loaded.Problems);
            Assert.Empty(check.Problems);
            Assert.Equal((1L, 0L, 0L), ((long)check.Counts.Records, (long)check.Issues.Warnings, (long)check.Issues.Errors));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Style_sheet_and_icon_may_be_kept_for_ever_because_their_addresses_change_with_them()
    {
        var page = await server.Client.GetStringAsync("/", Cancellation);

        foreach (var (asset, type) in new[] { (PageAsset.Style, "text/css"), (PageAsset.Icon, "image/svg+xml") })
        {
            Assert.Matches("^/assets/[a-z]+\\.[0-9a-f]{12}\\.(css|svg)$", asset.Address);
            Assert.Contains($"href=\"{asset.Address}\"", page, StringComparison.Ordinal);
            using var response = await SendAsync(HttpMethod.Get, asset.Address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", Header(response, "Cache-Control"));
            using var again = await SendAsync(HttpMethod.Get, asset.Address, ("If-None-Match", Header(response, "ETag")));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }

        using var stale = await SendAsync(HttpMethod.Get, "/assets/site.000000000000.css");
        Assert.Equal(HttpStatusCode.NotFound, stale.StatusCode);
        using var icon = await SendAsync(HttpMethod.Get, "/favicon.ico");
        Assert.Equal(PageAsset.Icon.Address, icon.RequestMessage?.RequestUri?.AbsolutePath);
    }

    [Fact]
    public async Task Schema_is_there_as_text()
    {
        using var response = await SendAsync(HttpMethod.Get, "/schema.graphql");

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(SchemaPrinter.Print(DirectorySchema.Build()), await response.Content.ReadAsStringAsync(Cancellation));
        using var again = await SendAsync(HttpMethod.Get, "/schema.graphql", ("If-None-Match", Header(response, "ETag")));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/", "no-cache")]
    [InlineData("/schema.graphql", "no-cache")]
    [InlineData("/nowhere", "no-store")]
    public async Task Pages_that_change_are_not_kept_and_nothing_may_be_run_from_elsewhere(string address, string caching)
    {
        using var response = await SendAsync(HttpMethod.Head, address, ("Accept", BrowserAccept));

        Assert.Equal(caching, Header(response, "Cache-Control"));
        Assert.Contains("default-src 'none'; style-src 'self'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
    }

    [Theory]
    [InlineData("ru", "Такой страницы нет")]
    [InlineData("en", "There is no such page")]
    public async Task A_browser_gets_a_page_where_nothing_is(string language, string title)
    {
        using var response = await SendAsync(HttpMethod.Get, "/nowhere<b>", ("Accept", BrowserAccept), ("Accept-Language", language));
        var page = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nowhere", null, 404)]
    [InlineData("GET", "/nowhere", "application/json", 404)]
    [InlineData("POST", "/", "*/*", 405)]
    public async Task Everybody_else_gets_a_problem(string method, string address, string? accept, int status)
    {
        using var response = await SendAsync(new HttpMethod(method), address, ("Accept", accept));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(address, problem.RootElement.GetProperty("instance").GetString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        return await server.Client.SendAsync(request, Cancellation);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    /// <summary>Whether some list in an answer has entries: an example that finds nothing is none.</summary>
    private static bool HasNodes(JsonElement data) => data.EnumerateObject().Any(field =>
        field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("nodes", out var nodes) && nodes.GetArrayLength() > 0);
}
