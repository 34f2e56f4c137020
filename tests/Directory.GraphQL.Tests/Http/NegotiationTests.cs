namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP: methods, media types, statuses.</summary>
public sealed class NegotiationTests : IAsyncLifetime
{
    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("APPLICATION/JSON; charset=utf-8", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/json;q=0.9, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json, application/graphql-response+json", "application/json")]
    [InlineData("application/graphql-response+json, application/json, multipart/mixed", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", "application/graphql-response+json")]
    [InlineData("application/json;q=0, */*", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    [InlineData("nonsense", "application/json")]
    public async Task The_client_chooses_the_media_type(string? accept, string expected)
    {
        var reply = await server.PostAsync("{ hello }", accept: accept);

        Assert.Equal(200, reply.Status);
        Assert.Equal($"{expected}; charset=utf-8", reply.ContentType);
        Assert.Contains("Accept", reply.Response.Headers.Vary);
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", reply.Body);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("text/*")]
    public async Task What_cannot_be_had_is_406(string accept)
    {
        var reply = await server.PostAsync("{ hello }", accept: accept);

        Assert.Equal(406, reply.Status);
        Assert.Equal("BAD_REQUEST", reply.Code);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Theory]
    [InlineData("{ hello", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query ($n: Int!) { count(lists: [[$n]]) }", "BAD_USER_INPUT")]
    [InlineData("query A { hello } query B { hello }", "OPERATION_RESOLUTION_FAILURE")]
    public async Task Request_errors_are_400_in_the_type_that_has_statuses_and_200_in_plain_json(string document, string code)
    {
        var typed = await server.PostAsync(document, accept: "application/graphql-response+json");
        var plain = await server.PostAsync(document, accept: "application/json");

        Assert.Equal((400, 200), (typed.Status, plain.Status));
        Assert.Equal((code, code), (typed.Code, plain.Code));
        Assert.False(typed.Json.TryGetProperty("data", out _));
        Assert.Equal(typed.Body, plain.Body);
    }

    [Fact]
    public async Task An_error_of_a_field_is_200_with_data_in_both()
    {
        foreach (var accept in new[] { "application/graphql-response+json", "application/json" })
        {
            var reply = await server.PostAsync("{ hello refused }", accept: accept);

            Assert.Equal(200, reply.Status);
            Assert.Equal("NOT_TO_BE_HAD", reply.Code);
            Assert.Equal("""{"hello":"Hello world","refused":null}""", reply.Json.GetProperty("data").GetRawText());
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        var reply = await server.SendAsync(new HttpRequestMessage(new HttpMethod(method), TinyServer.AddressOf(("query", "{ hello }"))));

        Assert.Equal(405, reply.Status);
        Assert.Equal(["GET", "HEAD", "POST"], reply.Response.Content.Headers.Allow.Order());
        Assert.Equal("no-store", reply.CacheControl);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task What_a_form_of_a_foreign_page_could_send_is_415(string? contentType)
    {
        var reply = await server.PostBodyAsync("""{"query":"mutation { bump }"}""", contentType);

        Assert.Equal(415, reply.Status);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task Json_in_utf_8_is_read(string contentType)
    {
        var reply = await server.PostBodyAsync("""{"query":"{ hello(name: \"ёж\") }"}""", contentType);

        Assert.Equal("""{"data":{"hello":"Hello ёж"}}""", reply.Body);
    }

    [Fact]
    public async Task A_compressed_body_is_415() =>
        Assert.Equal(415, (await server.PostBodyAsync("{}", headers: ("Content-Encoding", "gzip"))).Status);

    [Fact]
    public async Task Get_answers_queries()
    {
        var reply = await server.GetAsync([("query", "query A { hello } query B($name: String!) { hello(name: $name) }"), ("operationName", "B"), ("variables", """{"name":"ёж"}""")]);

        Assert.Equal(200, reply.Status);
        Assert.Equal("""{"data":{"hello":"Hello ёж"}}""", reply.Body);
    }

    [Fact]
    public async Task Get_refuses_mutations_before_they_run()
    {
        var reply = await server.GetAsync("mutation { bump }");

        Assert.Equal(405, reply.Status);
        Assert.Equal(["POST"], reply.Response.Content.Headers.Allow);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Fact]
    public async Task The_operation_that_is_named_decides_whether_get_may_run_it()
    {
        const string Document = "query A { hello } mutation B { bump }";

        Assert.Equal(200, (await server.GetAsync([("query", Document), ("operationName", "A")])).Status);
        Assert.Equal(405, (await server.GetAsync([("query", Document), ("operationName", "B")])).Status);
    }

    [Fact]
    public async Task Head_says_what_get_would_and_sends_nothing()
    {
        var get = await server.GetAsync("{ hello }");
        var head = await server.SendAsync(new HttpRequestMessage(HttpMethod.Head, TinyServer.AddressOf(("query", "{ hello }"))));

        Assert.Equal((200, 200), (get.Status, head.Status));
        Assert.Equal("", head.Body);
        Assert.Equal(get.ETag, head.ETag);
        Assert.Equal(get.Response.Content.Headers.ContentLength, head.Response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_subscription_needs_a_client_that_takes_events()
    {
        var reply = await server.PostAsync("subscription { number }", accept: "application/graphql-response+json");

        Assert.Equal(406, reply.Status);
        Assert.Contains("text/event-stream", reply.Body, StringComparison.Ordinal);
    }
}
