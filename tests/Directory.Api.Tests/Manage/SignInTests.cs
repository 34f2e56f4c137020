using System.Net;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Hosting;
using CenterDirectory.Api.Manage.SignIn;
using CenterDirectory.Api.Manage;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>The way in: what the cookie is good for, and what it is not.</summary>
public sealed class SignInTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private KeyStage Stage => shared.Stage;

    private Uri Address => Stage.Client.BaseAddress!;

    [Fact]
    public async Task The_cookie_is_for_these_pages_only_and_no_script_reads_it()
    {
        using var client = new ManageClient(Address);
        var entered = await client.EnterAsync(await EditorAsync());

        Assert.Equal(HttpStatusCode.SeeOther, entered.Status);
        Assert.StartsWith("/manage?", entered.Location, StringComparison.Ordinal);
        var cookie = entered.Headers["Set-Cookie"];
        Assert.Matches("^manage=[A-Za-z0-9_-]{60,}; path=/manage; samesite=strict; httponly$", cookie);
        var page = await client.GetAsync("/manage/centers/svoj");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("no-store, private", page.Headers["Cache-Control"]);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("script", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_opens_nothing_else_even_if_somebody_sends_it_there()
    {
        using var client = await ManageClient.SignInAsync(Address, await EditorAsync());
        var cookie = client.Cookies.GetCookieHeader(new Uri(Address, "/manage"));
        Assert.Empty(client.Cookies.GetCookieHeader(new Uri(Address, "/graphql")));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"mutation { confirmEntry(input: { id: \"x\" }) { errors { __typename } } }"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("Cookie", cookie);
        using var other = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Address };
        using var response = await other.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("UNAUTHENTICATED", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_the_header_does_not_open_the_site()
    {
        using var client = new ManageClient(Address);
        client.Headers["Authorization"] = "Bearer " + await EditorAsync();

        Assert.StartsWith("/manage/sign-in", (await client.GetAsync("/manage/centers/svoj")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_told_from_a_mistyped_one_and_gets_no_cookie()
    {
        using var client = new ManageClient(Address);

        var mistyped = await client.EnterAsync("cd_123");
        var unknown = await client.EnterAsync(KeySecret.Create(System.Security.Cryptography.RandomNumberGenerator.Create()).Reveal());
        var empty = await client.EnterAsync(" ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, mistyped.Status);
        Assert.Contains("набран с ошибкой", mistyped.Text, StringComparison.Ordinal);
        Assert.Contains("Такого ключа нет", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("Вставьте ключ", empty.Text, StringComparison.Ordinal);
        Assert.All([mistyped, unknown, empty], page => Assert.DoesNotContain("manage=", page.Headers.GetValueOrDefault("Set-Cookie", ""), StringComparison.Ordinal));
        Assert.StartsWith("/manage/sign-in", (await client.GetAsync("/manage")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_many_wrong_keys_has_to_wait_and_right_ones_cost_nothing()
    {
        await using var own = await KeyStage.OpenAsync();
        var secret = await own.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"]));
        for (var i = 0; i < 15; i++)
        {
            using var right = await ManageClient.SignInAsync(own.Client.BaseAddress!, secret);
        }

        using var client = new ManageClient(own.Client.BaseAddress!);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.EnterAsync("cd_" + i)).Status);
        }

        var refused = await client.EnterAsync(secret);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("12", refused.Headers["Retry-After"]);
        own.Directory.Now = own.Directory.Now.AddSeconds(12);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.EnterAsync(secret)).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        var secret = await EditorAsync();
        using var client = new ManageClient(Address);
        var withoutVisit = await client.PostAsync("/manage/sign-in", [KeyValuePair.Create("key", secret), KeyValuePair.Create("token", "x")]);
        client.Headers["Sec-Fetch-Site"] = "cross-site";
        var fromElsewhere = await client.EnterAsync(secret);

        Assert.Equal(HttpStatusCode.Forbidden, withoutVisit.Status);
        Assert.Equal(HttpStatusCode.Forbidden, fromElsewhere.Status);
        Assert.DoesNotContain("manage=", withoutVisit.Headers.GetValueOrDefault("Set-Cookie", "") + fromElsewhere.Headers.GetValueOrDefault("Set-Cookie", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_that_anybody_has_changed_is_none()
    {
        using var client = await ManageClient.SignInAsync(Address, await EditorAsync());
        var cookie = client.Cookies.GetAllCookies().Single(one => one.Name == "manage");
        var right = cookie.Value;
        foreach (var place in Enumerable.Range(0, right.Length))
        {
            cookie.Value = right[..place] + (right[place] == 'B' ? 'C' : 'B') + right[(place + 1)..];
            // The last letter holds two bits that count for nothing.
            Assert.True((await client.GetAsync("/manage/centers/svoj")).Status != HttpStatusCode.OK || place == right.Length - 1, $"changed at {place}");
        }

        cookie.Value = right;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/manage/centers/svoj")).Status);
    }

    [Fact]
    public async Task A_session_ends_with_its_key_with_time_and_with_signing_out()
    {
        await using var own = await KeyStage.OpenAsync();
        var master = await own.IssueOperatorAsync();
        var secret = await own.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"]));
        using var idle = await ManageClient.SignInAsync(own.Client.BaseAddress!, secret);
        own.Directory.Now = own.Directory.Now.AddHours(11);
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/manage/centers/svoj")).Status);
        own.Directory.Now = own.Directory.Now.AddHours(11);
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/manage/centers/svoj")).Status);
        own.Directory.Now = own.Directory.Now.AddHours(12);
        Assert.Contains("давно не заходили", (await idle.GetAsync("/manage/centers/svoj")).Text, StringComparison.Ordinal);

        using var revoked = await ManageClient.SignInAsync(own.Client.BaseAddress!, secret);
        var id = CenterDirectory.GraphQL.Types.GlobalId.Encode("AccessKey", 2);
        await own.AskAsync(master, $$"""mutation { revokeKey(input: { id: "{{id}}" }) { errors { __typename } } }""");
        var after = await revoked.GetAsync("/manage/centers/svoj");
        Assert.Equal(HttpStatusCode.Unauthorized, after.Status);
        Assert.Contains("больше не действует", after.Text, StringComparison.Ordinal);

        using var leaving = await ManageClient.SignInAsync(own.Client.BaseAddress!, master);
        var left = await leaving.PostAsync("/manage/sign-out", (await leaving.GetAsync("/manage")).With());
        Assert.StartsWith("manage=; expires=Thu, 01 Jan 1970", left.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.StartsWith("/manage/sign-in", (await leaving.GetAsync("/manage")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_process_with_the_same_database_and_key_takes_the_cookie()
    {
        using var client = await ManageClient.SignInAsync(Address, await EditorAsync());
        Assert.SkipWhen(DatabaseKinds.Usual == DatabaseKind.Postgres, "The folder of the stage has no database there.");
        await using var second = DirectoryHost.BuildServer(
            [
                "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Directory=Data Source={Path.Combine(Stage.Directory.Folder, "directory.db")}",
                $"--Feeds:Paths:0={Stage.Directory.Folder}", "--Importers:ArchivePath=", "--Roles=api", "--Dumps:Path=",
                $"--Manage:KeyFile={Path.Combine(Stage.Directory.Folder, "manage.key")}", "--Logging:LogLevel:Default=Warning",
            ],
            builder => builder.Services.AddSingleton<TimeProvider>(new StandingClock(Stage.Directory.Now)));
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var there = new ManageClient(new Uri(second.Urls.Single()));
        there.Cookies.SetCookies(new Uri(new Uri(second.Urls.Single()), "/manage"), client.Cookies.GetCookieHeader(new Uri(Address, "/manage")).Replace(';', ','));

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/manage/centers/svoj")).Status);
    }

    [Fact]
    public void A_key_made_for_lack_of_one_is_kept_for_its_owner_alone_and_another_process_reads_it()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("center-directory-");
        try
        {
            var options = Options.Create(new ManageOptions { KeyFile = Path.Combine(folder.FullName, "deep", "manage.key") });
            var (first, second) = (new SigningKey(options, NullLogger<SigningKey>.Instance), new SigningKey(options, NullLogger<SigningKey>.Instance));

            Assert.Equal(first.Sign("form", [1, 2]), second.Sign("form", [1, 2]));
            Assert.NotEqual(first.Sign("form", [1, 2]), first.Sign("visit", [1, 2]));
            Assert.Equal(ManageOptions.KeyBytes, new FileInfo(options.Value.KeyFile).Length);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.Value.KeyFile));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Where_no_key_can_be_kept_one_serves_until_the_process_ends()
    {
        var file = Path.GetTempFileName();
        try
        {
            var options = Options.Create(new ManageOptions { KeyFile = Path.Combine(file, "manage.key") });
            var (first, second) = (new SigningKey(options, NullLogger<SigningKey>.Instance), new SigningKey(options, NullLogger<SigningKey>.Instance));

            Assert.Equal(first.Sign("form", [1, 2]), first.Sign("form", [1, 2]));
            Assert.NotEqual(first.Sign("form", [1, 2]), second.Sign("form", [1, 2]));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("/manage/centers/svoj", "/manage/centers/svoj")]
    [InlineData("/manage?q=1", "/manage?q=1")]
    [InlineData("https://evil.example/manage", "/manage")]
    [InlineData("//evil.example", "/manage")]
    [InlineData("/managers", "/manage")]
    [InlineData("/manage/\\evil.example", "/manage")]
    [InlineData("/manage/sign-in", "/manage")]
    [InlineData("/manage/\r\nSet-Cookie: a=b", "/manage")]
    [InlineData(null, "/manage")]
    public void One_is_led_on_to_places_of_this_site_only(string? wish, string place) => Assert.Equal(place, SignInEndpoints.PlaceOf(wish));

    private Task<string> EditorAsync() => Stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"]));
}
