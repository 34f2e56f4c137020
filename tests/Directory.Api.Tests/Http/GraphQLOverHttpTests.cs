using System.Net;
using System.Text;

namespace CenterDirectory.Api.Tests.Http;

/// <summary>The endpoint as clients and browsers meet it.</summary>
public sealed class GraphQLOverHttpTests(DirectoryServer server)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Fact]
    public async Task A_page_that_is_too_large_is_refused_before_any_statement()
    {
        var answer = await server.QueryAsync("{ centers(first: 1000) { nodes { id } } }");

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_query_that_is_too_deep_is_refused_before_any_statement()
    {
        var document = string.Concat(Enumerable.Repeat("{ parent ", 49)) + "{ id }" + new string('}', 49);

        var answer = await server.QueryAsync($"{{ territory(key: \"66\") {document} }}");

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task Too_many_rows_are_refused_before_any_statement()
    {
        var answer = await server.QueryAsync("{ territories(first: 100) { nodes { centers(first: 100) { nodes { id } } } } }");

        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_body_above_64_KiB_is_refused_unread()
    {
        var padding = new string(' ', 64 * 1024);

        var answer = await server.SendAsync(Post($$"""{ "query": "{ __typename }{{padding}}" }""", Json));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("LIMIT_EXCEEDED", answer.ErrorCode);
        Assert.Empty(answer.Statements);
    }

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", GraphQLResponse)]
    public async Task The_answer_has_the_media_type_that_was_asked_for(string? accept, string expected)
    {
        var answer = await server.SendAsync(Post("""{ "query": "{ __typename }" }""", Json, accept));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, answer.MediaType);
    }

    [Theory]
    [InlineData("{ nonsense }", Json, HttpStatusCode.OK)]
    [InlineData("{ nonsense }", GraphQLResponse, HttpStatusCode.BadRequest)]
    [InlineData("{", GraphQLResponse, HttpStatusCode.BadRequest)]
    public async Task A_query_that_cannot_run_is_a_400_for_clients_that_know_the_new_media_type(string query, string accept, HttpStatusCode expected)
    {
        var answer = await server.SendAsync(Post($$"""{ "query": "{{query}}" }""", Json, accept));

        Assert.Equal(expected, answer.Status);
        Assert.NotEqual(0, answer.Json.GetProperty("errors").GetArrayLength());
        Assert.False(answer.Json.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("text/plain", "{ \"query\": \"{ __typename }\" }", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "query=%7B__typename%7D", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{ \"query\": ", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{ \"query\": 5 }", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    public async Task Other_bodies_are_refused_with_a_message(string contentType, string body, HttpStatusCode expected)
    {
        var answer = await server.SendAsync(Post(body, contentType));

        Assert.Equal(expected, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("errors")[0].GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_ask()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", "https://widget.example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var allowed = await server.Client.SendAsync(preflight, TestContext.Current.CancellationToken);
        using var request = Post("""{ "query": "{ __typename }" }""", Json);
        request.Headers.Add("Origin", "https://widget.example.org");
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal("*", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("POST", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Contains("content-type", allowed.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Answers_tell_browsers_what_not_to_do_with_them()
    {
        using var answer = await server.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Post(string body, string contentType, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return request;
    }
}
