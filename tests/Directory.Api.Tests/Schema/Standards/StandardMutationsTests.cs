using System.Globalization;
using System.Text.Json;
using CenterDirectory.Api.Access;
using CenterDirectory.Api.Tests.Access;
using CenterDirectory.Data.Values;
using Microsoft.EntityFrameworkCore;

namespace CenterDirectory.Api.Tests.Schema.Standards;

/// <summary>A center declares, a coordinator judges, and time does its part.</summary>
public sealed class StandardMutationsTests
{
    [Fact]
    public async Task A_service_is_declared_confirmed_runs_out_and_is_confirmed_anew()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (editor, network) = (await stage.EditorAsync("sosed"), await stage.NetworkAsync());

        var declared = await stage.DeclareAsync(editor, "sosed", "setevoj", "srok", "besplatno");
        Assert.Equal("setevoj DECLARED 0.5 DECLARED DECLARED", StandardStory.LineOf(declared.GetProperty("declaration")));

        var confirmed = (await stage.ReviewAsync(network, "sosed", "setevoj", "CONFIRM")).GetProperty("declaration");
        Assert.Equal("setevoj CONFIRMED 1 CONFIRMED CONFIRMED", StandardStory.LineOf(confirmed));
        Assert.Equal("koord", confirmed.GetProperty("reviewedBy").GetProperty("slug").GetString());
        var last = DateOnly.FromDateTime(stage.Directory.Now.UtcDateTime).AddMonths(12);
        Assert.Equal(last.ToString("O", CultureInfo.InvariantCulture), confirmed.GetProperty("expiresOn").GetString());

        stage.Directory.Now = new DateTimeOffset(last.ToDateTime(new TimeOnly(23, 59)), TimeSpan.Zero);
        Assert.Equal("setevoj CONFIRMED 1 CONFIRMED CONFIRMED", await stage.StandingAsync("sosed"));
        stage.Directory.Now += TimeSpan.FromMinutes(2);
        // What is only said counts before what has run out.
        Assert.Equal("obshchij DECLARED 0.5 DECLARED DECLARED", await stage.StandingAsync("sosed"));
        Assert.Equal(["setevoj EXPIRED 0 EXPIRED EXPIRED"], await DeclarationsAsync(stage, "EXPIRED"));

