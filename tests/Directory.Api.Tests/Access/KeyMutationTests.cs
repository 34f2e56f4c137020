using System.Net;
using System.Text.Json;
using CenterDirectory.GraphQL.Types;
using CenterDirectory.Importers.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>How an operator makes keys, replaces their secrets and ends them.</summary>
public sealed class KeyMutationTests(SharedStage shared) : IClassFixture<SharedStage>, IAsyncDisposable
{
    private const string Create = "mutation($input: CreateKeyInput!) { createKey(input: $input) { secret key { id label role centers { nodes { slug } } } errors { __typename ... on Error { code message path } } } }";
    private const string Rotate = "mutation($input: RotateKeyInput!) { rotateKey(input: $input) { secret key { id } errors { __typename ... on Error { code message path } } } }";
    private const string Revoke = "mutation($input: RevokeKeyInput!) { revokeKey(input: $input) { key { id revokedAt } errors { __typename ... on Error { code message path } } } }";

    private KeyStage stage = shared.Stage;
    private string master = shared.Master;

    public ValueTask DisposeAsync() => stage == shared.Stage ? ValueTask.CompletedTask : stage.DisposeAsync();

    [Fact]
    public async Task A_key_is_made_and_works()
    {
        var answer = await CreateAsync(new { label = "  Свой центр ", role = "EDITOR", centerIds = new[] { await stage.IdOfAsync("center", "svoj") } });

        Assert.Equal(("Свой центр", "EDITOR", "svoj"), (
            answer.At("createKey.key.label").GetString(), answer.At("createKey.key.role").GetString(), answer.At("createKey.key.centers.nodes.0.slug").GetString()));
        Assert.Equal(0, answer.At("createKey.errors").GetArrayLength());
        var who = await stage.AskAsync(answer.At("createKey.secret").GetString(), "{ viewer { id label expiresAt } }");
        Assert.Equal(answer.At("createKey.key.id").GetString(), who.At("viewer.id").GetString());
        Assert.Equal("2027-01-15T09:30:00Z", who.At("viewer.expiresAt").GetString());
    }

