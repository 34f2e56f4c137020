using CenterDirectory.Api.Access;
using CenterDirectory.Data.Values;
using CenterDirectory.Data.Provenance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Access;

/// <summary>How far a key reaches in a real directory: closures, networks, joined entries.</summary>
public sealed class ViewerTests(SharedStage shared) : IClassFixture<SharedStage>, IAsyncDisposable
{
    private KeyStage stage = shared.Stage;

    public ValueTask DisposeAsync() => stage == shared.Stage ? ValueTask.CompletedTask : stage.DisposeAsync();

    [Theory]
    [InlineData("operator", "svoj sosed rajonnyj dalnij")]
    [InlineData("network", "svoj sosed")]
    [InlineData("territory", "svoj sosed rajonnyj")]
    [InlineData("below", "rajonnyj")]
    [InlineData("editor", "svoj dalnij")]
    public async Task Edits_what_it_covers(string who, string centers)
    {
        var viewer = await ViewerAsync(who);
        var permitted = new List<string>();
        foreach (var slug in new[] { "svoj", "sosed", "rajonnyj", "dalnij" })
        {
            if (await viewer.MayEditAsync(await stage.KeyOfAsync("center", slug), TestContext.Current.CancellationToken) == AccessVerdict.Permitted)
            {
                permitted.Add(slug);
            }
        }

        Assert.Equal(centers.Split(' '), permitted);
    }

    [Theory]
    [InlineData("operator", "kraj rajon ostrov -")]
    [InlineData("network", "ostrov")]
    [InlineData("territory", "kraj rajon")]
    [InlineData("editor", "")]
    public async Task Adds_centers_where_it_coordinates(string who, string places)
    {
        var viewer = await ViewerAsync(who);
        var permitted = new List<string>();
        foreach (var slug in new[] { "kraj", "rajon", "ostrov", "-" })
        {
            long? place = slug == "-" ? null : await stage.ReadAsync(db => db.Territories.Where(territory => territory.Slug == slug).Select(territory => territory.Id).SingleAsync());
            if (await viewer.MayAddCenterAsync(place, TestContext.Current.CancellationToken) == AccessVerdict.Permitted)
            {
                permitted.Add(slug);
            }
        }

        Assert.Equal(places, string.Join(' ', permitted));
    }

    [Fact]
    public async Task The_coordinator_of_a_network_does_not_judge_the_center_it_runs()
    {
        var viewer = await ViewerAsync("network");

        Assert.Equal(AccessVerdict.OwnCenter, await viewer.MayAsync(AccessAct.Review, await stage.KeyOfAsync("center", "svoj"), TestContext.Current.CancellationToken));
        Assert.Equal(AccessVerdict.Permitted, await viewer.MayAsync(AccessAct.Review, await stage.KeyOfAsync("center", "sosed"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_center_that_is_gone_is_nobodys_and_its_editor_has_it_back_when_it_returns()
    {
        stage = await KeyStage.OpenAsync();
        var editor = await stage.IssueAsync(new KeyWish("Свой", AccessRole.Editor, ["svoj"]));
        var id = await stage.KeyOfAsync("center", "svoj");
        stage.Directory.Write("centers.csv", KeyStage.Centers.Replace("svoj,Свой,Край,koord\n", "", StringComparison.Ordinal));
        await stage.Directory.ImportAsync();
        Assert.Equal(AccessVerdict.NotPermitted, await (await ViewerAsync("territory")).MayEditAsync(id, TestContext.Current.CancellationToken));

        Assert.Equal(0, (await stage.AskAsync(editor, "{ viewer { centers { totalCount } } }")).At("viewer.centers.totalCount").GetInt32());

        stage.Directory.Write("centers.csv", KeyStage.Centers);
        await stage.Directory.ImportAsync();
        Assert.Equal(id, await stage.KeyOfAsync("center", "svoj"));
        Assert.Equal(AccessVerdict.Permitted, await (await ViewerAsync("territory")).MayEditAsync(id, TestContext.Current.CancellationToken));
        Assert.Equal("svoj", (await stage.AskAsync(editor, "{ viewer { centers { nodes { slug } } } }")).At("viewer.centers.nodes.0.slug").GetString());
    }

    [Fact]
    public async Task The_key_of_a_center_that_was_joined_into_another_edits_that_other_one()
    {
        stage = await KeyStage.OpenAsync();
        var (own, other) = (await stage.KeyOfAsync("center", "svoj"), await stage.KeyOfAsync("center", "rajonnyj"));
        var secret = await stage.IssueAsync(new KeyWish("Свой", AccessRole.Editor, ["svoj"]));
        await stage.ReadAsync(async db =>
        {
            db.Tombstones.Add(new Tombstone { EntryType = EntryType.Center, EntityId = own, Slug = "svoj", RemovedAt = DirectoryServer.Now.UtcDateTime, RevisionNumber = 1, ReplacedById = other });
            return await db.SaveChangesAsync();
        });

        Assert.Equal("rajonnyj", (await stage.AskAsync(secret, "{ viewer { centers { nodes { slug } } } }")).At("viewer.centers.nodes.0.slug").GetString());
        await using var scope = stage.Directory.Services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        viewer.Admit((await scope.ServiceProvider.GetRequiredService<KeyReader>().FindAsync(secret, TestContext.Current.CancellationToken)).Key!);
        Assert.Equal(AccessVerdict.Permitted, await viewer.MayEditAsync(other, TestContext.Current.CancellationToken));
        Assert.Equal(AccessVerdict.NotPermitted, await viewer.MayEditAsync(own, TestContext.Current.CancellationToken));
    }

    /// <summary>A viewer whose scope lives as long as the directory.</summary>
    private async Task<Viewer> ViewerAsync(string who)
    {
        var secret = who switch
        {
            "operator" => await stage.IssueOperatorAsync(),
            "network" => await stage.IssueAsync(new KeyWish("Сеть", AccessRole.Coordinator, Network: "set")),
            "territory" => await stage.IssueAsync(new KeyWish("Край", AccessRole.Coordinator, Territory: "90")),
            "below" => await stage.IssueAsync(new KeyWish("Район", AccessRole.Coordinator, Territory: "rajon")),
            _ => await stage.IssueAsync(new KeyWish("Редактор", AccessRole.Editor, ["svoj", "dalnij"])),
        };
        var services = stage.Directory.Services.CreateScope().ServiceProvider;
        var viewer = services.GetRequiredService<Viewer>();
        viewer.Admit((await services.GetRequiredService<KeyReader>().FindAsync(secret, TestContext.Current.CancellationToken)).Key!);
        return viewer;
    }
}
