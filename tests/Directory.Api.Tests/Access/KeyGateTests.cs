using System.Net;
using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>What becomes of requests with a key, right or wrong.</summary>
public sealed class KeyGateTests(SharedStage shared) : IClassFixture<SharedStage>, IAsyncDisposable
{
    private const string Who = "{ viewer { label role centers { totalCount nodes { slug } } network { slug } territory { slug } createdAt expiresAt revokedAt } }";

    private KeyStage stage = shared.Stage;

    public ValueTask DisposeAsync() => stage == shared.Stage ? ValueTask.CompletedTask : stage.DisposeAsync();

    [Fact]
    public async Task Reading_needs_no_key() => Assert.Equal(JsonValueKind.Null, (await stage.AskAsync(null, Who)).At("viewer").ValueKind);

    [Fact]
    public async Task A_key_says_who_it_is()
    {
        var editor = await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj", "sosed"]));
        Assert.Equal(
            """{"viewer":{"label":"Редактор","role":"EDITOR","centers":{"totalCount":2,"nodes":[{"slug":"svoj"},{"slug":"sosed"}]},"network":null,"territory":null,"createdAt":"2026-01-15T09:30:00Z","expiresAt":"2027-01-15T09:30:00Z","revokedAt":null}}""",
            (await stage.AskAsync(editor, Who)).Data.GetRawText());

        var network = await stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set"));
        Assert.Equal("set", (await stage.AskAsync(network, Who)).At("viewer.network.slug").GetString());
        var territory = await stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "90"));
        Assert.Equal("kraj", (await stage.AskAsync(territory, Who)).At("viewer.territory.slug").GetString());
        Assert.Equal(0, (await stage.AskAsync(territory, Who)).At("viewer.centers.totalCount").GetInt32());
    }

    [Theory]
    [InlineData("Mistyped", "mistyped")]
    [InlineData("Unknown", "There is no such key")]
    [InlineData("Expired", "has expired")]
    [InlineData("Revoked", "was revoked")]
    [InlineData("Replaced", "another secret now")]
    public async Task A_wrong_key_is_refused_everywhere_and_told_why(string kind, string reason)
    {
        var secret = await WrongAsync(kind);

        using var graphQL = await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}"), secret);
        Assert.Equal(HttpStatusCode.Unauthorized, graphQL.StatusCode);
        Assert.Contains("error=\"invalid_token\"", graphQL.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, graphQL.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
        Assert.Equal("private, no-store", graphQL.Headers.NonValidated["Cache-Control"].ToString());
        var error = JsonElement.Parse(await graphQL.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("errors")[0];
        Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);

        foreach (var address in new[] { "/", "/data", "/feeds/events.ics", "/nowhere" })
        {
            using var page = await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, address + "?lang=en"), secret);
            Assert.Equal((address, HttpStatusCode.Unauthorized), (address, page.StatusCode));
            Assert.Contains(reason, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_was_sent_the_same_work_is_done()
    {
        using var log = new SqlLog();
        var works = new Dictionary<string, string>();
        foreach (var kind in new[] { "Right", "Mistyped", "Unknown", "Expired", "Revoked", "Replaced" })
        {
            var secret = kind == "Right" ? await stage.IssueOperatorAsync() : await WrongAsync(kind);
            using var recording = log.Record();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
            request.Headers.Add("traceparent", recording.TraceParent);
            using var response = await stage.SendAsync(request, secret);
            Assert.Equal(kind == "Right", response.IsSuccessStatusCode);
            works[kind] = string.Join('\n', recording.Statements);
        }

        Assert.Contains("AccessSecrets", works["Right"], StringComparison.Ordinal);
        Assert.Single(works.Values.Distinct());
    }

    [Fact]
    public async Task A_key_ends_with_its_last_day()
    {
        stage = await KeyStage.OpenAsync();
        var secret = await stage.IssueAsync(new KeyWish("Недолго", AccessRole.Operator, ExpiresAt: DirectoryServer.Now.UtcDateTime.AddDays(1)));

        stage.Directory.Now += TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, await stage.StatusAsync(secret));
        stage.Directory.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.Unauthorized, await stage.StatusAsync(secret));
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz", HttpStatusCode.OK)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("bearer cd_x", HttpStatusCode.Unauthorized)]
    [InlineData("Bearertoken", HttpStatusCode.OK)]
    public async Task Other_credentials_are_not_ours(string header, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await stage.SendAsync(request, null);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_cookie_is_no_key_and_none_is_set()
    {
        var secret = await stage.IssueOperatorAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(Who));
        request.Headers.TryAddWithoutValidation("Cookie", $"Authorization=Bearer {secret}; key={secret}; session={secret}");
        using var response = await stage.SendAsync(request, null);

        Assert.Contains("\"viewer\":null", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/graphql?query={centers{totalCount}}")]
    [InlineData("/graphql?query={viewer{label}}")]
    [InlineData("/")]
    [InlineData("/centers/svoj")]
    public async Task What_is_answered_to_a_key_goes_into_no_cache(string address)
    {
        var secret = await stage.IssueOperatorAsync();
        using var open = await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), null);
        using var personal = await stage.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), secret);

        Assert.Equal(HttpStatusCode.OK, personal.StatusCode);
        Assert.Equal("private, no-store", personal.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Null(personal.Headers.ETag);
        Assert.NotEqual("private, no-store", open.Headers.NonValidated["Cache-Control"].ToString());
    }

    [Fact]
    public async Task The_day_of_the_last_use_is_written_down()
    {
        stage = await KeyStage.OpenAsync();
        var secret = await stage.IssueOperatorAsync();
        await stage.StatusAsync(secret);
        await UsedOnAsync(new DateOnly(2026, 1, 15));

        stage.Directory.Now += TimeSpan.FromDays(3);
        await stage.StatusAsync(secret);
        await UsedOnAsync(new DateOnly(2026, 1, 18));
    }

    private async Task UsedOnAsync(DateOnly day)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await stage.ReadAsync(db => db.AccessKeys.Select(key => key.LastUsedOn).SingleAsync(patience.Token)) != day)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>A secret that opens nothing any more, or never did.</summary>
    private async Task<string> WrongAsync(string kind)
    {
        var secret = await stage.IssueOperatorAsync();
        var now = DirectoryServer.Now.UtcDateTime;
        switch (kind)
        {
            case "Mistyped":
                return secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a');
            case "Unknown":
                using (var random = System.Security.Cryptography.RandomNumberGenerator.Create())
                {
                    return KeySecret.Create(random).Reveal();
                }

            case "Expired":
                await stage.ReadAsync(db => db.AccessKeys.OrderByDescending(key => key.Id).Take(1).ExecuteUpdateAsync(key => key.SetProperty(known => known.ExpiresAt, now)));
                return secret;
            case "Revoked":
                await stage.ReadAsync(db => db.AccessKeys.OrderByDescending(key => key.Id).Take(1).ExecuteUpdateAsync(key => key.SetProperty(known => known.RevokedAt, now)));
                return secret;
            default:
                var hash = KeySecret.HashOf(secret);
                await stage.ReadAsync(db => db.AccessSecrets.Where(known => known.Hash == hash).ExecuteUpdateAsync(known => known.SetProperty(old => old.EndsAt, now)));
                return secret;
        }
    }
}