    [Theory]
    [InlineData("""{ "label": " ", "role": "OPERATOR" }""", "REQUIRED input.label")]
    [InlineData("""{ "label": "a\nb", "role": "OPERATOR" }""", "INVALID_VALUE input.label")]
    [InlineData("""{ "label": "Имя", "role": "EDITOR" }""", "REQUIRED input.centerIds")]
    [InlineData("""{ "label": "Имя", "role": "EDITOR", "centerIds": ["nonsense", "Q2VudGVyOjk5OTk"] }""", "UNKNOWN_REFERENCE input.centerIds.0, UNKNOWN_REFERENCE input.centerIds.1")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "centerIds": ["x"] }""", "INVALID_VALUE input.centerIds, UNKNOWN_REFERENCE input.centerIds.0")]
    [InlineData("""{ "label": "Имя", "role": "COORDINATOR" }""", "REQUIRED input")]
    [InlineData("""{ "label": "Имя", "role": "COORDINATOR", "territory": "90", "networkId": "x" }""", "REQUIRED input, UNKNOWN_REFERENCE input.networkId")]
    [InlineData("""{ "label": "Имя", "role": "COORDINATOR", "territory": "nowhere" }""", "UNKNOWN_REFERENCE input.territory")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "territory": "90" }""", "INVALID_VALUE input.territory")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "expiresAt": "2026-01-15T09:30:00Z" }""", "INVALID_VALUE input.expiresAt")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "expiresAt": "2036-01-15T09:30:00Z" }""", "INVALID_VALUE input.expiresAt")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "idempotencyKey": "" }""", "INVALID_VALUE input.idempotencyKey")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "idempotencyKey": "a\u0000" }""", "INVALID_VALUE input.idempotencyKey")]
    [InlineData("""{ "label": "Имя", "role": "COORDINATOR", "territory": "\u0000" }""", "UNKNOWN_REFERENCE input.territory")]
    [InlineData("""{ "label": "Имя", "role": "OPERATOR", "idempotencyKey": "12345678901234567890123456789012345678901234567890123456789012345" }""", "INVALID_VALUE input.idempotencyKey")]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_made(string input, string expected)
    {
        var before = await CountsAsync();
        var answer = await CreateAsync(JsonElement.Parse(input));

        Assert.Equal(expected, string.Join(", ", answer.At("createKey.errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray().Select(step => step.GetString()))}")));
        Assert.Equal(JsonValueKind.Null, answer.At("createKey.key").ValueKind);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task Errors_speak_the_language_of_the_operation()
    {
        var english = await stage.AskAsync(
            master, """mutation @inContext(locale: EN) { createKey(input: { label: "", role: OPERATOR }) { errors { ... on ValidationError { message } } } }""");
        var russian = await stage.AskAsync(master, """mutation { createKey(input: { label: "", role: OPERATOR }) { errors { ... on Error { message } } } }""");

        Assert.Equal("Give the key a label, so that you know it later.", english.At("createKey.errors.0.message").GetString());
        Assert.Equal("Назовите ключ, чтобы потом его узнать.", russian.At("createKey.errors.0.message").GetString());
    }

    [Fact]
    public async Task A_replaced_secret_works_an_hour_longer()
    {
        await OwnAsync();
        var (id, first) = await NewAsync();
        var second = (await stage.AskAsync(master, Rotate, new { input = new { id } })).At("rotateKey.secret").GetString()!;

        Assert.NotEqual(first, second);
        stage.Directory.Now += TimeSpan.FromMinutes(59);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await stage.StatusAsync(first), await stage.StatusAsync(second)));

        // Another replacement does not lengthen the life of the first.
        var third = (await stage.AskAsync(master, Rotate, new { input = new { id } })).At("rotateKey.secret").GetString()!;
        stage.Directory.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK), (await stage.StatusAsync(first), await stage.StatusAsync(second), await stage.StatusAsync(third)));
    }

    [Fact]
    public async Task A_revoked_key_is_at_its_end_with_all_its_secrets()
    {
        var (id, first) = await NewAsync();
        var second = (await stage.AskAsync(master, Rotate, new { input = new { id } })).At("rotateKey.secret").GetString()!;

        var revoked = await stage.AskAsync(master, Revoke, new { input = new { id } });
        Assert.Equal("2026-01-15T09:30:00Z", revoked.At("revokeKey.key.revokedAt").GetString());
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await stage.StatusAsync(first), await stage.StatusAsync(second)));

        Assert.Equal(0, (await stage.AskAsync(master, Revoke, new { input = new { id } })).At("revokeKey.errors").GetArrayLength());
        Assert.Equal("StateError", (await stage.AskAsync(master, Rotate, new { input = new { id } })).At("rotateKey.errors.0.__typename").GetString());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("QWNjZXNzS2V5Ojk5OQ")]
    [InlineData("Q2VudGVyOjE")]
    public async Task What_names_no_key_is_not_found(string id)
    {
        Assert.Equal("NotFoundError", (await stage.AskAsync(master, Rotate, new { input = new { id } })).At("rotateKey.errors.0.__typename").GetString());
        Assert.Equal("NotFoundError", (await stage.AskAsync(master, Revoke, new { input = new { id } })).At("revokeKey.errors.0.__typename").GetString());
    }

    [Fact]
    public async Task Sent_again_it_answers_the_first_result_without_the_secret()
    {
        await OwnAsync();
        var input = new { label = "Ещё один", role = "OPERATOR", idempotencyKey = "раз" };
        var first = await CreateAsync(input);
        var again = await CreateAsync(input);

        Assert.Equal(first.At("createKey.key.id").GetString(), again.At("createKey.key.id").GetString());
        Assert.Equal(JsonValueKind.Null, again.At("createKey.secret").ValueKind);
        Assert.Equal(0, again.At("createKey.errors").GetArrayLength());
        Assert.Equal(2, await stage.ReadAsync(db => db.AccessKeys.CountAsync()));

        var other = await CreateAsync(input with { label = "Другой" });
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.At("createKey.errors.0.code").GetString());
        var id = first.At("createKey.key.id").GetString();
        var elsewhere = await stage.AskAsync(master, Revoke, new { input = new { id, idempotencyKey = "раз" } });
        Assert.Equal("IdempotencyError", elsewhere.At("revokeKey.errors.0.__typename").GetString());

        // Somebody else's keys are somebody else's.
        var stranger = await stage.AskAsync(first.At("createKey.secret").GetString(), Create, new { input = input with { label = "Другой" } });
        Assert.Equal(0, stranger.At("createKey.errors").GetArrayLength());

        stage.Directory.Now += TimeSpan.FromHours(24);
        Assert.Equal(JsonValueKind.String, (await CreateAsync(input)).At("createKey.secret").ValueKind);
        Assert.Equal(1, await stage.ReadAsync(db => db.RememberedWrites.CountAsync()));
    }

    [Fact]
    public async Task What_failed_may_be_tried_again_under_the_same_name()
    {
        Assert.Equal(1, (await CreateAsync(new { label = "", role = "OPERATOR", idempotencyKey = "раз" })).At("createKey.errors").GetArrayLength());
        Assert.Equal(0, (await CreateAsync(new { label = "Имя", role = "OPERATOR", idempotencyKey = "раз" })).At("createKey.errors").GetArrayLength());
    }

    [Fact]
    public async Task Too_many_writes_are_told_when_to_go_on()
    {
        await OwnAsync(builder => builder.Configuration["Access:WriteBurst"] = "2");
        await NewAsync();
        await NewAsync();

        var answer = await stage.AskAsync(master, """mutation { createKey(input: { label: "x", role: OPERATOR }) { errors { __typename ... on RateLimitedError { code retryAfterSeconds } } } }""");
        Assert.Equal("""[{"__typename":"RateLimitedError","code":"RATE_LIMITED","retryAfterSeconds":1}]""", answer.At("createKey.errors").GetRawText());
        stage.Directory.Now += TimeSpan.FromSeconds(1);
        await NewAsync();
    }

    [Fact]
    public async Task Every_act_is_written_down_with_who_and_what()
    {
        await OwnAsync();
        var (id, _) = await NewAsync();
        await stage.AskAsync(master, Rotate, new { input = new { id } });
        await stage.AskAsync(master, Revoke, new { input = new { id } });
        await stage.AskAsync(master, Revoke, new { input = new { id } });

        Assert.Equal(
            ["console createKey AccessKey:1", "1 createKey AccessKey:2", "1 rotateKey AccessKey:2", "1 revokeKey AccessKey:2"],
            await stage.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Id)
                .Select(entry => (entry.KeyId == null ? "console" : "" + entry.KeyId) + " " + entry.Act + " " + entry.ObjectType + ":" + entry.ObjectId).ToListAsync()));
        Assert.True(await stage.ReadAsync(db => db.AuditEntries.AllAsync(entry => entry.At == DirectoryServer.Now.UtcDateTime && entry.RevisionNumber == null)));
        Assert.Equal(2, GlobalId.TryDecode(id, out _, out var key) ? key : 0);
    }

    [Fact]
    public async Task While_an_import_writes_it_is_told_when_to_try_again()
    {
        var input = new { label = "Ключ", role = "OPERATOR", idempotencyKey = "после импорта" };
        var before = await CountsAsync();
        var gate = stage.Directory.Services.GetRequiredService<WriteGate>();
        using (await gate.BeginAsync(_ => Task.CompletedTask, TestContext.Current.CancellationToken))
        {
            Assert.Equal("RATE_LIMITED", (await CreateAsync(input)).At("createKey.errors.0.code").GetString());
            Assert.Equal(before, await CountsAsync());
        }

        Assert.Equal(0, (await CreateAsync(input)).At("createKey.errors").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_writes_by_GET()
    {
        var before = await CountsAsync();
        using var response = await stage.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("""mutation { createKey(input: { label: "x", role: OPERATOR }) { secret } }""")), master);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(before, await CountsAsync());
    }

    /// <summary>For a test that sets the clock, or counts.</summary>
    private async Task OwnAsync(Action<WebApplicationBuilder>? customize = null)
    {
        stage = await KeyStage.OpenAsync(customize);
        master = await stage.IssueOperatorAsync();
    }

    private async Task<(int Keys, int Acts)> CountsAsync() =>
        (await stage.ReadAsync(db => db.AccessKeys.CountAsync()), await stage.ReadAsync(db => db.AuditEntries.CountAsync()));

    private Task<Answer> CreateAsync(object input) => stage.AskAsync(master, Create, new { input });

    private async Task<(string Id, string Secret)> NewAsync()
    {
        var answer = await CreateAsync(new { label = "Ключ", role = "OPERATOR" });
        return (answer.At("createKey.key.id").GetString()!, answer.At("createKey.secret").GetString()!);
    }
}
