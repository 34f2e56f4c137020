using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CenterDirectory.GraphQL.Tests.Http;

/// <summary>Documents that are asked for by their hash.</summary>
public sealed class PersistedDocumentsTests : IAsyncLifetime
{
    private const string Document = "query ($name: String) { hello(name: $name) }";

    private static readonly string Hash = HashOf(Document);

    private TinyServer server = null!;

    public async ValueTask InitializeAsync() => server = await TinyServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_automatic_protocol_registers_a_document_that_came_with_its_hash()
    {
        var unknown = await server.PostBodyAsync(Persisted(Hash));
        var registering = await server.PostBodyAsync(Persisted(Hash, Document));
        var known = await server.PostBodyAsync(Persisted(Hash));

        Assert.Equal((200, "PERSISTED_QUERY_NOT_FOUND"), (unknown.Status, unknown.Code));
        Assert.Equal("PersistedQueryNotFound", unknown.Error.GetProperty("message").GetString());
        Assert.Equal("""{"data":{"hello":"Hello world"}}""", registering.Body);
        Assert.Equal(registering.Body, known.Body);
    }

    [Fact]
    public async Task It_works_by_get_and_the_answer_may_be_kept()
    {
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}}""";
        var unknown = await server.GetAsync([("extensions", extensions)]);
        await server.GetAsync([("query", Document), ("extensions", extensions)]);
        var known = await server.GetAsync([("extensions", extensions), ("variables", """{"name":"ёж"}""")]);

        Assert.Equal(("PERSISTED_QUERY_NOT_FOUND", "no-store"), (unknown.Code, unknown.CacheControl));
        Assert.Equal("""{"data":{"hello":"Hello ёж"}}""", known.Body);
        Assert.NotNull(known.ETag);
    }

    [Fact]
    public async Task An_unknown_hash_is_400_in_the_type_that_has_statuses() =>
        Assert.Equal(400, (await server.PostBodyAsync(Persisted(Hash), accept: "application/graphql-response+json")).Status);

    [Fact]
    public async Task A_hash_of_another_document_is_refused_and_not_registered()
    {
        var mismatch = await server.PostBodyAsync(Persisted(Hash, "{ thing { name } }"));
        var after = await server.PostBodyAsync(Persisted(Hash));

        Assert.Equal((400, "BAD_REQUEST"), (mismatch.Status, mismatch.Code));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", after.Code);
        Assert.Equal(0, server.Backstage.Calls);
    }

    [Fact]
    public async Task A_document_that_is_not_valid_is_not_registered()
    {
        var hash = HashOf("{ nothing }");
        var invalid = await server.PostBodyAsync(Persisted(hash, "{ nothing }"));
        var after = await server.PostBodyAsync(Persisted(hash));

        Assert.Equal(("GRAPHQL_VALIDATION_FAILED", "PERSISTED_QUERY_NOT_FOUND"), (invalid.Code, after.Code));
    }

    [Theory]
    [InlineData("""{"persistedQuery":{"version":2,"sha256Hash":"0"}}""")]
    [InlineData("""{"persistedQuery":{"version":"1","sha256Hash":"0"}}""")]
    [InlineData("""{"persistedQuery":{"version":1}}""")]
    [InlineData("""{"persistedQuery":{"version":1,"sha256Hash":7}}""")]
    [InlineData("""{"persistedQuery":[]}""")]
    public async Task Another_version_of_the_protocol_is_refused(string extensions)
    {
        var reply = await server.PostBodyAsync($$"""{ "extensions": {{extensions}} }""");

        Assert.Equal((400, "PERSISTED_QUERY_NOT_SUPPORTED"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_trusted_document_is_asked_for_by_its_id()
    {
        var id = server.Documents.Trust(Document);

        Assert.Equal("sha256:" + Hash, id);
        foreach (var form in new[] { id, Hash, Hash.ToUpperInvariant() })
        {
            var posted = await server.PostBodyAsync($$"""{"documentId":"{{form}}","variables":{"name":"Ada"} }""");
            var got = await server.GetAsync([("documentId", form), ("variables", """{"name":"Ada"}""")]);

            Assert.Equal("""{"data":{"hello":"Hello Ada"}}""", posted.Body);
            Assert.Equal(posted.Body, got.Body);
        }
    }

    [Fact]
    public async Task An_unknown_id_is_not_found() =>
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostBodyAsync("""{"documentId":"sha256:00"}""")).Code);

    [Fact]
    public async Task Who_registers_very_much_pushes_out_only_what_was_registered()
    {
        var id = server.Documents.Trust(Document);
        var early = "{ hello } # early";
        await server.PostBodyAsync(Persisted(HashOf(early), early));
        for (var i = 0; i < 100; i++)
        {
            var large = $"{{ hello }} # {i} {new string('x', 60_000)}";
            await server.PostBodyAsync(Persisted(HashOf(large), large));
        }

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await server.PostBodyAsync(Persisted(HashOf(early)))).Code);
        Assert.Equal(200, (await server.PostBodyAsync($$"""{"documentId":"{{id}}" }""", accept: "application/graphql-response+json")).Status);
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string Persisted(string hash, string? query = null) =>
        JsonSerializer.Serialize(new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });
}