        var (fresh, later) = (await stage.NetworkAsync(), await stage.EditorAsync("sosed"));
        Assert.Equal("setevoj CONFIRMED 1 CONFIRMED CONFIRMED", StandardStory.LineOf((await stage.ReviewAsync(fresh, "sosed", "setevoj", "CONFIRM")).GetProperty("declaration")));
        Assert.Equal("setevoj CONFIRMED 1 CONFIRMED CONFIRMED", await stage.StandingAsync("sosed"));
        Assert.Equal(JsonValueKind.Null, (await stage.DeclareAsync(later, "sosed", "setevoj", "besplatno", "srok")).GetProperty("revision").ValueKind);
        Assert.Equal(["setevoj CONFIRMED 1 CONFIRMED CONFIRMED"], await DeclarationsAsync(stage, "CONFIRMED"));
    }

    [Fact]
    public async Task An_objection_has_a_reason_and_names_criteria_and_a_new_declaration_answers_it()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (editor, region) = (await stage.EditorAsync("rajonnyj"), await stage.RegionAsync());

        Assert.Equal(["REQUIRED"], StandardStory.CodesOf(await stage.ReviewAsync(region, "rajonnyj", "obshchij", "OBJECT")));
        Assert.Equal(["UNKNOWN_REFERENCE"], StandardStory.CodesOf(await stage.ReviewAsync(region, "rajonnyj", "obshchij", "OBJECT", "Нет", ["vezhlivo"])));
        var objected = (await stage.ReviewAsync(region, "rajonnyj", "obshchij", "OBJECT", " Берут деньги ", ["besplatno"])).GetProperty("declaration");
        Assert.Equal("obshchij OBJECTED 0.25 DECLARED OBJECTED", StandardStory.LineOf(objected));
        Assert.Equal("Берут деньги", objected.GetProperty("reason").GetString());

        Assert.Equal("obshchij DECLARED 0.25 DECLARED NOT_DECLARED", StandardStory.LineOf((await stage.DeclareAsync(editor, "rajonnyj", "obshchij", "srok")).GetProperty("declaration")));
        Assert.Equal(["INVALID_VALUE"], StandardStory.CodesOf(await stage.ReviewAsync(region, "rajonnyj", "obshchij", "CONFIRM")));
        var whole = (await stage.DeclareAsync(editor, "rajonnyj", "obshchij", "srok", "besplatno")).GetProperty("declaration");
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("reason").ValueKind);
        await stage.ReviewAsync(region, "rajonnyj", "obshchij", "CONFIRM");
        Assert.Equal("obshchij CONFIRMED 1 CONFIRMED CONFIRMED", await stage.StandingAsync("rajonnyj"));

        // What the registry of the declarations repeats does not take the verdict back.
        await stage.Directory.ImportAsync();
        Assert.Equal("obshchij CONFIRMED 1 CONFIRMED CONFIRMED", await stage.StandingAsync("rajonnyj"));
    }

    [Fact]
    public async Task Nobody_judges_a_center_of_their_own_nor_what_they_said_themselves()
    {
        await using var stage = await KeyStage.OpenAsync();
        var master = await stage.IssueOperatorAsync();
        var both = await stage.IssueAsync(new KeyWish("Край и центр в нём", AccessRole.Coordinator, ["rajonnyj"], Territory: "kraj"));

        foreach (var verdict in new[] { "CONFIRM", "OBJECT" })
        {
            Assert.Equal(["OWN_CENTER"], StandardStory.CodesOf(await stage.ReviewAsync(await stage.EditorAsync("svoj"), "svoj", "obshchij", verdict, "Так")));
            Assert.Equal(["OWN_CENTER"], StandardStory.CodesOf(await stage.ReviewAsync(both, "rajonnyj", "obshchij", verdict, "Так")));
            Assert.Equal(["OWN_CENTER"], StandardStory.CodesOf(await stage.ReviewAsync(await stage.NetworkAsync(), "svoj", "obshchij", verdict, "Так")));
        }

        Assert.Empty(StandardStory.CodesOf(await stage.ReviewAsync(both, "sosed", "obshchij", "CONFIRM")));
        await stage.DeclareAsync(master, "sosed", "setevoj", "srok", "besplatno");
        Assert.Equal(["OWN_CENTER"], StandardStory.CodesOf(await stage.ReviewAsync(master, "sosed", "setevoj", "CONFIRM")));
        Assert.Empty(StandardStory.CodesOf(await stage.ReviewAsync(await stage.IssueOperatorAsync(), "sosed", "setevoj", "CONFIRM")));
    }

    [Fact]
    public async Task A_standard_holds_where_it_says_and_is_judged_by_those_who_look_after_it()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (master, network, region) = (await stage.IssueOperatorAsync(), await stage.NetworkAsync(), await stage.RegionAsync());

        Assert.Equal(["STATE_NOT_ALLOWED"], StandardStory.CodesOf(await stage.DeclareAsync(master, "dalnij", "setevoj", "srok")));
        Assert.Equal(["STATE_NOT_ALLOWED"], StandardStory.CodesOf(await stage.DeclareAsync(master, "dalnij", "kraevoj", "srok")));
        Assert.Equal(["UNKNOWN_REFERENCE"], StandardStory.CodesOf(await stage.DeclareAsync(master, "sosed", "kraevoj", "srok", "vezhlivo")));
        Assert.Equal(["REQUIRED"], StandardStory.CodesOf(await stage.DeclareAsync(master, "sosed", "kraevoj")));
        Assert.Equal(["STATE_NOT_ALLOWED"], StandardStory.CodesOf(await stage.ReviewAsync(region, "rajonnyj", "kraevoj", "CONFIRM")));

        await stage.DeclareAsync(master, "sosed", "setevoj", "srok", "besplatno");
        await stage.DeclareAsync(master, "sosed", "kraevoj", "srok");
        Assert.Equal(["NOT_PERMITTED"], StandardStory.CodesOf(await stage.ReviewAsync(region, "sosed", "setevoj", "CONFIRM")));
        Assert.Equal(["NOT_PERMITTED"], StandardStory.CodesOf(await stage.ReviewAsync(network, "sosed", "kraevoj", "CONFIRM")));
        Assert.Empty(StandardStory.CodesOf(await stage.ReviewAsync(network, "sosed", "setevoj", "CONFIRM")));
        Assert.Empty(StandardStory.CodesOf(await stage.ReviewAsync(region, "sosed", "kraevoj", "CONFIRM")));
        var center = await stage.Directory.DataAsync("""{ services(where: { standards: { some: { state: { eq: CONFIRMED }, standard: { slug: { eq: "setevoj" } } } } }) { nodes { slug } } }""");
        Assert.Equal("sosed-s", Assert.Single(center.GetProperty("services").GetProperty("nodes").EnumerateArray()).GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_declaration_is_taken_back_by_the_center_and_a_verdict_only_by_whoever_gave_it()
    {
        await using var stage = await KeyStage.OpenAsync();
        var (editor, network) = (await stage.EditorAsync("sosed"), await stage.NetworkAsync());
        var declared = await stage.DeclareAsync(editor, "sosed", "setevoj", "srok", "besplatno");
        var judged = await stage.ReviewAsync(network, "sosed", "setevoj", "OBJECT", "Не отвечали неделю");

        Assert.Equal(["NOT_PERMITTED"], await stage.UndoAsync(editor, judged));
        Assert.Equal(["CONFLICT"], await stage.UndoAsync(editor, declared));
        Assert.Empty(await stage.UndoAsync(network, judged));
        Assert.Equal(["setevoj DECLARED 0.5 DECLARED DECLARED"], await DeclarationsAsync(stage, "DECLARED", "setevoj"));

        var gone = await stage.DeclareAsync(editor, "sosed", "setevoj");
        Assert.Equal((JsonValueKind.Null, 0), (gone.GetProperty("declaration").ValueKind, gone.GetProperty("errors").GetArrayLength()));
        Assert.Empty(await DeclarationsAsync(stage, "DECLARED", "setevoj"));
        Assert.Equal(0, await stage.ReadAsync(db => db.StandardDeclarations.CountAsync(declaration => declaration.Standard.Slug == "setevoj")));
        await stage.DeclareAsync(editor, "sosed", "setevoj", "srok", "besplatno");
        Assert.Single(await DeclarationsAsync(stage, "DECLARED", "setevoj"));
        // What another source states cannot be taken back, only said otherwise.
        Assert.Equal(["STATE_NOT_ALLOWED"], StandardStory.CodesOf(await stage.DeclareAsync(editor, "sosed", "obshchij")));
    }

    private static async Task<IReadOnlyList<string>> DeclarationsAsync(KeyStage stage, string state, string standard = "setevoj")
    {
        var answer = await stage.Directory.DataAsync(
            $$"""{ standard(slug: "{{standard}}") { declarations(where: { state: { eq: {{state}} } }) { nodes { state score standard { slug } criteria { state } } } } }""");
        return [.. answer.GetProperty("standard").GetProperty("declarations").GetProperty("nodes").EnumerateArray().Select(StandardStory.LineOf)];
    }
}
