using System.Text;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>What a request may look like, and what is said to one that does not.</summary>
public sealed class RequestReaderTests : IAsyncLifetime
{
    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{", "not valid JSON (line 1, byte 2)")]
    [InlineData("\"{ hello }\"", "must be a JSON object")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("[{\"query\":\"{ hello }\"}]", "Batches")]
    [InlineData("[]", "Batches")]
    [InlineData("{}", "There is no document")]
    [InlineData("{\"query\":null}", "There is no document")]
    [InlineData("{\"query\":\"\"}", "There is no document")]
    [InlineData("{\"query\":1}", "query must be a string")]
    [InlineData("{\"documentId\":1}", "documentId must be a string")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":1}", "operationName must be a string")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}", "variables must be an object")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"{}\"}", "variables must be an object")]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":1}", "extensions must be an object")]
    [InlineData("{\"query\":\"{ hello }\"}}", "not valid JSON")]
    [InlineData("{\"extensions\":{}}", "There is no document")]
    [InlineData("{\"query\":\"\\ud800\"}", "not valid Unicode")]
    [InlineData("{\"query\":\"query ($n: String) { hello(name: $n) }\",\"variables\":{\"n\":\"\\udc00\"}}", "not valid Unicode")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"\\ud800\":1}}", "not valid Unicode")]
    public async Task A_body_that_is_no_request_is_400_with_a_reason(string body, string reason)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var reply = await server.PostBodyAsync(body, accept: accept);

            Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Code));
            Assert.Contains(reason, reply.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(0, server.Backstage.Calls);
        }
    }

    [Fact]
    public async Task Absent_null_and_unknown_members_are_fine()
    {
        var reply = await server.PostBodyAsync("""{"query":"{ hello }","variables":null,"operationName":null,"extensions":null,"documentId":null,"other":1}""");

        Assert.Equal("""{"data":{"hello":"Hello world"}}""", reply.Body);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_400()
    {
        byte[] body = [.. "{\"query\":\"{ hello }\",\"variables\":{\"n\":\""u8, 0xC3, 0x28, .. "\"}}"u8];

        var reply = await server.PostBodyAsync(body);

        Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Code));
        Assert.Contains("UTF-8", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_of_escapes_is_one_character()
    {
        var reply = await server.PostBodyAsync("""{"query":"query ($n: String) { hello(name: $n) }","variables":{"n":"\ud83e\udd94"}}""");

        Assert.Equal("Hello 🦔", reply.Json.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData(40, "jsonDepth 42/32")]
    [InlineData(20_000, "jsonDepth 20002/32")]
    public async Task Deep_variables_are_refused_with_the_limit(int depth, string limit)
    {
        var body = """{"query":"{ hello }","variables":{"v":""" + new string('[', depth) + new string(']', depth) + "}}";

        var reply = await server.PostBodyAsync(body);

        Assert.Equal(400, reply.Status);
        Assert.Equal(limit, reply.Limit);
    }

    [Fact]
    public async Task A_deep_body_that_never_ends_is_refused_too() =>
        Assert.Equal("jsonDepth 60000/32", (await server.PostBodyAsync(new string('[', 60_000))).Limit);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_megabyte_is_413_whether_it_says_so_or_not(bool saysLength)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("{\"query\":\"{ hello }" + new string(' ', 1 << 20) + "\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = !saysLength;

        var reply = await server.SendAsync(request);

        Assert.Equal(413, reply.Status);
        Assert.StartsWith("bytes ", reply.Limit, StringComparison.Ordinal);
        Assert.EndsWith("/65536", reply.Limit, StringComparison.Ordinal);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Theory]
    [InlineData("variables", "[1]", "must be a JSON object")]
    [InlineData("variables", "{", "not valid JSON")]
    [InlineData("variables", "\"x\"", "must be a JSON object")]
    [InlineData("extensions", "7", "must be a JSON object")]
    [InlineData("variables", "{\"n\":\"\\ud800\"}", "not valid Unicode")]
    public async Task Parameters_of_a_query_string_are_read_as_strictly(string name, string value, string reason)
    {
        var reply = await server.GetAsync([("query", "{ hello }"), (name, value)]);

        Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Code));
        Assert.Contains(name, reply.Body, StringComparison.Ordinal);
        Assert.Contains(reason, reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=")]
    [InlineData("/graphql?q=%7Bhello%7D")]
    public async Task An_address_without_a_document_is_400(string address)
    {
        var reply = await server.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

        Assert.Equal((400, "BAD_REQUEST"), (reply.Status, reply.Code));
        Assert.Equal("no-store", reply.CacheControl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Variables_may_be_left_empty(string variables) =>
        Assert.Equal(200, (await server.GetAsync([("query", "{ hello }"), ("variables", variables)])).Status);
}
