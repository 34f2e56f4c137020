using CenterDirectory.GraphQL.Http;
using Microsoft.Extensions.Options;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>A request that was answered is not executed again until the data change; what must not be kept is not.</summary>
public sealed class AnswerCacheTests : IAsyncLifetime
{
    private TinyServer server = null!;

    private int Calls => server.Backstage.Calls;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_same_request_is_executed_once_a_revision()
    {
        var first = await server.PostAsync("{ hello }");
        var again = await server.PostAsync("{ hello }");
        Assert.Equal((1, first.Body, first.ContentType), (Calls, again.Body, again.ContentType));

        server.Revision.Current = "8";
        var later = await server.PostAsync("{ hello }");
        Assert.Equal((2, first.Body), (Calls, later.Body));
    }

    [Fact]
    public async Task Variables_media_types_and_cost_reports_have_answers_of_their_own()
    {
        const string Query = "query($name: String) { hello(name: $name) }";
        string[] bodies =
        [
            (await server.PostAsync(Query, new { name = "a" })).Body,
            (await server.PostAsync(Query, new { name = "b" })).Body,
            (await server.PostAsync(Query, new { name = "a" }, headers: ("GraphQL-Cost", "report"))).Body,
        ];
        var strict = await server.PostAsync(Query, new { name = "a" }, accept: "application/graphql-response+json");

        Assert.Equal(3, bodies.Distinct().Count());
        Assert.Equal("application/graphql-response+json; charset=utf-8", strict.ContentType);
        Assert.Equal(4, Calls);
    }

    [Fact]
    public async Task A_known_answer_to_GET_has_its_tag_and_may_be_304()
    {
        var first = await server.GetAsync("{ hello }");
        var again = await server.GetAsync("{ hello }");
        Assert.Equal((1, first.Body, first.ETag, first.CacheControl), (Calls, again.Body, again.ETag, again.CacheControl));

        var known = await server.GetAsync("{ hello }", headers: ("If-None-Match", first.ETag!));
        Assert.Equal((304, "", first.ETag), (known.Status, known.Body, known.ETag));
    }

    [Fact]
    public async Task Who_sends_credentials_is_answered_anew_and_for_nobody_else()
    {
        var first = await server.GetAsync("{ hello }");
        var personal = await server.GetAsync("{ hello }", headers: [("Authorization", "Bearer x"), ("If-None-Match", first.ETag!)]);
        Assert.Equal((2, 200, "no-store, private", null), (Calls, personal.Status, personal.CacheControl, personal.ETag));

        await server.GetAsync("{ thing { name } }", headers: ("Authorization", "Bearer x"));
        await server.GetAsync("{ thing { name } }");
        Assert.Equal(4, Calls);

        var ticking = await server.GetAsync("{ tick }", headers: ("Authorization", "Bearer x"));
        Assert.Equal(("no-store, private", null), (ticking.CacheControl, ticking.ETag));
    }

    [Theory]
    [InlineData("mutation { bump }")]
    [InlineData("{ tick }")]
    [InlineData("{ hello refused }")]
    public async Task What_changes_fails_or_depends_on_the_clock_is_executed_each_time(string query)
    {
        await server.PostAsync(query);
        var calls = Calls;
        await server.PostAsync(query);

        Assert.Equal(2 * calls, Calls);
        Assert.NotEqual(0, calls);
    }

    [Fact]
    public async Task What_depends_on_the_clock_alone_is_kept_until_its_next_turn()
    {
        server.Revision.Turn = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30);
        var first = await server.GetAsync("{ turn hello }");
        var again = await server.GetAsync("{ turn hello }");
        Assert.Equal((2, first.Body, first.ETag), (Calls, again.Body, again.ETag));
        Assert.InRange(int.Parse(first.CacheControl!.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture), 20, 30);
        Assert.Equal(304, (await server.GetAsync("{ turn hello }", headers: ("If-None-Match", first.ETag!))).Status);

        server.Revision.Turn = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        server.Revision.Current = "8";
        var past = await server.GetAsync("{ turn hello }");
        var after = await server.GetAsync("{ turn hello }");
        Assert.Equal(6, Calls);
        Assert.NotEqual(past.Body, after.Body);
        Assert.Equal("public, max-age=0", past.CacheControl);
    }

    [Fact]
    public async Task Where_nobody_knows_the_next_turn_or_something_else_changes_too_nothing_is_kept()
    {
        await server.PostAsync("{ turn }");
        await server.PostAsync("{ turn }");
        Assert.Equal(2, Calls);

        server.Revision.Turn = DateTime.MaxValue;
        await server.PostAsync("{ turn tick }");
        await server.PostAsync("{ turn tick }");
        Assert.Equal(6, Calls);
    }

    [Fact]
    public async Task Without_a_revision_nothing_is_kept()
    {
        server.Revision.Current = null;
        await server.PostAsync("{ hello }");
        await server.PostAsync("{ hello }");

        Assert.Equal(2, Calls);
    }

    [Fact]
    public void Memory_is_bounded_and_the_longest_unused_goes_first()
    {
        var cache = new AnswerCache(Options.Create(new EngineOptions { CachedAnswersMebibytes = 1 }));
        static AnswerKey Key(int number) => new("j", 0, (UInt128)number);

        cache.Add(Key(0), "1", new CachedAnswer(new byte[80_000], "other"));
        for (var number = 1; number <= 20; number++)
        {
            cache.Add(Key(number), "1", new CachedAnswer(new byte[66_000], "other"));
            Assert.NotNull(cache.Find(Key(1), "1", default));
        }

        Assert.Null(cache.Find(Key(0), "1", default));
        Assert.Null(cache.Find(Key(2), "1", default));
        Assert.Equal(10, Enumerable.Range(0, 21).Count(number => cache.Find(Key(number), "1", default) is not null));
        Assert.Null(cache.Find(Key(20), "2", default));
    }

    [Fact]
    public void Another_revision_forgets_all()
    {
        var cache = new AnswerCache(Options.Create(new EngineOptions()));
        cache.Add(new AnswerKey("j", 0, 1), "1", new CachedAnswer([1], "other"));
        cache.Add(new AnswerKey("j", 0, 2), "2", new CachedAnswer([2], "other"));

        Assert.Null(cache.Find(new AnswerKey("j", 0, 1), "1", default));
        Assert.NotNull(cache.Find(new AnswerKey("j", 0, 2), "2", default));
    }
}
