using System.Text.Json;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Api.Tests.Schema.Standards;
using CenterDirectory.Data.Entities;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CenterDirectory.Api.Tests.Schema.Staleness;

/// <summary>What nobody has stood behind for long, since when, and for whom it is to look after.</summary>
public sealed class StaleEntriesTests
{
    [Fact]
    public async Task A_list_says_since_when_a_card_is_silent_and_who_spoke_for_it_last()
    {
        await using var stage = await KeyStage.OpenAsync();
        await ActivateAsync(stage);
        await ConfirmAsync(stage, await stage.EditorAsync("svoj"), "center", "svoj");
        var confirmed = stage.Directory.Now;
        stage.Directory.Now += TimeSpan.FromDays(399);
        // Nobody ever stood behind the others: their feed has no schedule.
        Assert.Equal(["dalnij", "rajonnyj", "sosed"], await StaleAsync(stage, "staleCenters"));

        stage.Directory.Now += TimeSpan.FromDays(2);
        await ConfirmAsync(stage, await stage.RegionAsync(), "center", "rajonnyj");
        var stale = await stage.Directory.DataAsync("""
            { staleCenters(where: { territory: { within: "kraj" } }, order: [{ displayName: ASC }]) { nodes { slug freshness staleSince confirmedAs verifiedBy { key } } } rajonnyj: center(slug: "rajonnyj") { staleSince confirmedAs } }
            """);

        var nodes = stale.GetProperty("staleCenters").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(
            [("svoj", "STALE", "EDITOR", "self-service"), ("sosed", "UNCONFIRMED", null, null)],
            nodes.Select(node => (node.GetProperty("slug").GetString(), node.GetProperty("freshness").GetString(), node.GetProperty("confirmedAs").GetString(), node.GetProperty("verifiedBy") is { ValueKind: JsonValueKind.Object } source ? source.GetProperty("key").GetString() : null)));
        Assert.Equal(confirmed.UtcDateTime.AddDays(400), nodes[0].GetProperty("staleSince").GetDateTime().ToUniversalTime());
        Assert.Equal((JsonValueKind.Null, "COORDINATOR"), (stale.GetProperty("rajonnyj").GetProperty("staleSince").ValueKind, stale.GetProperty("rajonnyj").GetProperty("confirmedAs").GetString()));
        Assert.Equal(["dalnij", "sosed", "svoj"], await StaleAsync(stage, "staleCenters"));
        Assert.Equal(["sosed", "svoj"], await StaleAsync(stage, "staleCenters", """networks: { some: { slug: { eq: "set" } } }"""));
    }

    [Fact]
    public async Task Who_has_a_key_sees_what_is_theirs_to_look_after()
    {
        await using var stage = await KeyStage.OpenAsync();
        await ActivateAsync(stage);
        stage.Directory.Now += TimeSpan.FromDays(500);
        const string Document = "{ viewer { staleCenters { nodes { slug } } staleProjects { nodes { slug } } overdueProjects { totalCount } pendingDeclarations { nodes { service { slug } } } } }";
        async Task<string> OfAsync(string secret)
        {
            var viewer = (await stage.AskAsync(secret, Document)).At("viewer");
            string Slugs(string field) => string.Join(' ', viewer.GetProperty(field).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()).Order(StringComparer.Ordinal));
            return $"{Slugs("staleCenters")} | {Slugs("staleProjects")} | {viewer.GetProperty("overdueProjects").GetProperty("totalCount")} | {viewer.GetProperty("pendingDeclarations").GetProperty("nodes").GetArrayLength()}";
        }

