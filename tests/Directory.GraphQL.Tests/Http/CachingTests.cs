namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>Answers to GET may be kept until the data change; tags are compared as RFC 9110 asks.</summary>
public sealed class CachingTests : IAsyncLifetime
{
    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync("MaxAgeSeconds=30");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_stable_answer_has_a_tag_and_may_be_kept()
    {
        var reply = await server.GetAsync("{ hello }");

        Assert.Equal("public, max-age=30", reply.CacheControl);
        Assert.Matches("^\"7-[0-9a-f]{8}-j\"$", reply.ETag);
        Assert.Equal(["Accept", "Accept-Encoding", "Authorization", "GraphQL-Cost"], reply.Response.Headers.Vary.Order());
    }

    [Theory]
    [InlineData("{tag}")]
    [InlineData("W/{tag}")]
    [InlineData("\"other\", {tag}")]
    [InlineData("\"a,b\",W/{tag} , \"c\"")]
    [InlineData("*")]
    public async Task Who_has_the_answer_is_told_so(string known)
    {
        var tag = (await server.GetAsync("{ hello }")).ETag!;
        var calls = server.Backstage.Calls;

        var reply = await server.GetAsync("{ hello }", headers: ("If-None-Match", known.Replace("{tag}", tag, StringComparison.Ordinal)));

        Assert.Equal(304, reply.Status);
        Assert.Equal("", reply.Body);
        Assert.Equal((tag, "public, max-age=30"), (reply.ETag, reply.CacheControl));
        Assert.Equal(calls, server.Backstage.Calls);
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("\"x{bare}\"")]
    [InlineData("\"{bare}x\", \"y\"")]
    [InlineData("{bare}")]
    [InlineData("")]
    public async Task Another_tag_is_not_taken_for_ours(string known)
    {
        var tag = (await server.GetAsync("{ hello }")).ETag!;

        var reply = await server.GetAsync("{ hello }", headers: ("If-None-Match", known.Replace("{bare}", tag.Trim('"'), StringComparison.Ordinal)));

        Assert.Equal((200, tag), (reply.Status, reply.ETag));
    }

    [Fact]
    public async Task A_new_revision_is_a_new_tag()
    {
        var tag = (await server.GetAsync("{ hello }")).ETag!;
        server.Revision.Current = "8";

        var reply = await server.GetAsync("{ hello }", headers: ("If-None-Match", tag));

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("\"8-", reply.ETag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_form_of_an_answer_has_its_own_tag()
    {
        string?[] tags =
        [
            (await server.GetAsync("{ hello }")).ETag,
            (await server.GetAsync("{ hello }", "application/graphql-response+json")).ETag,
            (await server.GetAsync("{ hello }", headers: ("GraphQL-Cost", "report"))).ETag,
        ];

        Assert.Equal(3, tags.OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("{ hello refused }")]
    [InlineData("{ nothing }")]
    [InlineData("{ hello")]
    [InlineData("query ($n: Int!) { hello count(lists: [[$n]]) }")]
    [InlineData("query A { hello } query B { hello }")]
    public async Task What_went_wrong_is_not_kept(string document)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var reply = await server.GetAsync(document, accept);

            Assert.Equal(("no-store", null), (reply.CacheControl, reply.ETag));
        }
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("query ($n: Int!) { hello count(lists: [[$n]]) }")]
    [InlineData("{ tick }")]
    public async Task Star_does_not_hide_an_error_or_a_volatile_answer(string document)
    {
        var reply = await server.GetAsync(document, headers: ("If-None-Match", "*"));

        Assert.Equal(200, reply.Status);
        Assert.NotEqual("", reply.Body);
    }

    [Theory]
    [InlineData("{ tick }")]
    [InlineData("{ hello ...F } fragment F on Query { tick }")]
    public async Task What_may_change_at_any_moment_is_asked_for_again_each_time(string document)
    {
        var first = await server.GetAsync(document);
        var second = await server.GetAsync(document, headers: ("If-None-Match", first.ETag!));

        Assert.Equal(("no-cache", 200), (first.CacheControl, second.Status));
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task Without_a_revision_an_answer_is_known_by_its_bytes()
    {
        server.Revision.Current = null;

        var first = await server.GetAsync("{ hello }");
        var again = await server.GetAsync("{ hello }", headers: ("If-None-Match", first.ETag!));

        Assert.Equal((200, "no-cache"), (first.Status, first.CacheControl));
        Assert.Equal((304, "", first.ETag), (again.Status, again.Body, again.ETag));
    }

    [Fact]
    public async Task Answers_to_post_are_never_kept()
    {
        var reply = await server.PostAsync("{ hello }", headers: ("If-None-Match", "*"));

        Assert.Equal((200, "no-store", null), (reply.Status, reply.CacheControl, reply.ETag));
    }
}
