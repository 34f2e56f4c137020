using System.Net;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Manage.Centers;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data;
using CenterDirectory.Data.Values;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Manage;

/// <summary>Every address below <c>/manage</c>, found by asking the application for its routes: what is added is tried too.</summary>
public sealed class ManageRightsTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private static readonly string[] Centers = ["svoj", "sosed", "rajonnyj", "dalnij"];

    private KeyStage Stage => shared.Stage;

    [Fact]
    public async Task Without_signing_in_every_page_leads_there_and_every_form_is_refused()
    {
        using var client = new ManageClient(Stage.Client.BaseAddress!);
        foreach (var (method, path) in Addresses("svoj"))
        {
            var answer = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, []);
            Assert.True(method == "GET" ? answer.Location?.StartsWith("/manage/sign-in?to=", StringComparison.Ordinal) == true : answer.Status == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.Status}");
        }
    }

    [Fact]
    public async Task A_form_without_the_token_of_the_session_changes_nothing()
    {
        using var client = await ManageClient.SignInAsync(Stage.Client.BaseAddress!, shared.Master);
        using var other = await ManageClient.SignInAsync(Stage.Client.BaseAddress!, shared.Master);
        var foreign = (await other.GetAsync("/manage/centers/svoj")).Value("token")!;
        var before = await Stage.ReadAsync(db => db.AuditEntries.CountAsync());
        foreach (var (_, path) in Addresses("svoj").Where(address => address.Method == "POST"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(path, [KeyValuePair.Create("do", "save")])).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(path, [KeyValuePair.Create("token", foreign), KeyValuePair.Create("do", "save")])).Status);
        }

        client.Headers["Sec-Fetch-Site"] = "same-site";
        var token = KeyValuePair.Create("token", (await client.GetAsync("/manage/centers/svoj")).Value("token")!);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/manage/centers/svoj/confirm", [token])).Status);
        Assert.Equal(before, await Stage.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_page_about_what_belongs_to_others_is_refused_and_one_about_nothing_is_not_found()
    {
        using var client = await ManageClient.SignInAsync(Stage.Client.BaseAddress!, await Stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj"])));
        var token = KeyValuePair.Create("token", (await client.GetAsync("/manage/centers/svoj")).Value("token")!);
        var tried = 0;
        foreach (var center in Centers.Append("nikakoj"))
        {
            foreach (var (method, path) in Addresses(center).Where(address => address.Path.Contains(center, StringComparison.Ordinal)))
            {
                var expected = center == "nikakoj" ? HttpStatusCode.NotFound : center == "svoj" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                if (method == "POST" && center == "svoj")
                {
                    continue;
                }

                var answer = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, [token]);
                Assert.True(answer.Status == expected, $"{method} {path}: {answer.Status}");
                tried++;
            }
        }

        Assert.True(tried > 60, $"{tried} addresses");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/manage/centers/new")).Status);
    }

    [Theory]
    [InlineData(AccessRole.Operator, null, null)]
    [InlineData(AccessRole.Coordinator, "set", null)]
    [InlineData(AccessRole.Coordinator, null, "kraj")]
    [InlineData(AccessRole.Coordinator, null, "rajon")]
    [InlineData(AccessRole.Editor, null, null)]
    public async Task The_list_has_the_centers_that_the_rights_give_and_no_others(AccessRole role, string? network, string? territory)
    {
        var secret = await Stage.IssueAsync(new KeyWish("Кто-то", role, role == AccessRole.Editor ? ["svoj", "dalnij"] : role == AccessRole.Coordinator ? ["dalnij"] : null) { Network = network, Territory = territory });
        await using var scope = Stage.Directory.Services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        viewer.Admit((await scope.ServiceProvider.GetRequiredService<KeyReader>().FindAsync(secret, TestContext.Current.CancellationToken)).Key!);
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();

        var listed = await MyCenters.Of(db, await viewer.ScopeAsync(TestContext.Current.CancellationToken)).Select(center => center.Id).ToListAsync(TestContext.Current.CancellationToken);

        var permitted = new List<long>();
        foreach (var center in await db.Centers.Select(center => center.Id).ToListAsync(TestContext.Current.CancellationToken))
        {
            if (await viewer.MayEditAsync(center, TestContext.Current.CancellationToken) == AccessVerdict.Permitted)
            {
                permitted.Add(center);
            }
        }

        Assert.NotEmpty(permitted);
        Assert.Equal(permitted.Order(), listed.Order());
    }

    private IEnumerable<(string Method, string Path)> Addresses(string center) =>
        from endpoint in Stage.Directory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where pattern.StartsWith("/manage", StringComparison.Ordinal) && !pattern.EndsWith("/sign-in", StringComparison.Ordinal)
        let slug = pattern.Contains("/services/{slug}", StringComparison.Ordinal) ? center + "-s" : pattern.Contains("/events/{slug}", StringComparison.Ordinal) ? center + "-e" : center
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        where !pattern.EndsWith("/sign-out", StringComparison.Ordinal) || method == "POST"
        select (method, pattern.Replace("{slug}", slug, StringComparison.Ordinal).Replace("{id}", "nikakoj-nomer", StringComparison.Ordinal));
}