        Assert.Equal("svoj | svoj-p | 0 | 1", await OfAsync(await stage.EditorAsync("svoj")));
        Assert.Equal("sosed svoj | sosed-p svoj-p | 0 | 2", await OfAsync(await stage.NetworkAsync()));
        Assert.Equal("rajonnyj sosed svoj | rajonnyj-p sosed-p svoj-p | 0 | 3", await OfAsync(await stage.RegionAsync()));
        Assert.Equal("dalnij rajonnyj sosed svoj | dalnij-p rajonnyj-p sosed-p svoj-p | 0 | 4", await OfAsync(await stage.IssueOperatorAsync()));
    }

    [Theory]
    [InlineData(ProjectStatus.Active, "2026-12", null, OutcomeState.Pending)]
    [InlineData(ProjectStatus.Active, "2026-11", null, OutcomeState.Overdue)]
    [InlineData(ProjectStatus.Active, null, null, OutcomeState.Pending)]
    [InlineData(ProjectStatus.Completed, null, null, OutcomeState.Overdue)]
    [InlineData(ProjectStatus.Completed, "2026-12", null, OutcomeState.Pending)]
    [InlineData(ProjectStatus.Completed, "2019", "Двенадцать центров", OutcomeState.Reported)]
    [InlineData(ProjectStatus.Stopped, "2019", null, OutcomeState.Reported)]
    [InlineData(ProjectStatus.Continued, "2019", null, OutcomeState.Reported)]
    public async Task Sixty_days_after_its_end_it_should_be_known_what_became_of_a_project(ProjectStatus status, string? period, string? outcome, OutcomeState expected)
    {
        await using var directory = await OwnDirectory.CreateAsync();
        // The first day on which a project of November has been over for more than sixty days.
        directory.Now = new DateTimeOffset(2027, 1, 30, 0, 0, 0, TimeSpan.Zero);
        await using (var db = await directory.Services.GetRequiredService<IDbContextFactory<Data.DirectoryDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            db.Projects.Add(new Project { Name = "Проект", DisplayName = "Проект", Slug = "p", Status = status, Period = period is null ? null : FuzzyDate.Parse(period), Outcome = outcome });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var answer = await directory.DataAsync("""
            {
              project(slug: "p") { outcomeState }
              overdue: overdueProjects { totalCount }
              PENDING: projects(where: { outcomeState: { eq: PENDING } }) { totalCount }
              OVERDUE: projects(where: { outcomeState: { eq: OVERDUE } }) { totalCount }
              REPORTED: projects(where: { outcomeState: { eq: REPORTED } }) { totalCount }
            }
            """);

        var name = expected.ToString().ToUpperInvariant();
        Assert.Equal(name, answer.GetProperty("project").GetProperty("outcomeState").GetString());
        Assert.Equal([name], ((string[])["PENDING", "OVERDUE", "REPORTED"]).Where(state => answer.GetProperty(state).GetProperty("totalCount").GetInt32() == 1));
        Assert.Equal(expected == OutcomeState.Overdue ? 1 : 0, answer.GetProperty("overdue").GetProperty("totalCount").GetInt32());
    }

    internal static async Task ConfirmAsync(KeyStage stage, string secret, string type, string slug)
    {
        var id = await stage.IdOfAsync(type, slug);
        var answer = await stage.AskAsync(secret, "mutation($id: ID!) { confirmEntry(input: { id: $id }) { errors { __typename } } }", new { id });
        Assert.Equal("""{"errors":[]}""", answer.At("confirmEntry").GetRawText());
    }

    internal static async Task ActivateAsync(KeyStage stage)
    {
        stage.Directory.Write("invented.yaml", File.ReadAllText(Path.Combine(stage.Directory.Folder, "invented.yaml")).Replace("operator: operator }", "operator: operator, status: { const: ACTIVE } }", StringComparison.Ordinal));
        await stage.Directory.ImportAsync();
    }

    private static async Task<IReadOnlyList<string>> StaleAsync(KeyStage stage, string field, string where = "") =>
    [
        .. (await stage.Directory.DataAsync($"{{ {field}(where: {{ {where} }}) {{ nodes {{ slug }} }} }}")).GetProperty(field).GetProperty("nodes")
            .EnumerateArray().Select(node => node.GetProperty("slug").GetString()!).Order(StringComparer.Ordinal),
    ];
}
