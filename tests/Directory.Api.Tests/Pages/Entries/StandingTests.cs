using System.Text.Json;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Schema.Staleness;
using CenterDirectory.Api.Tests.Schema.Standards;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Pages.Entries;

/// <summary>What pages, frames and HSDS say of standards, and of what nobody has stood behind for long.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task A_service_shows_who_agrees_that_it_meets_a_standard_as_long_as_that_holds()
    {
        await using var stage = await KeyStage.OpenAsync();
        await stage.DeclareAsync(await stage.EditorAsync("sosed"), "sosed", "setevoj", "srok", "besplatno");
        Assert.Contains("Заявлено · оценка 0,5", await PageAsync(stage, "/services/sosed-s.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("accreditations", await PageAsync(stage, "/hsds/services?full=true"), StringComparison.Ordinal);

        await stage.ReviewAsync(await stage.NetworkAsync(), "sosed", "setevoj", "CONFIRM");
        var page = await PageAsync(stage, "/services/sosed-s.md");
        Assert.Contains("Подтверждено координатором (по", page, StringComparison.Ordinal);
        Assert.Contains("Координатор", page, StringComparison.Ordinal);
        Assert.Contains("Ответ за три дня – подтверждено", page, StringComparison.Ordinal);
        Assert.Contains("Confirmed by a coordinator", await PageAsync(stage, "/centers/sosed.md?lang=en"), StringComparison.Ordinal);
        var hsds = JsonElement.Parse(await PageAsync(stage, "/hsds/services?full=true")).GetProperty("contents").EnumerateArray();
        Assert.StartsWith("Стандарт сети (по ", Assert.Single(hsds, service => service.TryGetProperty("accreditations", out _)).GetProperty("accreditations").GetString(), StringComparison.Ordinal);

        stage.Directory.Now += TimeSpan.FromDays(400);
        Assert.Contains("Подтверждение истекло (по", await PageAsync(stage, "/centers/sosed.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("accreditations", await PageAsync(stage, "/hsds/services?full=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_confirmed_for_long_is_marked_everywhere()
    {
        const string Mark = "Давно не подтверждалось";
        await using var stage = await KeyStage.OpenAsync();
        var editor = await stage.EditorAsync("svoj");
        foreach (var (type, slug) in new[] { ("center", "svoj"), ("service", "svoj-s"), ("project", "svoj-p") })
        {
            await StaleEntriesTests.ConfirmAsync(stage, editor, type, slug);
        }

        string[] paths = ["/centers/svoj", "/services/svoj-s", "/projects/svoj-p", "/centers", "/services", "/embed/center/svoj", "/embed/centers"];
        foreach (var path in paths)
        {
            Assert.DoesNotContain(Mark, await PageAsync(stage, path), StringComparison.Ordinal);
        }

        stage.Directory.Now += TimeSpan.FromDays(402);
        foreach (var path in paths)
        {
            Assert.Contains(Mark, await PageAsync(stage, path), StringComparison.Ordinal);
        }

        var hsds = JsonElement.Parse(await PageAsync(stage, "/hsds/services?full=true")).GetProperty("contents").EnumerateArray();
        var assured = Assert.Single(hsds, service => service.TryGetProperty("assured_date", out _));
        Assert.Equal("svoj-s", assured.GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_project_that_ended_in_silence_says_so()
    {
        await using var stage = await KeyStage.OpenAsync();
        await stage.ReadAsync(db => db.Projects.Where(project => project.Slug == "svoj-p").ExecuteUpdateAsync(set => set.SetProperty(project => project.Status, ProjectStatus.Completed)));
        Assert.Contains("Итог не сообщён", await PageAsync(stage, "/projects/svoj-p"), StringComparison.Ordinal);

        var id = await stage.IdOfAsync("project", "svoj-p");
        await stage.AskAsync(
            await stage.EditorAsync("svoj"), "mutation($id: ID!) { reportProjectOutcome(input: { projectId: $id, status: COMPLETED, outcome: \"Открыт кабинет\" }) { errors { __typename } } }", new { id });

        var page = await PageAsync(stage, "/projects/svoj-p");
        Assert.DoesNotContain("Итог не сообщён", page, StringComparison.Ordinal);
        Assert.Contains("Открыт кабинет", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(KeyStage stage, string path)
    {
        using var response = await stage.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
