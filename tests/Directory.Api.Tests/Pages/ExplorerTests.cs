using System.Net;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Pages;

namespace CenterDirectory.Api.Tests.Pages;

/// <summary>What a browser gets at the address of the API, and that nobody else gets it.</summary>
public sealed class ExplorerTests(DirectoryServer server)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Theory]
    [InlineData("ru", "Спросить справочник")]
    [InlineData("en", "Ask the directory")]
    public async Task A_browser_gets_the_query_page_in_its_language(string language, string title)
    {
        using var response = await GetAsync(server.Client, "/graphql", Browser, ("Accept-Language", language));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Equal(["Accept", "Accept-Language"], response.Headers.Vary.Order());
        foreach (var id in new[] { "query", "variables" })
        {
            Assert.Contains($"<label for=\"{id}\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_policy_lets_nothing_in_but_files_of_ours()
    {
        using var response = await GetAsync(server.Client, "/graphql", Browser);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?! src=)", page);
        Assert.DoesNotMatch(" on[a-z]+=", page);
    }

    [Fact]
    public async Task Its_script_is_there()
    {
        using var response = await GetAsync(server.Client, PageAsset.ExplorerScript.Address, "*/*");

        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/json, text/html;q=0.5")]
    [InlineData("application/graphql-response+json, application/json, text/html")]
    [InlineData("text/event-stream, text/html")]
    [InlineData("text/html;q=0, */*")]
    public async Task A_client_of_the_api_never_gets_a_page(string? accept)
    {
        using var response = await GetAsync(server.Client, "/graphql?query={__typename}", accept);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("""{"data":{"__typename":"Query"}}""", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_ready_made_query_finds_something()
    {
        Assert.Equal(4, ReadyQuery.All.Count);
        foreach (var query in ReadyQuery.All.Where(query => !query.Document.StartsWith("subscription", StringComparison.Ordinal)))
        {
            var answer = await server.QueryAsync(query.Document);

            Assert.All(
                answer.Data.EnumerateObject().Where(field => field.Value.TryGetProperty("nodes", out _)),
                field => Assert.NotEqual(0, field.Value.GetProperty("nodes").GetArrayLength()));
        }
    }

    [Fact]
    public async Task The_subscription_among_them_is_accepted()
    {
        var document = ReadyQuery.All.Single(query => query.Document.StartsWith("subscription", StringComparison.Ordinal)).Document;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(document)}");
        request.Headers.Add("GraphQL-Cost", "validate");
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("\"cost\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graphiql_is_served_where_it_was_built_with_a_policy_for_its_editor()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
        folder.CreateSubdirectory("assets");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<title>GraphiQL</title>", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "assets", "index-1.js"), "run()", TestContext.Current.CancellationToken);
        await using (var app = DirectoryHost.BuildServer(
            ["--urls=http://127.0.0.1:0", "--Roles=api", $"--Explorer:Path={folder.FullName}", $"--ConnectionStrings:Directory=Data Source={folder.FullName}/directory.db"]))
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

            using var page = await GetAsync(client, "/graphql", Browser);
            using var script = await GetAsync(client, "/explorer/assets/index-1.js", "*/*");
            using var index = await GetAsync(client, "/explorer/index.html", "*/*");
            using var start = await GetAsync(client, "/schema.graphql", "*/*");

            Assert.Equal("<title>GraphiQL</title>", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("style-src 'self' 'unsafe-inline'; worker-src 'self'", PolicyOf(page), StringComparison.Ordinal);
            Assert.Contains("immutable", string.Join(", ", script.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
            Assert.Equal("no-cache", string.Join(", ", index.Headers.GetValues("Cache-Control")));
            Assert.Equal(PolicyOf(page), PolicyOf(script));
            Assert.DoesNotContain("script-src", PolicyOf(start), StringComparison.Ordinal);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        folder.Delete(recursive: true);
    }

    private static string PolicyOf(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address, string? accept, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in accept is null ? headers : [("Accept", accept), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
